/**
 * A position on options: those that the seat approves as check boxes, or a place for each as a list to choose from; and
 * the words beside them. It works without script; what was said before stands in the fields, so that it is changed and not
 * said again.
 */
import { useTranslation } from "react-i18next";
import { useFormState } from "~/ui/act-form.tsx";
import { SelectField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { BallotData, ChoiceData } from "./ballot-data.ts";
import { iconOf } from "./word-mark.tsx";

/** What may be said on options in each type (table B): in a straw poll either of both. */
function kindsOf(type: BallotData["ballot"]["type"]): ("set" | "ranking")[] {
  if (type === "straw-poll") return ["set", "ranking"];
  return type === "approval" ? ["set"] : ["ranking"];
}

type Props = { page: BallotData; options: readonly string[] };

export function OptionFields({ page, options }: Props) {
  const { t } = useTranslation("ballot");
  const { answer } = useFormState();
  const own = page.result?.lines.find((line) => line.own);
  const kinds = kindsOf(page.ballot.type);
  const typed = answer?.values.word;
  const chosen = typed ?? own?.word ?? kinds[0];
  const refused = new Set(page.form?.outlook.filter((one) => one.refused).map((one) => one.word));
  return (
    <>
      <fieldset className="choices">
        <legend className="unseen">{t("form.word")}</legend>
        {[...kinds, "abstain" as const, "recuse" as const].map((word) => (
          <label className="choice" key={word}>
            <input
              type="radio"
              name="word"
              value={word}
              required
              disabled={word === "recuse" && refused.has(word)}
              defaultChecked={chosen === word}
            />
            <span>
              <span className={`choice-label word-${word}`}>
                <Icon name={iconOf(word)} /> {t(`form.says.${word}`)}
              </span>
              <span className="note choice-means">{t(`wordMeans.${word}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kinds.includes("set") ? <SetFields options={options} before={own?.choice ?? null} /> : null}
      {kinds.includes("ranking") ? (
        <RankingFields options={options} before={own?.choice ?? null} equalPlaces={page.ballot.equalPlaces} />
      ) : null}
    </>
  );
}

type FieldsProps = { options: readonly string[]; before: ChoiceData | null };

function SetFields({ options, before }: FieldsProps) {
  const { t } = useTranslation("ballot");
  const { answer } = useFormState();
  const said = before && "set" in before ? before.set : [];
  const isChosen = (option: string, index: number) =>
    answer ? answer.values[`set.${index}`] === option : said.includes(option);
  return (
    <fieldset className="choices only-set">
      <legend>{t("form.set")}</legend>
      <span className="hint">{t("form.setHint")}</span>
      {options.map((option, index) => (
        <label className="choice" key={option}>
          <input type="checkbox" name={`set.${index}`} value={option} defaultChecked={isChosen(option, index)} />
          <span className="choice-label">{option}</span>
        </label>
      ))}
    </fieldset>
  );
}

function placeIn(before: ChoiceData | null, option: string): string {
  if (before === null || "set" in before) return "";
  const place = before.ranking.findIndex((one) => (typeof one === "string" ? one === option : one.includes(option)));
  return place < 0 ? "" : String(place + 1);
}

function RankingFields({ options, before, equalPlaces }: FieldsProps & { equalPlaces: boolean }) {
  const { t } = useTranslation("ballot");
  const places = options.map((_, index) => ({
    value: String(index + 1),
    label: t("form.place", { place: index + 1 }),
  }));
  return (
    <fieldset className="choices ranking-fields only-ranking">
      <legend>{t("form.ranking")}</legend>
      <span className="hint">{t(equalPlaces ? "form.rankingEqualHint" : "form.rankingHint")}</span>
      {options.map((option, index) => (
        <SelectField
          key={option}
          name={`places.${index}`}
          label={option}
          defaultValue={placeIn(before, option)}
          options={[{ value: "", label: t("form.notRanked") }, ...places]}
        />
      ))}
    </fieldset>
  );
}
