/** A Schulze count pair by pair: as a graph, as a table, and in a sentence for each pair. Rules B27, B28. */
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui/data-table.tsx";
import { Section } from "~/ui/layout.tsx";
import { Rule } from "~/ui/rule.tsx";
import type { Account } from "../../../domain/ballot/account.ts";
import { type PairStory, type Path, strongestPathStory } from "../../../domain/ballot/strongest-paths.ts";
import { type OptionNames, optionNames } from "./option-marks.ts";
import { graphMax, PathGraph } from "./path-graph.tsx";
import { rankingsIn } from "./ranked-rounds.tsx";

export type StrongestPathsProps = {
  account: Pick<Account, "outcome" | "counts" | "pairwise" | "order" | "winner">;
  options: readonly string[];
  /** What the ballot calls its options; an option without a label is shown as it is. */
  labels: Readonly<Record<string, string>>;
};

const joined = (parts: string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(parts);

export function StrongestPaths({ account, options, labels }: StrongestPathsProps) {
  const { t } = useTranslation("ranked");
  const { pairwise = [], counts, outcome, order } = account;
  const story = strongestPathStory(options, pairwise);
  const names = optionNames(options, labels);
  const groups = (order ?? []).map((group) => [group].flat());
  const ballots = rankingsIn(counts);
  const note = (
    <>
      {t("paths.note")} <Rule id="B27" /> <Rule id="B28" />
    </>
  );
  return (
    <Section title={t("paths.title")} note={note} id="paths">
      <Result groups={groups} names={names} isVoid={outcome === "void"} />
      {options.length > graphMax ? (
        <p className="note">{t("paths.tooMany", { count: options.length })}</p>
      ) : (
        <figure className="ranked-figure">
          <div className="paths-beside">
            <PathGraph story={story} ordered={groups.flat()} first={groups[0] ?? []} ballots={ballots} names={names} />
            <ul className="paths-options" aria-label={t("options")}>
              {groups.flat().map((option) => (
                <li key={option}>{names.full(option)}</li>
              ))}
            </ul>
          </div>
          <figcaption className="note">{t("paths.legend")}</figcaption>
        </figure>
      )}
      <PairTable pairs={story.pairs} names={names} />
      <ul className="ranked-sentences">
        {story.pairs.map((pair) => (
          <li key={`${pair.one} ${pair.other}`}>
            <PairSentence pair={pair} ballots={ballots} names={names} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Result({ groups, names, isVoid }: { groups: string[][]; names: OptionNames; isVoid: boolean }) {
  const { t } = useTranslation("ranked");
  const said = (group: string[]) =>
    group.length === 1 ? names.name(group[0]!) : t("paths.group", { options: joined(group.map(names.name)) });
  const [first = []] = groups;
  const end =
    first.length === 1
      ? t("paths.winner", { option: names.name(first[0]!) })
      : t("paths.noWinner", { options: joined(first.map(names.name)) });
  return (
    <p>
      {t("paths.order", { groups: groups.map(said).join(t("paths.then")) })} {isVoid ? t("paths.void") : end}
    </p>
  );
}

function PairTable({ pairs, names }: { pairs: readonly PairStory[]; names: OptionNames }) {
  const { t } = useTranslation("ranked");
  const head = [{ label: t("paths.pair") }, { label: t("paths.numbers"), number: true }, { label: t("paths.beats") }];
  const rows = pairs.map(({ one, other, oneAbove, otherAbove, beats }) => ({
    key: `${one} ${other}`,
    cells: [
      t("paths.over", { one: names.full(one), other: names.full(other) }),
      t("paths.to", { oneAbove, otherAbove }),
      beats === null ? t("paths.neither") : names.full(beats),
    ],
  }));
  return <DataTable caption={t("paths.table")} head={head} rows={rows} />;
}

function PairSentence({ pair, ballots, names }: { pair: PairStory; ballots: number; names: OptionNames }) {
  const { t } = useTranslation("ranked");
  const { one, other, oneAbove, otherAbove, forth, back, beats } = pair;
  if (!forth && !back)
    return <>{t("paths.unlinked", { one: names.mark(one), other: names.mark(other), oneAbove, otherAbove })}</>;
  const isTurned = beats === other;
  const [winner, loser] = isTurned ? [other, one] : [one, other];
  const [stronger, weaker] = isTurned ? [back, forth] : [forth, back];
  const named = { winner: names.mark(winner), loser: names.mark(loser) };
  if (stronger?.links.length === 1 && !weaker) {
    const { votes, against } = stronger.weakest;
    return <>{t("paths.straight", { ...named, votes, against, ballots })}</>;
  }
  const ways = {
    forth: waySentence(winner, loser, stronger, names, t),
    back: waySentence(loser, winner, weaker, names, t),
  };
  return <>{beats === null ? t("paths.equal", ways) : t("paths.both", { ...named, ...ways })}</>;
}

type Words = ReturnType<typeof useTranslation<"ranked">>["t"];

function waySentence(from: string, to: string, path: Path | null, names: OptionNames, t: Words): string {
  const ends = { from: names.mark(from), to: names.mark(to) };
  if (!path) return t("paths.unreached", ends);
  const { strength, links, weakest } = path;
  if (links.length === 1) return t("paths.direct", { ...ends, strength });
  return t("paths.through", {
    ...{ ...ends, strength, middle: joined(links.slice(0, -1).map((link) => names.mark(link.to))) },
    ...{ weakFrom: names.mark(weakest.from), weakTo: names.mark(weakest.to) },
    ...{ votes: weakest.votes, against: weakest.against },
  });
}
