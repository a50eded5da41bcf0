/** The files that a text can be taken out as: clean, or with the changes from a version of one's choice. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/ui/button.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Section } from "~/ui/layout.tsx";
import "./export-section.css";

const kinds = ["docx", "html", "txt", "json"] as const;

type ExportSectionProps = {
  slug: string;
  /** `head`, or the number of the version. */
  version: string;
  /** The versions that changes can be shown from. */
  others: { number: number; reason: string }[];
};

export function ExportSection({ slug, version, others }: ExportSectionProps) {
  const { t } = useTranslation("exchange");
  const file = `/candidates/${slug}/definition/${version}/file`;
  return (
    <Section title={t("out.title")} id="take-out">
      <p className="note">{t("out.sentence")}</p>
      <p className="line take-out-files">
        {kinds.map((as) => (
          <LinkButton key={as} to={`${file}?as=${as}`} reload>
            {t(`out.kinds.${as}`)}
          </LinkButton>
        ))}
        {version === "head" ? (
          <LinkButton tone="quiet" to={`/candidates/${slug}/definition/import`}>
            {t("in.link")}
          </LinkButton>
        ) : null}
      </p>
      {others.length > 0 ? (
        <Form method="get" action={file} reloadDocument className="filters take-out-changes">
          <SelectField
            name="with"
            label={t("out.changesFrom")}
            options={others.toReversed().map(({ number, reason }) => ({
              value: String(number),
              label: `${t("definition:versions.version", { number })}${reason ? `: ${reason}` : ""}`,
            }))}
          />
          <Button name="as" value="docx">
            {t("out.withChanges.docx")}
          </Button>
          <Button name="as" value="html">
            {t("out.withChanges.html")}
          </Button>
        </Form>
      ) : null}
    </Section>
  );
}
