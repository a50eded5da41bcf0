/** The verifier as somebody outside runs it: a process that is given an export, and names the rule that is broken. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeReceiptFile } from "../../../domain/record/receipt.ts";
import { runExport } from "../../../server/command-line/export.ts";
import type { BallotExport } from "../../../server/record/ballot-export.ts";
import { newLogKey } from "../../../server/record/log-key.ts";
import { castFields, givenOpen } from "../../given/ballot.ts";
import { exportOf, givenCertified, verify, verifyData } from "../../given/export.ts";
import { candidateFields, givenLogKey, givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;
let folder: string;
let story: Awaited<ReturnType<typeof givenCertified>>;
let data: BallotExport;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  regime = await givenRegime();
  folder = await mkdtemp(join(tmpdir(), "plenary-verifier-"));
  story = await givenCertified(regime);
  data = await exportOf(regime, story.reference);
}, 120_000);
afterAll(async () => {
  await regime.close();
  await rm(folder, { recursive: true, force: true });
});

describe("an export that nobody touched", () => {
  test("[T5] holds, with a checkpoint, a key and a receipt that somebody kept", async () => {
    await writeFile(at("kept.txt"), story.early.note);
    await writeFile(at("receipt.txt"), writeReceiptFile(story.receipt));
    const key = regime.context.logKey.verifierKey;
    const options = ["--checkpoint", at("kept.txt"), "--key", key, "--receipt", at("receipt.txt")];
    const verdict = await verifyData(at("whole.json"), data, ...options);
    expect(verdict.output).toContain("Everything holds.");
    expect(verdict).toMatchObject({ exitCode: 0, fault: "", broken: [] });
    expect(JSON.parse(data.ballot.account!)).toMatchObject({ counts: { X: 1, D: 0, A: 2 }, outcome: "adopted" });
  });

  test("[B37 T5] holds for a ballot that two persons declared void, and not without its minute", async () => {
    const other = await givenRegime();
    const open = await givenOpen(other);
    await other.done(other.holders.JP, "cast-position", castFields(open, "yes"));
    const fields = { ballot: open.ballot, wrong: "roll" as const, reason: "A seat was left out." };
    await other.byTwo(other.chair, "void-ballot", fields);
    const voided = await exportOf(other, open.reference);
    expect((await verifyData(at("void.json"), voided)).output).toContain("void. Everything holds.");
    const revived = { ...voided, ballot: { ...voided.ballot, state: "closed" as const, outcome: "adopted" } };
    expect((await verifyData(at("void.json"), revived)).broken).toContain("B37");
    await other.close();
  });

  test("[T5] holds while the ballot is open too", async () => {
    const other = await givenRegime();
    const open = await givenOpen(other);
    await other.done(other.holders.JP, "cast-position", castFields(open, "yes"));
    const verdict = await verifyData(at("open.json"), await exportOf(other, open.reference));
    expect(verdict.output).toContain("still open. Everything holds.");
    await other.close();
  });
});

const copy = () => structuredClone(data);
const record = (changed: BallotExport, set: Record<string, unknown>) => {
  changed.ballot.record = JSON.stringify({ ...JSON.parse(changed.ballot.record!), ...set });
};

describe("an export that was changed", () => {
  const changes: [string, string, (changed: BallotExport) => void][] = [
    ["B2", "the type", (changed) => record(changed, { type: "simple-majority" })],
    ["B2", "the rule book", (changed) => Object.assign(changed, { ruleBook: "0.9" })],
    ["B3", "a seat less on the roll", (changed) => void changed.roll.pop()],
    [
      "D9",
      "a word of the text",
      (changed) => Object.assign(changed.text!, { canonical: changed.text!.canonical.replace("34", "64") }),
    ],
    [
      "T3",
      "a minute's body",
      (changed) =>
        Object.assign(changed.minutes.at(-1)!, {
          body: changed.minutes.at(-1)!.body.replace("adopted", "void"),
        }),
    ],
    ["T3", "a salt", (changed) => Object.assign(changed.minutes[3]!, { salt: "00".repeat(32) })],
    ["T3", "a proof", (changed) => void changed.minutes[3]!.proof.pop()],
    [
      "T4",
      "the root",
      (changed) => Object.assign(changed, { checkpoint: changed.checkpoint.replace(/\n[A-Za-z0-9+/]{4}/, "\nAAAA") }),
    ],
    ["T4", "the key", (changed) => Object.assign(changed, { keys: [newLogKey("regime.example/log").verifierKey] })],
    [
      "T4",
      "a consistency proof",
      (changed) =>
        Object.assign(changed, {
          consistency: changed.consistency.map((one) => ({ ...one, proof: one.proof.slice(1) })),
        }),
    ],
    ["P3", "a word", (changed) => Object.assign(changed.positions[1]!, { word: "no" })],
    ["P3", "a position less", (changed) => void changed.positions.splice(2, 1)],
    ["P3", "two positions in another order", (changed) => void changed.positions.reverse()],
    ["P2", "a text hash", (changed) => Object.assign(changed.positions[1]!, { textHash: "00" })],
    ["P20", "no receipt", (changed) => Object.assign(changed.positions[1]!, { receipt: null })],
    [
      "P20",
      "another's receipt",
      (changed) => Object.assign(changed.positions[1]!, { receipt: changed.positions[2]!.receipt }),
    ],
    [
      "W7",
      "what was asked of the second",
      (changed) => {
        changed.minutes = changed.minutes.filter(({ body }) => !body.includes('"type":"second-requested"'));
      },
    ],
    ["B8", "an extension less", (changed) => void changed.events.pop()],
    [
      "B8",
      "a longer extension",
      (changed) =>
        Object.assign(changed.events[2]!, {
          values: { ...changed.events[2]!.values, closesAt: "2036-01-01T00:00:00Z" },
        }),
    ],
    ["T5", "an event of no known type", (changed) => Object.assign(changed.events[1]!, { type: "remark" })],
    ["P15", "an answer less", (changed) => void changed.events.shift()],
    ["P15", "what was answered", (changed) => Object.assign(changed.events[0]!, { values: { text: "Yes." } })],
    [
      "W4",
      "an end of the chair's office",
      (changed) => {
        changed.minutes = changed.minutes.filter(({ body }) => !body.includes('"role":"chair","seat":null'));
      },
    ],
    [
      "W4",
      "the holder",
      (changed) => {
        changed.minutes = changed.minutes.filter(
          ({ body }) =>
            !(body.includes('"type":"role-given"') && body.includes(`"objectId":"${regime.holders.JP.personId}"`)),
        );
      },
    ],
    [
      "B34",
      "the interest of a recused seat",
      (changed) => {
        changed.minutes = changed.minutes.filter(({ body }) => !body.includes('"class":"direct"'));
      },
    ],
    [
      "B34",
      "the account",
      (changed) => Object.assign(changed.ballot, { account: changed.ballot.account!.replace('"N":0', '"N":1') }),
    ],
    ["B34", "the outcome", (changed) => Object.assign(changed.ballot, { outcome: "void" })],
    ["B6", "the close", (changed) => Object.assign(changed.ballot, { closedAt: "2020-01-01T00:00:00Z" })],
    ["B44", "the certification", (changed) => Object.assign(changed.ballot, { certifiedAt: changed.ballot.closedAt })],
    [
      "M4",
      "a seat on the roll that nobody held",
      (changed) => {
        changed.minutes = changed.minutes.filter(
          ({ body }) => !(body.includes('"type":"role-given"') && body.includes(`"seat":"${regime.seats.CA.id}"`)),
        );
      },
    ],
  ];

  test.each(changes)("[T5 W4] %s is named: %s", async (rule, _, change) => {
    const changed = copy();
    change(changed);
    const verdict = await verifyData(at("changed.json"), changed);
    expect(verdict.broken, verdict.output).toContain(rule);
    expect(verdict.exitCode).toBe(1);
  });
});

describe("the command", () => {
  const run = async (...args: string[]) => {
    const place = {
      databaseUrl: regime.url,
      origin: "https://regime.example",
      dataFolder: folder,
      logKey: givenLogKey,
    };
    return runExport(place, args);
  };

  test("[T5] prints the export, with the proof from a checkpoint that somebody kept", async () => {
    const { exitCode, output, fault } = await run("--ballot", "qtac-b-1", "--since", "12");
    expect({ exitCode, fault }).toEqual({ exitCode: 0, fault: "" });
    const printed = JSON.parse(output) as BallotExport;
    expect(printed.consistency.map(({ from }) => from)).toContain(12);
    expect((await verifyData(at("printed.json"), printed)).output).toContain("Everything holds.");
  });

  test("[T5] says what it cannot do", async () => {
    expect(await run()).toMatchObject({ exitCode: 2, output: "" });
    expect(await run("--ballot", "qtac-b-1", "--since", "all")).toMatchObject({ exitCode: 2 });
    expect(await run("--ballot", "qtac-b-77")).toMatchObject({ exitCode: 1, output: "" });
  });
});

describe("what was kept", () => {
  test("[T4] a later checkpoint of the log shows that it was cut", async () => {
    const { context } = regime;
    await regime.done(regime.holders.NO, "propose-candidate", candidateFields(regime, { title: "Later" }));
    const later = await exportOf(regime, story.reference);
    await writeFile(at("later.txt"), later.checkpoint);
    const verdict = await verifyData(at("cut.json"), data, "--checkpoint", at("later.txt"));
    expect(verdict.broken).toEqual(["T4"]);
    expect(verdict.output).toContain("the log was cut, or an old backup restored");
    expect(context.alarm).toBeNull();
  });

  test("[T4] a key that somebody kept is the only one that counts", async () => {
    const other = newLogKey("regime.example/log").verifierKey;
    const verdict = await verifyData(at("key.json"), data, "--key", other);
    expect(new Set(verdict.broken)).toEqual(new Set(["T4", "P20"]));
  });

  test("[P20] a receipt of a position that is no longer there", async () => {
    const lost = { ...story.receipt, leafHash: "00" };
    await writeFile(at("lost.txt"), writeReceiptFile(lost));
    const verdict = await verifyData(at("lost.json"), data, "--receipt", at("lost.txt"));
    expect(verdict.broken).toEqual(["P20"]);
  });
});

describe("what does not read", () => {
  test.each([
    ["no JSON", "{"],
    ["another format", '{"format": "plenary-ballot-export/2"}'],
    ["a part of it", '{"format": "plenary-ballot-export/1", "roll": []}'],
  ])("[T5] %s ends with 2", async (_, characters) => {
    await writeFile(at("odd.json"), characters);
    const verdict = await verify(at("odd.json"));
    expect(verdict).toMatchObject({ exitCode: 2, output: "" });
    expect(verdict.fault).not.toBe("");
  });

  test("[T5] no file, or an option that it does not know, ends with 2", async () => {
    expect((await verify(at("absent.json"))).exitCode).toBe(2);
    expect((await verify(at("whole.json"), "--trust")).exitCode).toBe(2);
  });
});
