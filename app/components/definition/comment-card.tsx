/** One comment with its thread, as it stands beside the text. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, PersonMark, type Tone } from "~/ui/badge.tsx";
import { When } from "~/ui/time.tsx";
import type { CommentState } from "../../../domain/definition/comment.ts";
import { useCarrierName } from "./carrier.tsx";
import { CommentActs } from "./comment-acts.tsx";
import { CommentPlace } from "./comment-place.tsx";
import type { CommentData } from "./definition-types.ts";
import { useClauseName } from "./text-marks.tsx";

const toneOf: Record<CommentState, Tone> = {
  open: "act",
  disposed: "grey",
  reopened: "warn",
  final: "grey",
  sustained: "outline",
  withdrawn: "outline",
};

export function CommentStateBadge({ state }: { state: CommentState }) {
  const { t } = useTranslation("definition");
  return <Badge tone={toneOf[state]}>{t(`comment.states.${state}`)}</Badge>;
}

/** Answers, dispositions and the new argument, oldest first. */
export function CommentThread({ thread }: { thread: CommentData["thread"] }) {
  const { t } = useTranslation("definition");
  const carrierName = useCarrierName();
  if (thread.length === 0) return null;
  return (
    <ol className="thread">
      {thread.map((entry) => (
        <li key={entry.number} className={`thread-${entry.kind}`}>
          <p className="note">
            <strong>{entry.by ?? t("version.clock")}</strong>
            {entry.kind === "argument" ? ` · ${t("comment.argumentBy")}` : null}
            {entry.word ? (
              <>
                {" · "}
                <strong>{t(`comment.words.${entry.word}`)}</strong>
                {entry.carriedBy ? `, ${t("comment.by", { carrier: carrierName(entry.carriedBy) })}` : null}
              </>
            ) : null}
            {" · "}
            <When at={entry.at} />
          </p>
          <p className="said">{entry.body}</p>
        </li>
      ))}
    </ol>
  );
}

export type CommentCardProps = {
  comment: CommentData;
  /** Of the candidate. */
  slug: string;
  chosen: boolean;
  /** Among very many comments the acts stand on the page of each: the forms of all would outweigh the text. */
  actsElsewhere?: boolean;
  onGoTo?: (commentId: string) => void;
};

export function CommentCard({ comment, slug, chosen, actsElsewhere = false, onGoTo }: CommentCardProps) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const name = clauseName(comment.clause, comment.nid);
  return (
    <article
      className={chosen ? "card card-chosen" : "card"}
      id={`comment-${comment.number}`}
      aria-labelledby={`comment-${comment.number}-head`}
    >
      <header className="card-head">
        <PersonMark name={comment.by.name} colour={comment.by.colour} />
        <h3 id={`comment-${comment.number}-head`}>
          {comment.by.speaksFor ?? comment.by.name}{" "}
          <span className="card-place">
            {name}, {t(`comment.types.${comment.type}`)}
            <span className="unseen"> {comment.number}</span>
          </span>
        </h3>
        <CommentStateBadge state={comment.state} />
        {comment.callsYou ? <Badge tone="warn">{t("comment.callsYou")}</Badge> : null}
      </header>
      {comment.quote ? <blockquote className="quote">{comment.quote}</blockquote> : null}
      <p className="said">{comment.body}</p>
      {comment.proposedChange ? (
        <p className="proposed">
          <span className="note">{t("comment.proposed")}</span>
          {comment.proposedChange}
        </p>
      ) : null}
      <p className="note">
        {comment.by.name} · <When at={comment.madeAt} />
        {comment.version === null ? null : ` · ${t("comment.onVersion", { number: comment.version })}`}
        {comment.late ? ` · ${t(comment.admittedAt === null ? "comment.late" : "comment.admitted")}` : null}
      </p>
      <CommentPlace comment={comment} slug={slug} />
      <CommentThread thread={comment.thread} />
      <div className="card-foot">
        {actsElsewhere ? (
          <Link to={`/candidates/${slug}/comments/${comment.number}`}>
            {t("comment.toActs")}
            <span className="unseen"> {comment.number}</span>
          </Link>
        ) : (
          <CommentActs comment={comment} />
        )}
        {onGoTo && comment.nid !== "" && !comment.clause.gone ? (
          <button type="button" className="button button-quiet" onClick={() => onGoTo(comment.id)}>
            {t("comment.goTo")}
          </button>
        ) : null}
      </div>
    </article>
  );
}
