/** The reply of the reviewer's own member: five words with what each does, and the consequences of the one that is chosen. */
import { useTranslation } from "react-i18next";
import { ActForm } from "~/ui/act-form.tsx";
import { Button } from "~/ui/button.tsx";
import { ChoiceField, TextField } from "~/ui/field.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { RoundData } from "./review-data.ts";

/** From the word that changes nothing to the one that ends the round. */
const words = ["agree", "ask-time", "cannot-join", "amend", "object"] as const;

type Own = NonNullable<RoundData["own"]>;

export function ReplyForm({ page, own }: { page: RoundData; own: Own }) {
  const { t } = useTranslation("review");
  const refusal = page.may["reply-round"];
  const name = own.name;
  return (
    <div className="act-form-framed reply-form" id="reply">
      <h2>{t("reply.title", { member: name })}</h2>
      <p className="note">{t("reply.latest")}</p>
      {refusal ? null : <SilenceNote own={own} />}
      <ActForm intent="reply-round" refusal={refusal} className="reply-form-fields">
        <ChoiceField
          name="word"
          label={t("reply.word")}
          required
          options={words.map((word) => ({
            value: word,
            label: t(`reply.label.${word}`),
            hint: t(`reply.hint.${word}`, { member: name, count: page.members.length }),
          }))}
        />
        <div className="reply-reason">
          <TextField
            name="reason"
            label={t("reply.reason")}
            hint={t("reply.reasonHint")}
            rows={3}
            charactersMax={8000}
          />
        </div>
        <div className="reply-text">
          <TextField name="text" label={t("reply.text")} hint={t("reply.textHint")} rows={5} charactersMax={20000} />
        </div>
        <Consequences page={page} own={own} />
        <Button tone={page.may["acknowledge-delivery"] === null ? "plain" : "primary"}>{t("reply.button")}</Button>
      </ActForm>
    </div>
  );
}

function SilenceNote({ own }: { own: Own }) {
  const { t } = useTranslation("review");
  return (
    <p className="reply-silence">
      <strong>{t("reply.ifNothing")}</strong>{" "}
      {own.word === null || own.word === "ask-time"
        ? t("reply.silent", { member: own.name })
        : t("reply.stands", { member: own.name, word: t(`said.${own.word}`) })}
    </p>
  );
}

/** One block for each word; the form shows that of the chosen one. Without style sheets all five stand there. */
function Consequences({ page, own }: { page: RoundData; own: Own }) {
  const { t } = useTranslation("review");
  const all = page.members.length;
  const others = page.cannotJoin.filter((name) => name !== own.name).length;
  const values = { member: own.name, all, others: all - others - 1, cannot: others + 1, most: page.cannotJoinMax };
  const rulesOf: Record<string, string[]> = {
    agree: ["V11"],
    "ask-time": ["V11", "V19"],
    "cannot-join": ["V14", "V15"],
    amend: ["V12", "V13"],
    object: ["V12", "V13"],
  };
  return words.map((word) => (
    <div key={word} className={`consequences consequences-${word}`}>
      <p>
        <strong>{t("reply.ifYouSend", { word: t(`reply.label.${word}`).toLowerCase() })}</strong>{" "}
        <span className="line consequences-rules">
          {rulesOf[word]!.map((id) => (
            <Rule key={id} id={id} />
          ))}
        </span>
      </p>
      <ul>
        {(["one", "two", "three"] as const).map((line) => (
          <li key={line}>{t(`consequence.${word}.${line}`, values)}</li>
        ))}
      </ul>
    </div>
  ));
}
