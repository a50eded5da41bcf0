/** The ISO table of comments. Whoever presides chooses rows of one type and disposes of them with one reason (rule K9). */
import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Badge } from "~/ui/badge.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { SelectField, TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { When } from "~/ui/time.tsx";
import { dispositionWords } from "../../../domain/definition/comment.ts";
import { CarrierField, type Carriers, useCarrierName } from "./carrier.tsx";
import { CommentStateBadge } from "./comment-card.tsx";
import { CommentPlace } from "./comment-place.tsx";
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

function Said({ comment, slug }: { comment: CommentData; slug: string }) {
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
      <CommentPlace comment={comment} slug={slug} />
      {answers > 0 ? <p className="note">{t("comments.answers", { count: answers })}</p> : null}
    </div>
  );
}

function Became({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  const carrierName = useCarrierName();
  return (
    <div className="became">
      <span className="line">
        <CommentStateBadge state={comment.state} />
        {comment.late ? (
          <Badge tone="warn">{t(comment.admittedAt === null ? "comment.late" : "comment.admitted")}</Badge>
        ) : null}
        {comment.callsYou ? <Badge tone="warn">{t("comment.callsYou")}</Badge> : null}
      </span>
      {comment.disposition ? (
        <>
          <strong>{t(`comment.words.${comment.disposition}`)}</strong>
          {comment.carriedBy ? (
            <p className="note">{t("comment.by", { carrier: carrierName(comment.carriedBy) })}</p>
          ) : null}
          <p className="said">{comment.dispositionReason}</p>
        </>
      ) : comment.state === "open" ? (
        <p className="note">{t("comments.waiting")}</p>
      ) : null}
    </div>
  );
}

/** What may carry each of several comments: what may carry the one that was made last. */
function carriersOf(rows: CommentData[]): Carriers | null {
  const choices = rows.flatMap(({ carriers }) => carriers ?? []);
  const [first] = choices;
  return first ? { ...first, after: Math.max(...choices.map(({ after }) => after)) } : null;
}

/** Ticks every comment of one type that may be chosen; it needs script, so it comes with it. */
function ChooseAll({ rows }: { rows: CommentData[] }) {
  const { t } = useTranslation("definition");
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const free = rows.filter(({ may }) => may["dispose-comment"] === null);
  const types = [...new Set(free.map(({ type }) => type))];
  const choose = (type: CommentData["type"]) => {
    const wanted = new Set(free.filter((row) => row.type === type).map(({ id }) => id));
    for (const box of document.querySelectorAll<HTMLInputElement>("input.choose")) box.checked = wanted.has(box.value);
  };
  if (!isAwake) return null;
  return (
    <p className="line choose-all">
      {types.map((type) => (
        <Button key={type} type="button" tone="quiet" onClick={() => choose(type)}>
          {t("comments.chooseAll", { type: t(`comment.types.${type}`) })}
        </Button>
      ))}
    </p>
  );
}

function Together({ rows }: { rows: CommentData[] }) {
  const { t } = useTranslation("definition");
  const carriers = carriersOf(rows);
  return (
    <fieldset className="together">
      <legend>{t("comments.together")}</legend>
      <p className="note">{t("comments.togetherHint")}</p>
      <ChooseAll rows={rows} />
      <SelectField
        name="word"
        label={t("comment.word")}
        options={dispositionWords.map((word) => ({ value: word, label: t(`comment.words.${word}`) }))}
      />
      {carriers ? <CarrierField carriers={carriers} /> : null}
      <TextField
        name="reason"
        label={t("comment.reason")}
        hint={t("comment.reasonHint")}
        rows={2}
        charactersMax={4000}
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
            <Link key="number" id={`comment-${comment.number}`} to={`/candidates/${slug}/comments/${comment.number}`}>
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
            <Said key="said" comment={comment} slug={slug} />,
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
      <Together rows={rows} />
    </ActForm>
  );
}
