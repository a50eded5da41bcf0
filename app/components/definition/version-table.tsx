/** The frozen versions of a text, and the chair's form to freeze one more. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { TextField } from "~/ui/field.tsx";
import { Empty, Section } from "~/ui/layout.tsx";
import { Refused } from "~/ui/refused.tsx";
import { When } from "~/ui/time.tsx";
import type { DefinitionPageData } from "./definition-types.ts";

function FreezeForm({ page }: { page: DefinitionPageData }) {
  const { t } = useTranslation("definition");
  if (page.broken) return <Refused refusal={page.broken} />;
  const next = (page.versions.at(-1)?.number ?? 0) + 1;
  return (
    <details className="disclosure" key={next}>
      <summary>{t("freeze.title")}</summary>
      <ActForm intent="freeze-version" framed className="freeze-form">
        <p className="note">{t("freeze.sentence")}</p>
        <TextField name="reason" label={t("freeze.reason")} charactersMax={500} />
        <Button tone="primary">{t("freeze.button", { number: next })}</Button>
      </ActForm>
    </details>
  );
}

export function VersionTable({ page }: { page: DefinitionPageData }) {
  const { t } = useTranslation("definition");
  const here = `/candidates/${page.candidate.slug}/definition`;
  const mayFreeze = page.may["freeze-version"] === null && page.clauses.length > 0;
  return (
    <Section title={t("versions.title")} id="versions">
      {page.versions.length === 0 ? (
        <Empty title={t("versions.none")}>{t("versions.noneNext")}</Empty>
      ) : (
        <DataTable
          caption={t("versions.title")}
          head={[
            { label: t("versions.one") },
            { label: t("versions.frozen") },
            { label: t("versions.by") },
            { label: t("versions.reason") },
            { label: t("versions.words") },
            { label: t("version.compare") },
          ]}
          rows={page.versions.toReversed().map((version) => ({
            key: String(version.number),
            cells: [
              <Link key="version" to={`${here}/${version.number}`}>
                {t("versions.version", { number: version.number })}
              </Link>,
              <When key="at" at={version.frozenAt} />,
              version.frozenBy ?? t("version.clock"),
              version.reason,
              <span key="words" className="hash-line">
                {version.words.join(" ")}
              </span>,
              version.number > 1 ? (
                <Link key="compare" to={`${here}/${version.number}?with=${version.number - 1}`}>
                  {t("versions.compare")}
                </Link>
              ) : null,
            ],
          }))}
        />
      )}
      {page.versions.length > 0 ? (
        <p className="note">
          <Link to={`${here}/versions`}>{t("amendment:timeline.link")}</Link>
        </p>
      ) : null}
      {mayFreeze && page.equalTo === null ? <FreezeForm page={page} /> : null}
    </Section>
  );
}
