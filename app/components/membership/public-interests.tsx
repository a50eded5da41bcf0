/** What the public sees of the interests in a candidate that is marked CLEAR: kind and organisation (rule X10). */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { Empty, PageHead } from "~/ui/layout.tsx";

type Shown = {
  candidate: { reference: string; title: string };
  interests: { kind: string; organisation: string | null }[];
};

export function PublicInterests({ shown }: { shown: Shown }) {
  const { t } = useTranslation("interest");
  return (
    <>
      <PageHead title={t("public.title", { title: shown.candidate.title })} badges={shown.candidate.reference} />
      {shown.interests.length === 0 ? (
        <Empty title={t("list.nobody")} />
      ) : (
        <DataTable
          caption={t("list.caption")}
          head={[{ label: t("list.kind") }, { label: t("list.organisation") }]}
          rows={shown.interests.map(({ kind, organisation }, index) => ({
            key: String(index),
            cells: [t(`candidate:interest.kind.${kind}`), organisation ?? t("candidate:interest.noOrganisation")],
          }))}
        />
      )}
    </>
  );
}
