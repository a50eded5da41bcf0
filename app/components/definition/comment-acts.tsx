/** What may be done with one comment: answer, dispose, admit, reopen, agree, sustain, withdraw. Each is a form behind its own summary. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { Refused } from "~/ui/refused.tsx";
import { When } from "~/ui/time.tsx";
import { dispositionWords } from "../../../domain/definition/comment.ts";
import { CarrierField } from "./carrier.tsx";
import type { CommentData } from "./definition-types.ts";
import { MentionField } from "./mention-field.tsx";

/** Closes, and forgets what was typed, once the act has been done: its key then changes. */
function Behind({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="disclosure comment-act">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

type ActProps = { comment: CommentData; intent: string; children: ReactNode };

function CommentAct({ comment, intent, children }: ActProps) {
  return (
    <ActForm intent={intent} part={comment.id}>
      <HiddenField name="comment" value={comment.id} />
      {children}
    </ActForm>
  );
}

function AnswerForm({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  return (
    <Behind summary={t("comment.answer")}>
      <CommentAct comment={comment} intent="follow-up-comment">
        <MentionField
          name="body"
          label={t("comment.answerLabel", { number: comment.number })}
          rows={2}
          charactersMax={4000}
          required
        />
        <Button>{t("comment.answerButton")}</Button>
      </CommentAct>
    </Behind>
  );
}

function DisposeForm({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  return (
    <Behind summary={t("comment.dispose")}>
      <CommentAct comment={comment} intent="dispose-comment">
        <SelectField
          name="word"
          label={t("comment.word")}
          options={dispositionWords.map((word) => ({ value: word, label: t(`comment.words.${word}`) }))}
        />
        {comment.carriers ? <CarrierField carriers={comment.carriers} /> : null}
        <TextField
          name="reason"
          label={t("comment.reason")}
          hint={t("comment.reasonHint")}
          rows={2}
          charactersMax={4000}
        />
        <Button tone="primary">{t("comment.disposeButton")}</Button>
      </CommentAct>
    </Behind>
  );
}

function ReopenForm({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  return (
    <Behind summary={t("comment.reopen")}>
      <CommentAct comment={comment} intent="reopen-comment">
        <TextField name="argument" label={t("comment.argument")} rows={3} charactersMax={4000} required />
        {comment.reopenUntil === null ? null : (
          <p className="note">
            <When at={comment.reopenUntil} />
          </p>
        )}
        <Button>{t("comment.reopenButton")}</Button>
      </CommentAct>
    </Behind>
  );
}

/** The acts stand in the order of the life of a comment; a refusal is shown where a person might wonder why. */
export function CommentActs({ comment }: { comment: CommentData }) {
  const { t } = useTranslation("definition");
  const { may, thread } = comment;
  // A form is made anew once its own act is in the thread; what others do leaves it, and what is typed in it, alone.
  const ownAnswers = thread.filter((entry) => entry.own && entry.kind === "answer").length;
  const dispose = may["dispose-comment"];
  return (
    <div className="comment-acts">
      {comment.callsYou ? (
        <CommentAct comment={comment} intent="acknowledge-mention">
          <Button tone="quiet">{t("comment.looked")}</Button>
        </CommentAct>
      ) : null}
      {may["follow-up-comment"] === null ? <AnswerForm key={ownAnswers} comment={comment} /> : null}
      {dispose === null ? <DisposeForm key={comment.state} comment={comment} /> : null}
      {may["admit-comment"] === null ? (
        <CommentAct comment={comment} intent="admit-comment">
          <p className="note">{t("comment.admitHint")}</p>
          <Button tone="quiet">{t("comment.admit")}</Button>
        </CommentAct>
      ) : null}
      {dispose?.code === "own-delegation" && comment.state === "open" ? <Refused refusal={dispose} /> : null}
      {comment.own && may["reopen-comment"] === null ? <ReopenForm comment={comment} /> : null}
      {comment.own && may["reopen-comment"]?.code === "late" ? <Refused refusal={may["reopen-comment"]} /> : null}
      {comment.own && may["agree-disposition"] === null ? (
        <CommentAct comment={comment} intent="agree-disposition">
          <Button tone="quiet">{t("comment.agree")}</Button>
        </CommentAct>
      ) : null}
      {comment.own && may["sustain-comment"] === null ? (
        <CommentAct comment={comment} intent="sustain-comment">
          <p className="note">{t("comment.sustainHint")}</p>
          <Button tone="quiet">{t("comment.sustain")}</Button>
        </CommentAct>
      ) : null}
      {comment.own && may["withdraw-comment"] === null ? (
        <CommentAct comment={comment} intent="withdraw-comment">
          <Button tone="quiet">{t("comment.withdraw")}</Button>
        </CommentAct>
      ) : null}
    </div>
  );
}
