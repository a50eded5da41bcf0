/** The proof of delivery: the reviewer compares the hash and says that the text has arrived (rules V3, V4). */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField } from "~/ui/field.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { RoundData } from "./review-data.ts";

export function DeliveryForm({ page, own }: { page: RoundData; own: NonNullable<RoundData["own"]> }) {
  const { t } = useTranslation("review");
  const missing = page.members.filter((one) => one.deliveredAt === null).length;
  return (
    <ActForm intent="acknowledge-delivery" framed>
      <h2>{t("delivery.title", { member: own.name })}</h2>
      <p>
        {t("delivery.sentence", { member: own.name })} <Rule id="V3" />
      </p>
      <p className="hash-words">{page.text.words.join(" ")}</p>
      <p className="note">{missing === 1 ? t("delivery.last") : t("delivery.others", { count: missing - 1 })}</p>
      <HiddenField name="textHash" value={page.text.textHash} />
      <Button tone="primary">{t("delivery.button")}</Button>
    </ActForm>
  );
}
