/** The rule book, as the product carries it out. */
import type { MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { RuleBook } from "~/components/record/rule-book.tsx";
import { PageHead } from "~/ui/layout.tsx";

export const meta: MetaFunction = () => [{ title: "Rule book · Plenary" }];

export default function RulesPage() {
  const { t } = useTranslation("frame");
  return (
    <>
      <PageHead title={t("rules.title")} />
      <p className="prose">{t("rules.sentence")}</p>
      <RuleBook />
    </>
  );
}
