/** The ISO table of comments. Whoever presides chooses rows of one type and disposes of them with one reason (rule K9). */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { When } from "~/ui/time.tsx";
import { dispositionWords } from "../../../domain/definition/comment.ts";
import { CommentStateBadge } from "./comment-card.tsx";
import type { CommentData } from "./definition-types.ts";
import { useClauseName } from "./text-marks.tsx";

/** A box where this person may dispose of the comment; the reason where only the delegation stands in the way. */
function Choose({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  const refusal = comment.may["dispose-comment"];
  if (refusal === null)
    return (
      <input
        type="checkbox"
        className="choose"
        name="comment"
        value={comment.id}
        aria-label={t("comments.choose", { number: comment.number })}
      />
    );
  return refusal.code === "own-delegation" ? (
    <span className="note" title={refusal.reason}>
      <Icon name="lock" label={t("comments.notYours")} />
    </span>
  ) : null;
}

function Said({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  const answers = comment.thread.filter(({ kind }) => kind !== "disposition").length;
  return (
    <div className="said-cell">
      {comment.quote ? <blockquote className="quote">{comment.quote}</blockquote> : null}
      <p className="said">{comment.body}</p>
      {comment.proposedChange ? (
        <p className="proposed">
          <span className="note">{t("comment.proposed")}</span>
          {comment.proposedChange}
        </p>
      ) : null}
      {answers > 0 ? <p className="note">{t("comments.answers", { count: answers })}</p> : null}
    </div>
  );
}

function Became({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  return (
    <div className="became">
      <span className="line">
        <CommentStateBadge state={comment.state} />
        {comment.late ? <Badge tone="warn">{t("comment.late")}</Badge> : null}
      </span>
      {comment.disposition ? (
        <>
          <strong>{t(`comment.words.${comment.disposition}`)}</strong>
          <p className="said">{comment.dispositionReason}</p>
        </>
      ) : comment.state === "open" ? (
        <p className="note">{t("comments.waiting")}</p>
      ) : null}
    </div>
  );
}

function Together() {
  const { t } = useTranslation("definition");
  return (
    <fieldset className="together">
      <legend>{t("comments.together")}</legend>
      <p className="note">{t("comments.togetherHint")}</p>
      <SelectField
        name="word"
        label={t("comment.word")}
        options={dispositionWords.map((word) => ({ value: word, label: t(`comment.words.${word}`) }))}
      />
      <TextField
        name="reason"
        label={t("comment.reason")}
        hint={t("comment.reasonHint")}
        rows={2}
        charactersMax={4000}
        required
      />
      <Button tone="primary">{t("comment.disposeButton")}</Button>
    </fieldset>
  );
}

export function CommentTable({ rows, slug, presides }: { rows: CommentData[]; slug: string; presides: boolean }) {
  const { t } = useTranslation("definition");
  const clauseName = useClauseName();
  const choosing = presides && rows.some((row) => row.may["dispose-comment"] === null);
  const columns = ["number", "from", "clause", "type", "comment", "disposition"];
  const table = (
    <div className="comment-table">
      <DataTable
        caption={t("comments.title")}
        head={[...(choosing ? ["choose"] : []), ...columns].map((name) => ({ label: t(`comments.head.${name}`) }))}
        rows={rows.map((comment) => ({
          key: comment.id,
          own: comment.own,
          cells: [
            ...(choosing ? [<Choose key="choose" comment={comment} />] : []),
            <Link key="number" to={`/candidates/${slug}/definition#comment-${comment.number}`}>
              {comment.number}
            </Link>,
            <div key="from">
              {comment.by.speaksFor ?? comment.by.name}
              <p className="note">
                {comment.by.speaksFor ? `${comment.by.name}, ` : ""}
                <When at={comment.madeAt} dateOnly />
              </p>
            </div>,
            <span key="clause" className="clause-cell">
              {clauseName(comment.clause, comment.nid)}
            </span>,
            t(`comment.types.${comment.type}`),
            <Said key="said" comment={comment} />,
            <Became key="became" comment={comment} />,
          ],
        }))}
      />
    </div>
  );
  if (!choosing) return table;
  return (
    <ActForm key={rows.map((row) => row.state).join()} intent="dispose-comment" className="comment-dispositions">
      {table}
      <Together />
    </ActForm>
  );
}
