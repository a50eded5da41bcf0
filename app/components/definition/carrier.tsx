/** What carries an accepted comment: the choice of it, and how it is said. */
import { useTranslation } from "react-i18next";
import { type Option, SelectField } from "~/ui/field.tsx";
import type { CommentData } from "./definition-types.ts";

type Carried = NonNullable<CommentData["carriedBy"]>;
export type Carriers = NonNullable<CommentData["carriers"]>;

export function useCarrierName(): (carrier: Carried) => string {
  const { t } = useTranslation("definition");
  return (carrier) =>
    "version" in carrier
      ? t("comment.carrier.version", { number: carrier.version })
      : t("comment.carrier.amendment", { number: carrier.amendmentNumber });
}

/** The next version first, then the accepted amendments, then the versions after the commented one. */
export function CarrierField({ carriers }: { carriers: Carriers }) {
  const { t } = useTranslation("definition");
  const { after, latest, amendments } = carriers;
  const between = Array.from({ length: Math.max(0, latest - after) }, (_, at) => latest - at);
  const options: Option[] = [
    { value: `version-${latest + 1}`, label: t("comment.carrier.next", { number: latest + 1 }) },
    ...amendments.map(({ id, number }) => ({
      value: `amendment-${id}`,
      label: t("comment.carrier.amendment", { number }),
    })),
    ...between.map((number) => ({ value: `version-${number}`, label: t("comment.carrier.version", { number }) })),
  ];
  return (
    <SelectField
      name="carriedBy"
      label={t("comment.carriedBy")}
      hint={t("comment.carriedByHint")}
      defaultValue={options[0]!.value}
      options={options}
    />
  );
}
