/** Beside a version: the others, the form to compare with one of them, and the terms as they stood. */
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { CarriedAmendments } from "./carried-amendments.tsx";
import type { VersionPageData } from "./definition-types.ts";
import { ExportSection } from "./export-section.tsx";

function CompareForm({ page }: { page: VersionPageData }) {
  const { t } = useTranslation("definition");
  const others = page.versions.filter(({ number }) => number !== page.version.number);
  if (others.length === 0) return null;
  const other = page.comparison
    ? page.comparison.before + page.comparison.after - page.version.number
    : (others.findLast(({ number }) => number < page.version.number) ?? others[0]!).number;
  return (
    <Form method="get" className="filters compare-form">
      <SelectField
        name="with"
        label={t("version.compareWith")}
        defaultValue={String(other)}
        options={others.map(({ number, reason }) => ({
          value: String(number),
          label: `${t("versions.version", { number })}${reason ? `: ${reason}` : ""}`,
        }))}
      />
      <Button>{t("version.compare")}</Button>
      {page.comparison ? (
        <LinkButton tone="quiet" to={`/candidates/${page.candidate.slug}/definition/${page.version.number}`}>
          {t("version.clean")}
        </LinkButton>
      ) : null}
    </Form>
  );
}

export function VersionRail({ page }: { page: VersionPageData }) {
  const { t } = useTranslation("definition");
  const { version, versions, candidate, terms } = page;
  return (
    <>
      <Section title={t("versions.title")}>
        <CompareForm key={page.comparison?.before} page={page} />
        <ul className="rows">
          {versions.toReversed().map((one) => (
            <li key={one.number}>
              {one.number === version.number ? (
                <strong>{t("versions.version", { number: one.number })}</strong>
              ) : (
                <Link to={`/candidates/${candidate.slug}/definition/${one.number}`}>
                  {t("versions.version", { number: one.number })}
                </Link>
              )}{" "}
              <span className="note">
                <When at={one.frozenAt} />
              </span>
              {one.reason ? <p className="note">{one.reason}</p> : null}
            </li>
          ))}
        </ul>
      </Section>
      {page.amendments.length > 0 ? (
        <Section title={t("amendment:timeline.amendments")}>
          <CarriedAmendments amendments={page.amendments} slug={candidate.slug} />
        </Section>
      ) : null}
      <p className="note">
        <Link to={`/candidates/${candidate.slug}/definition/versions`}>{t("amendment:timeline.link")}</Link>
      </p>
      <ExportSection
        slug={candidate.slug}
        version={String(version.number)}
        others={versions.filter(({ number }) => number !== version.number)}
      />
      {terms.length > 0 ? (
        <Section title={t("version.terms")}>
          <dl className="terms">
            {terms.map(({ term, definition }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{definition}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
    </>
  );
}
