import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../../domain/refusal.ts";
import { runTally, tally } from "../../../server/command-line/tally.ts";
import examples from "./voting-examples.json";

type Json = Record<string, unknown>;

describe("the published cases", () => {
  const output = tally(examples) as unknown as { accounts: Json[] };

  test("[B34] there are eleven, in the same order", () => {
    expect(output.accounts.map((one) => one.id)).toEqual(examples.cases.map((one) => one.id));
    expect(output.accounts).toHaveLength(11);
  });

  test.each(examples.cases.map((one, index) => [one.title, one, index] as const))(
    "[B34] every expected key comes out equal: %s",
    (_, one, index) => {
      for (const [key, value] of Object.entries(one.expected)) expect(output.accounts[index]![key], key).toEqual(value);
    },
  );

  test.each(examples.cases.map((one) => [one.id, one] as const))(
    "[B34] one case alone gives its account: %s",
    (_, one) => {
      expect(tally(one)).toMatchObject({ outcome: one.expected.outcome });
    },
  );
});

/** A copy of a case with one place changed; `undefined` takes the member away. */
function changed(id: string, path: (string | number)[], value: unknown): unknown {
  const copy = structuredClone(examples.cases.find((one) => one.id === id)!) as unknown as Json;
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce<Json>((at, key) => at[key] as Json, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const at = (text: string) =>
  text
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

describe("malformed cases", () => {
  const cases: [string, string, unknown][] = [
    ["x-rec-adopted", "kind", "vote"],
    ["x-rec-adopted", "kind", undefined],
    ["x-rec-adopted", "ballot", undefined],
    ["x-rec-adopted", "ballot.type", "majority"],
    ["x-rec-adopted", "ballot.mode", "OPEN"],
    ["x-rec-adopted", "ballot.mode", undefined],
    ["x-rec-adopted", "ballot.opensAt", "2026-02-30T00:00:00Z"],
    ["x-rec-adopted", "ballot.opensAt", "2026-09-01T00:00:00+02:00"],
    ["x-rec-adopted", "ballot.closesAt", "2026-09-01T00:00:00Z"],
    ["x-rec-adopted", "ballot.closesAt", 1788220800000],
    ["x-rec-adopted", "ballot.recused", undefined],
    ["x-rec-adopted", "ballot.events", undefined],
    ["x-rec-adopted", "ballot.roll", {}],
    ["x-rec-adopted", "ballot.roll[3].seat", ""],
    ["x-rec-adopted", "ballot.positions[2].at", "yesterday"],
    ["x-rec-adopted", "ballot.positions[2].word", 1],
    ["x-rec-adopted", "ballot.positions[2].reason", null],
    ["x-rec-discuss", "ballot.events[0].type", "reply"],
    ["x-rec-discuss", "ballot.events[0].at", undefined],
    ["x-iso", "ballot.roll[0].class", undefined],
    ["x-iso", "ballot.roll[0].class", "Q"],
    ["x-weighted", "ballot.roll[4].weight", undefined],
    ["x-weighted", "ballot.roll[4].weight", 1.5],
    ["x-weighted", "ballot.roll[4].weight", -1],
    ["x-weighted", "ballot.roll[4].weight", "8"],
    ["x-approval", "ballot.options", undefined],
    ["x-approval", "ballot.atMost", 0],
    ["x-approval", "ballot.positions[0].set", "quantum"],
    ["x-irv", "ballot.tieOrder", undefined],
    ["x-irv", "ballot.tieOrder", ["A", "B"]],
    ["x-irv", "ballot.positions[0].ranking[1]", 7],
    ["x-round", "round.kind", "accession"],
    ["x-round", "round.asOf", "2026-08-31T00:00:00Z"],
    ["x-round", "round.members", []],
    ["x-round", "round.members[0].zone", "Mars/Olympus"],
    ["x-round", "round.members[0].zone", "+02:00"],
    ["x-round", "round.members[0].deliveredAt", undefined],
    ["x-round", "round.members[0].weekend", [1, 2, 3, 4, 5, 6, 7]],
    ["x-round", "round.members[0].weekend[0]", 8],
    ["x-round", "round.members[0].holidays[0]", "2026-13-01"],
    ["x-round", "round.replies[0].word", "maybe"],
    ["x-round", "round.lengthenedAt", null],
    ["x-round", "round.outages", undefined],
    ["x-opt-in", "optIn.brokenRounds", -1],
    ["x-opt-in", "optIn.joins", undefined],
  ];

  test.each(cases)("[B34] %s with %s = %j is refused at that path, with the wrong value", (id, path, value) => {
    const place = at(path);
    // A list that is not there yet is made with the wrong item in it.
    const [last, parent] = [place.at(-1), place.slice(0, -1)];
    const input =
      typeof last === "number" && last === 0 && /weekend|holidays/.test(path)
        ? changed(id, parent, [value])
        : changed(id, place, value);
    const answer = tally(input);
    expect(isRefusal(answer) && answer.code).toBe("malformed");
    if (!isRefusal(answer)) return;
    expect(answer.field).toBe(`$.${path}`);
    expect(answer.reason).toContain(value === undefined ? "got nothing" : JSON.stringify(value));
  });

  test("[B34] seats, options and members stand once", () => {
    const twice = (id: string, path: string, value: unknown) =>
      (tally(changed(id, at(path), value)) as { field: string }).field;
    expect(twice("x-rec-adopted", "ballot.roll[1].seat", "S01")).toBe("$.ballot.roll[1]");
    expect(twice("x-approval", "ballot.options", ["quantum", "quantum"])).toBe("$.ballot.options[1]");
    expect(twice("x-round", "round.members[2].member", "NL")).toBe("$.round.members[2]");
  });

  test("[B34] a position says exactly one thing", () => {
    const field = (value: unknown) =>
      (tally(changed("x-approval", at("ballot.positions[0]"), value)) as { field: string }).field;
    const bare = { seat: "S01", at: "2026-09-03T09:00:00Z" };
    expect(field(bare)).toBe("$.ballot.positions[0]");
    expect(field({ ...bare, word: "abstain", set: [] })).toBe("$.ballot.positions[0]");
  });

  test("[P1] a word that the ballot does not know is no malformed case but a refused position", () => {
    expect(tally(changed("x-rec-adopted", at("ballot.positions[0].word"), "veto"))).toMatchObject({
      refused: [{ index: 0, code: "word" }],
    });
  });

  test("[B34] in a list the path names the case, and members that the format does not know are ignored", () => {
    const answer = tally({ cases: [examples.cases[0], changed("x-round", at("round.kind"), 5)] });
    expect(answer).toMatchObject({ refused: true, field: "$.cases[1].round.kind" });
    const more = changed("x-round", ["colour"], "red") as { round: { members: Json[] } };
    more.round.members[0]!.setAsideAt = "tomorrow";
    expect(tally(more)).toMatchObject({ outcome: "adopted" });
  });

  test.each([[[]], ["text"], [null], [{}], [{ cases: {} }]])("[B34] %j is no case", (input) => {
    expect(tally(input)).toMatchObject({ refused: true, code: "malformed" });
  });
});

describe("the command", () => {
  const file = new URL("./voting-examples.json", import.meta.url);

  test("[B34] prints the accounts of a file or of standard input, exit 0", async () => {
    const read: string[] = [];
    const readInput = (name: string) => {
      read.push(name);
      return readFile(file, "utf8");
    };
    const result = await runTally(readInput, ["-"]);
    expect(result).toMatchObject({ exitCode: 0, fault: "" });
    expect(JSON.parse(result.output).accounts).toHaveLength(11);
    expect(read).toEqual(["-"]);
  });

  test("[B34] what is malformed goes to standard error, exit 2, and nothing is printed", async () => {
    const run = (text: string) => runTally(async () => text, ["case.json"]);
    expect(await run('{"kind": "vote"}')).toEqual({
      exitCode: 2,
      output: "",
      fault: '$.kind: expected one of ballot, round, opt-in, got "vote"\n',
    });
    expect(await run('{"kind": ')).toMatchObject({ exitCode: 2, output: "" });
    expect((await run('{"kind": ')).fault).toMatch(/^\$: expected JSON/);
  });

  test("[B34] a file that cannot be read, or none, exit 2", async () => {
    const broken = async () => Promise.reject(new Error("no such file"));
    expect((await runTally(broken, ["gone.json"])).fault).toContain("no such file");
    expect((await runTally(broken, ["gone.json"])).exitCode).toBe(2);
    expect((await runTally(broken, [])).exitCode).toBe(2);
  });
});
