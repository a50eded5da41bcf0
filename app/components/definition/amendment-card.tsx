/** An open amendment of a clause, as it stands beside the text. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { AmendmentMark } from "../../../server/queries/definition/amendment-view.ts";
import { AmendmentStateBadge } from "./amendment-marks.tsx";

const reasonMax = 140;

export function AmendmentCard({ amendment, slug }: { amendment: AmendmentMark; slug: string }) {
  const { t } = useTranslation("amendment");
  const { number, state, by, reason } = amendment;
  return (
    <article className="card" aria-label={t("card.title", { number })}>
      <div className="card-head">
        <Icon name="pen" />
        <h3>
          <Link to={`/candidates/${slug}/amendments/${number}`}>{t("card.title", { number })}</Link>{" "}
          <span className="card-place">{t("card.by", { name: by })}</span>
        </h3>
        <AmendmentStateBadge state={state} />
      </div>
      <p className="said">{reason.length > reasonMax ? `${reason.slice(0, reasonMax).trimEnd()} …` : reason}</p>
    </article>
  );
}
