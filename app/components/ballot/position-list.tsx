/** Positions grouped by what they count as, each with its reason, its clause, and what the seat said before. */
import { useTranslation } from "react-i18next";
import { Section } from "~/ui/layout.tsx";
import { When } from "~/ui/time.tsx";
import { type BallotData, type BallotResult, type SeatLineData, wordCounts } from "./ballot-data.ts";
import { ChoiceWords, choiceText } from "./choice-words.tsx";
import { reasonId, ToClause } from "./clause-reasons.tsx";
import { DiscussCard } from "./discuss-card.tsx";
import { RollCells } from "./roll-cells.tsx";
import { WordMark } from "./word-mark.tsx";

const order = ["discuss", "no", "yes", "no-objection", "set", "ranking", "abstain", "none", "recuse"];

function Reason({ line, clauseOf }: { line: SeatLineData; clauseOf: (nid: string | null) => string }) {
  const { t } = useTranslation("ballot");
  const clause = clauseOf(line.nid);
  return (
    <details className="seat-more">
      <summary>
        {t(line.reason === "" ? "position.before" : "position.reason")}
        <span className="unseen">: {line.seat}</span>
      </summary>
      {line.reason === "" ? null : (
        <div className="seat-reason" id={reasonId(line)}>
          <p className="seat-words">{line.reason}</p>
          <p className="note">
            <ToClause nid={line.nid} clause={clause} />
            {clause === "" ? null : "; "}
            {line.person}, {line.at === null ? null : <When at={line.at} />}
          </p>
        </div>
      )}
      {line.former.map((one) => (
        <p className="note" key={`${one.ballot}${one.at}`}>
          {one.ballot === null
            ? t("position.formerHere", { word: one.choice ? choiceText(one.choice) : t(`word.${one.word}`) })
            : t("position.formerThere", { word: t(`word.${one.word}`), version: one.version, ballot: one.ballot })}
          , <When at={one.at} />
          {one.reason === "" ? "" : `: ${one.reason}`}
        </p>
      ))}
    </details>
  );
}

/** What the seat said on the version that it last took a position on, and in which ways the text has changed since. */
function Former({ line, changedSince }: { line: SeatLineData; changedSince: BallotData["changedSince"] }) {
  const { t } = useTranslation("ballotText");
  const former = line.former.find((one) => one.ballot !== null && one.version !== null);
  if (former === undefined) return null;
  const classes = changedSince?.[former.version!];
  const named = classes?.map((one) => t(`frame:changeClass.${one}`).toLowerCase()).join(", ");
  return (
    <p className="note">
      {t("former", { word: t(`ballot:word.${former.word}`), version: former.version })}
      {classes === undefined ? null : `; ${named ? t("textSince", { classes: named }) : t("textSame")}`}
    </p>
  );
}

type SeatItemProps = {
  line: SeatLineData;
  clauseOf: (nid: string | null) => string;
  changedSince: BallotData["changedSince"];
};

function SeatItem({ line, clauseOf, changedSince }: SeatItemProps) {
  const { t } = useTranslation("ballot");
  const name = line.own ? (
    <strong>
      {line.seat} ({t("position.you")})
    </strong>
  ) : (
    line.seat
  );
  // The reason of a Discuss stands in its card.
  const shown = line.countedAs === "discuss" ? { ...line, reason: "" } : line;
  const hasMore = shown.reason !== "" || shown.former.length > 0;
  return (
    <li>
      {name} <Mark line={line} /> {hasMore ? <Reason line={shown} clauseOf={clauseOf} /> : null}
      {line.choice ? <ChoiceWords choice={line.choice} /> : null}
      <Former line={line} changedSince={changedSince} />
      {line.discuss === "lapsed" ? <p className="note">{t("position.lapsed")}</p> : null}
      {line.discuss === "overridden" ? <p className="note">{t("position.overridden")}</p> : null}
    </li>
  );
}

/** Class or weight of the seat, where the type has them. */
function Mark({ line }: { line: SeatLineData }) {
  const { t } = useTranslation("ballot");
  if (line.class !== null) return <span className="note">{t("position.class", { class: line.class })}</span>;
  return line.weight === null ? null : <span className="note">{t("position.weight", { weight: line.weight })}</span>;
}

type GroupProps = { word: string; lines: SeatLineData[]; page: BallotData; result: BallotResult; now: number };

function Group({ word, lines, page, result, now }: GroupProps) {
  const { t } = useTranslation("ballot");
  const labels = new Map(page.clauseOptions.map((clause) => [clause.nid, clause.label || clause.words]));
  const clauseOf = (nid: string | null) => (nid === null ? "" : (labels.get(nid) ?? ""));
  const discusses = result.discusses.filter((one) => lines.some((line) => line.seatId === one.seatId));
  return (
    <li className="position-group">
      <WordMark word={word} />
      <b className="position-count">{lines.length}</b>
      <div>
        <ul className="seats">
          {lines.map((line) => (
            <SeatItem key={line.seatId} line={line} clauseOf={clauseOf} changedSince={page.changedSince} />
          ))}
        </ul>
        {word === "recuse" ? <p className="note">{t("position.recused")}</p> : null}
        {discusses.map((discuss) => (
          <DiscussCard key={discuss.seatId} discuss={discuss} page={page} clause={clauseOf(discuss.nid)} now={now} />
        ))}
      </div>
    </li>
  );
}

export function PositionList({ page, result, now }: { page: BallotData; result: BallotResult; now: number }) {
  const { t } = useTranslation("ballot");
  const { E, S } = wordCounts(result.counts);
  const own = result.lines.find((line) => line.own);
  const needed = page.ballot.type === "recommendation" && E > 0 ? Math.ceil((2 * E) / 3) : null;
  const note = own?.countedAs === "none" ? "position.noteOwn" : "position.note";
  return (
    <Section title={t("position.title")} note={t(note, { taken: E - S, E })} id="positions">
      <RollCells lines={result.lines} needed={needed} />
      <ul className="position-groups">
        {order.map((word) => {
          const lines = result.lines.filter((line) => line.countedAs === word);
          if (lines.length === 0) return null;
          return <Group key={word} word={word} lines={lines} page={page} result={result} now={now} />;
        })}
      </ul>
    </Section>
  );
}
