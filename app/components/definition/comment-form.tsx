/** The ISO form of a comment: where it stands, its type, what it says, what it proposes. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { HiddenField, SelectField, TextField } from "~/ui/field.tsx";
import { commentTypes } from "../../../domain/definition/comment.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { MentionField } from "./mention-field.tsx";

/** What was selected in the text when the form was asked for. */
export type CommentDraft = { nid: string; quote: string; place: string };

export type CommentFormProps = {
  clauses: { nid: string; name: string }[];
  draft: CommentDraft | null;
  refusal: Refusal | null;
  onDrop?: () => void;
};

export function CommentForm({ clauses, draft, refusal, onDrop }: CommentFormProps) {
  const { t } = useTranslation("definition");
  return (
    <ActForm intent="make-comment" refusal={refusal} framed className="comment-form">
      <h3>{t("comment.new")}</h3>
      <SelectField
        name="nid"
        label={t("comment.clause")}
        defaultValue={draft?.nid ?? ""}
        options={[
          { value: "", label: t("clause.whole") },
          ...clauses.map(({ nid, name }) => ({ value: nid, label: name })),
        ]}
      />
      {draft && draft.quote !== "" ? (
        <blockquote className="quote">
          <span className="unseen">{t("comment.quote")}: </span>
          {draft.quote}
        </blockquote>
      ) : null}
      {draft ? (
        <>
          <HiddenField name="quote" value={draft.quote} />
          <HiddenField name="anchor" value={draft.place} />
        </>
      ) : (
        <TextField name="quote" label={t("comment.quote")} charactersMax={500} />
      )}
      <SelectField
        name="type"
        label={t("comment.type")}
        defaultValue="technical"
        options={commentTypes.map((type) => ({ value: type, label: t(`comment.types.${type}`) }))}
      />
      <MentionField name="body" label={t("comment.body")} rows={3} charactersMax={8000} required />
      <TextField
        name="proposedChange"
        label={t("comment.change")}
        hint={t("comment.changeHint")}
        rows={2}
        charactersMax={8000}
      />
      <div className="line">
        <Button tone="primary">{t("comment.make")}</Button>
        {onDrop ? (
          <Button tone="quiet" type="button" onClick={onDrop}>
            {t("comment.drop")}
          </Button>
        ) : null}
      </div>
    </ActForm>
  );
}
