/** Where a comment stands today, where that is not where it was made; and the redline since the version it was made on. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/icon.tsx";
import type { CommentData } from "./definition-types.ts";
import { useClauseName } from "./text-marks.tsx";
import "./comments.css";

export function CommentPlace({ comment, slug }: { comment: CommentData; slug: string }) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const { standing, now, removedIn, version, redlineTo } = comment.place;
  const sentence =
    standing === "clause-gone"
      ? removedIn === null
        ? t("comment.standing.clause-gone")
        : t("comment.standing.removed", { number: removedIn })
      : standing === "elsewhere" && now
        ? t("comment.standing.elsewhere", { clause: clauseName(now, "other") })
        : standing === "words-gone"
          ? t("comment.standing.words-gone")
          : null;
  if (sentence === null && redlineTo === null) return null;
  return (
    <p className="note comment-place">
      {sentence === null ? null : (
        <>
          <Icon name="fault" /> {sentence}{" "}
        </>
      )}
      {redlineTo === null ? null : (
        <Link to={`/candidates/${slug}/definition/${redlineTo}?with=${version}`}>
          {t("comment.since", { number: version })}
        </Link>
      )}
    </p>
  );
}
