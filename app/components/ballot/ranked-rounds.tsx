/** A run-off round by round: as a flow, as a table, and in sentences that say why each option left. Rules B25, B26. */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { Account } from "../../../domain/ballot/account.ts";
import { type Leaving, type RunoffRound, runoffStory } from "../../../domain/ballot/runoff-story.ts";
import { type OptionNames, optionNames } from "./option-marks.ts";
import { stayingOrder } from "./runoff-flow.ts";
import { RunoffPicture } from "./runoff-picture.tsx";

export type RankedRoundsProps = {
  account: Pick<Account, "outcome" | "counts" | "rounds" | "winner">;
  options: readonly string[];
  tieOrder: readonly string[];
  /** What the ballot calls its options; an option without a label is shown as it is. */
  labels: Readonly<Record<string, string>>;
};

/** Rankings among the positions: those of E with a position that did not abstain (rule B11). */
export function rankingsIn(counts: Account["counts"]): number {
  return "P" in counts ? counts.P - counts.A : 0;
}

export function RankedRounds({ account, options, tieOrder, labels }: RankedRoundsProps) {
  const { t } = useTranslation("ranked");
  const ballots = rankingsIn(account.counts);
  const story = runoffStory({ rounds: account.rounds ?? [], tieOrder, ballots });
  const names = optionNames(options, labels);
  const decides = account.outcome !== "void";
  const title = (
    <>
      {t("rounds.note")} <Rule id="B25" /> <Rule id="B26" />
    </>
  );
  return (
    <Section title={t("rounds.title")} note={title} id="rounds">
      {story.length === 0 ? (
        <p>{options[0] === undefined ? t("rounds.nothing") : t("rounds.single", { option: names.full(options[0]) })}</p>
      ) : (
        <>
          <figure className="ranked-figure">
            <RunoffPicture story={story} decides={decides} ballots={ballots} names={names} />
            <figcaption className="note">{t("rounds.legend")}</figcaption>
          </figure>
          <RoundsTable story={story} names={names} />
          <ol className="ranked-sentences">
            {story.map((round) => (
              <li key={round.number}>
                <RoundSentences round={round} names={names} isLast={round.number === story.length} decides={decides} />
              </li>
            ))}
          </ol>
        </>
      )}
      {decides ? null : <p>{t("rounds.void")}</p>}
    </Section>
  );
}

function RoundsTable({ story, names }: { story: readonly RunoffRound[]; names: OptionNames }) {
  const { t } = useTranslation("ranked");
  const head = [
    { label: t("rounds.option") },
    ...story.map(({ number }) => ({ label: t("rounds.round", { number }), number: true })),
  ];
  const votesIn = (round: RunoffRound, option: string) => round.standing.find((one) => one.option === option)?.votes;
  const rows = stayingOrder(story).map((option) => ({
    key: option,
    cells: [names.full(option), ...story.map((round) => votesIn(round, option) ?? t("rounds.left"))],
  }));
  const exhausted = story.some((round) => round.exhausted > 0)
    ? [{ key: "", cells: [t("rounds.exhausted"), ...story.map((round) => round.exhausted)] }]
    : [];
  return <DataTable caption={t("rounds.table")} head={head} rows={[...rows, ...exhausted]} />;
}

type RoundProps = { round: RunoffRound; names: OptionNames; isLast: boolean; decides: boolean };

const joined = (parts: string[], type: "conjunction" | "unit" = "conjunction") =>
  new Intl.ListFormat("en", { type, style: "long" }).format(parts);

function RoundSentences({ round, names, isLast, decides }: RoundProps) {
  const { t } = useTranslation("ranked");
  const { number, standing, exhausted, leaving } = round;
  const votes = standing.map(({ option, votes }) => t("rounds.has", { option: names.mark(option), votes }));
  const left = leaving && standing.find((one) => one.option !== leaving.option);
  const sentences = [
    t("rounds.votes", { number, votes: joined(votes, "unit") }),
    ...(exhausted > 0 ? [t("rounds.exhaustedSoFar", { count: exhausted })] : []),
    ...(leaving ? leavingSentences(leaving, names, t) : []),
    ...(isLast && decides && left ? [t("rounds.wins", { option: names.full(left.option), count: left.votes })] : []),
    ...(leaving
      ? []
      : [
          t("rounds.lastTwo", {
            options: joined(standing.map((one) => names.mark(one.option))),
            votes: standing[0]!.votes,
          }),
        ]),
  ];
  return <p>{sentences.join(" ")}</p>;
}

type Words = ReturnType<typeof useTranslation<"ranked">>["t"];

function leavingSentences(leaving: Leaving, names: OptionNames, t: Words): string[] {
  const { transfers, exhausts } = leaving;
  const parts = [
    ...transfers.map(({ to, ballots }) => t("rounds.goesTo", { count: ballots, option: names.mark(to) })),
    ...(exhausts > 0 ? [t("rounds.goesOut", { count: exhausts })] : []),
  ];
  return [
    ...reasonSentences(leaving, names, t),
    ...(parts.length > 0 ? [t("rounds.goes", { parts: joined(parts) })] : []),
  ];
}

function reasonSentences({ option, votes, why }: Leaving, names: OptionNames, t: Words): string[] {
  if (why.kind === "fewest") return [t("rounds.fewest", { option: names.full(option), count: votes })];
  const list = (options: readonly string[]) => joined(options.map(names.mark));
  const looks = why.steps.map(({ round, votes: had }) =>
    t("rounds.lookedBack", {
      round,
      votes: joined(
        Object.entries(had).map(([one, ballots]) => t("rounds.has", { option: names.mark(one), votes: ballots })),
        "unit",
      ),
    }),
  );
  const end =
    why.kind === "earlier-round"
      ? t("rounds.byRound", { option: names.mark(option), round: why.steps.at(-1)!.round })
      : t("rounds.byTieOrder", { options: list(why.lastInOrder), option: names.mark(option) });
  return [t("rounds.tied", { options: list(why.tied), count: votes }), ...looks, end];
}
