/** The stories of ranked ballots: who leaves and why, where ballots go, and over which path one option beats another. */
import { describe, expect, test } from "vitest";
import { instantRunoff } from "../../../domain/ballot/instant-runoff.ts";
import { runoffStory } from "../../../domain/ballot/runoff-story.ts";
import { schulze, strengthsOf } from "../../../domain/ballot/schulze.ts";
import { strongestPathStory } from "../../../domain/ballot/strongest-paths.ts";
import { chanceOf, shuffled } from "./chance.ts";

type Ballots = [count: number, ranking: string[]][];

const spread = (ballots: Ballots) => ballots.flatMap(([count, ranking]) => Array<string[]>(count).fill(ranking));

function told(options: string[], ballots: Ballots, tieOrder = options) {
  const rankings = spread(ballots);
  const result = instantRunoff(options, tieOrder, rankings);
  const rounds = result.rounds.map((votes) => Object.fromEntries(votes));
  return { result, story: runoffStory({ rounds, tieOrder, ballots: rankings.length }) };
}

describe("the story of a run-off", () => {
  test("[B25] says who has the fewest, where those ballots go, and how many are exhausted", () => {
    const { story } = told(
      ["A", "B", "C"],
      [
        [4, ["A"]],
        [3, ["B"]],
        [1, ["C", "B"]],
        [1, ["C"]],
        [1, []],
      ],
    );
    expect(story).toHaveLength(2);
    expect(story[0]).toMatchObject({ number: 1, exhausted: 1 });
    expect(story[0]!.leaving).toEqual({
      option: "C",
      votes: 2,
      why: { kind: "fewest" },
      transfers: [{ to: "B", ballots: 1 }],
      exhausts: 1,
    });
    expect(story[1]).toMatchObject({ exhausted: 2, leaving: null });
  });

  test("[B26] names the earlier round that tells equal ones apart, with what they had in it", () => {
    const { story } = told(
      ["A", "B", "C", "D"],
      [
        [5, ["A"]],
        [3, ["B"]],
        [2, ["C"]],
        [1, ["D", "C"]],
      ],
    );
    expect(story[1]!.leaving).toMatchObject({
      option: "C",
      why: { kind: "earlier-round", tied: ["B", "C"], steps: [{ round: 1, votes: { B: 3, C: 2 }, fewest: ["C"] }] },
    });
  });

  test("[B26] names the frozen tie order where no round tells them apart", () => {
    const ballots: Ballots = [
      [3, ["A"]],
      [2, ["B"]],
      [2, ["C"]],
    ];
    const { story } = told(["A", "B", "C"], ballots, ["C", "A", "B"]);
    expect(story[0]!.leaving).toMatchObject({
      option: "B",
      why: { kind: "tie-order", tied: ["B", "C"], steps: [], lastInOrder: ["C", "B"] },
    });
  });

  test("[B26] lets nobody leave where the last two are equal", () => {
    const { story, result } = told(
      ["A", "B"],
      [
        [2, ["A"]],
        [2, ["B"]],
      ],
    );
    expect(story.at(-1)!.leaving).toBeNull();
    expect(result.winner).toBeNull();
  });

  test("[B25 B26] tells of random ballots the order of the account, and every ballot is somewhere in each round", () => {
    const chance = chanceOf(11);
    for (let run = 0; run < 2000; run += 1) {
      const options = ["A", "B", "C", "D", "E"].slice(0, 2 + chance(4));
      const ballots: Ballots = Array.from({ length: chance(12) }, () => [
        1 + chance(2),
        shuffled(options, chance).slice(0, chance(options.length + 1)),
      ]);
      const { story, result } = told(options, ballots, shuffled(options, chance));
      const total = spread(ballots).length;
      const left = story.flatMap(({ leaving }) => (leaving ? [leaving.option] : []));
      if (result.order) expect([...left, result.winner].reverse()).toEqual(result.order);
      for (const { standing, exhausted, leaving, number } of story) {
        expect(standing.reduce((sum, one) => sum + one.votes, exhausted)).toBe(total);
        if (!leaving || number === story.length) continue;
        const moved = leaving.transfers.reduce((sum, one) => sum + one.ballots, leaving.exhausts);
        expect(moved).toBe(leaving.votes);
      }
    }
  });
});

describe("the story of strongest paths", () => {
  test("[B27] goes straight where more rank one above the other", () => {
    const rankings = spread([
      [7, ["A", "B"]],
      [4, ["B", "A"]],
    ]);
    const { links, pairs } = strongestPathStory(["A", "B"], schulze(["A", "B"], rankings).pairwise);
    const link = { from: "A", to: "B", votes: 7, against: 4 };
    expect(links).toEqual([link]);
    expect(pairs).toEqual([
      {
        ...{ one: "A", other: "B", oneAbove: 7, otherAbove: 4, beats: "A", back: null },
        forth: { strength: 7, links: [link], weakest: link },
      },
    ]);
  });

  test("[B27 B28] goes through others in a circle and names the weakest link", () => {
    const options = ["A", "B", "C"];
    const rankings = spread([
      [4, ["A", "B", "C"]],
      [3, ["B", "C", "A"]],
      [2, ["C", "A", "B"]],
    ]);
    const { pairs } = strongestPathStory(options, schulze(options, rankings).pairwise);
    const pair = pairs.find(({ one, other }) => one === "A" && other === "C")!;
    expect(pair.beats).toBe("A");
    expect(pair.forth).toMatchObject({ strength: 6, weakest: { from: "A", to: "B", votes: 6, against: 3 } });
    expect(pair.forth!.links.map(({ to }) => to)).toEqual(["B", "C"]);
    expect(pair.back).toMatchObject({ strength: 5, links: [{ from: "C", to: "A" }] });
  });

  test("[B27] every path of random ballots is made of links, and as strong as its weakest", () => {
    const chance = chanceOf(12);
    for (let run = 0; run < 1000; run += 1) {
      const options = ["A", "B", "C", "D", "E", "F"].slice(0, 2 + chance(5));
      const rankings = Array.from({ length: chance(15) }, () =>
        shuffled(options, chance).slice(0, chance(options.length + 1)),
      );
      const { pairwise, order } = schulze(options, rankings);
      const strengths = strengthsOf(pairwise);
      for (const { one, other, forth, back, beats } of strongestPathStory(options, pairwise).pairs) {
        const [i, j] = [options.indexOf(one), options.indexOf(other)];
        expect([forth?.strength ?? 0, back?.strength ?? 0]).toEqual([strengths[i]![j], strengths[j]![i]]);
        for (const path of [forth, back]) {
          if (!path) continue;
          expect(path.links.every(({ votes, against }) => votes > against)).toBe(true);
          expect(path.weakest.votes).toBe(path.strength);
          expect(path.links.slice(1).every((link, index) => link.from === path.links[index]!.to)).toBe(true);
        }
        if (beats !== null) expect(order[0]).not.toContain(beats === one ? other : one);
      }
    }
  });
});
