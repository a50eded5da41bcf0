/** A refusal where the button would be: what was refused, the rule, and the sentence with the value. */
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../domain/refusal.ts";
import { Icon } from "./icon.tsx";
import { Rule } from "./rule.tsx";

/** `now` marks the answer to an act just tried; it is announced to a screen reader. */
export function Refused({ refusal, now = false }: { refusal: Refusal; now?: boolean }) {
  const { t } = useTranslation("frame");
  return (
    <div className={now ? "refused refused-now" : "refused"} role={now ? "alert" : undefined}>
      <Icon name="lock" />
      <div>
        <strong>
          {now
            ? t("refused.now", { code: t(`refused.code.${refusal.code}`) })
            : t("refused.notYours", { code: t(`refused.code.${refusal.code}`) })}
        </strong>{" "}
        <Rule id={refusal.rule} />
        <p>{refusal.reason}</p>
      </div>
    </div>
  );
}
