/** The export is proved and written in batches; what comes out is what was written at once before. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { inclusionProof, inclusionProver, logSize } from "../../../db/store/log.ts";
import { writeLongJson } from "../../../server/record/long-work.ts";
import { exportOf, givenCertified } from "../../given/export.ts";
import { givenRegime, type Regime } from "../../given/regime.ts";

let regime: Regime;

beforeAll(async () => {
  regime = await givenRegime();
});
afterAll(() => regime?.close());

it("[T5] is written with the same bytes as at once", async () => {
  const { reference } = await givenCertified(regime);
  const exported = await exportOf(regime, reference);
  expect(exported.minutes.length).toBeGreaterThan(20);
  expect(await writeLongJson(exported)).toBe(JSON.stringify(exported, null, 2));
  const odd = { a: [], b: {}, c: undefined, d: [undefined, null, "line\nbreak", [1, { e: [2] }]], "f\n": { g: [3] } };
  expect(await writeLongJson(odd)).toBe(JSON.stringify(odd, null, 2));
  expect(await writeLongJson({})).toBe("{}");
});

it("[T3] proves many leaves as it proves each alone, at every size", async () => {
  await regime.db.read(async (tx) => {
    const whole = await logSize(tx);
    for (const size of [1, 2, 3, 7, 8, 31, whole]) {
      const prove = inclusionProver(tx, size);
      const indices = Array.from({ length: size }, (_, index) => index);
      const alone = await Promise.all(indices.map((index) => inclusionProof(tx, index, size)));
      const half = Math.ceil(size / 2);
      const batches = [...(await prove(indices.slice(0, half))), ...(await prove(indices.slice(half)))];
      expect(batches.map((proof) => proof.map((hash) => [...hash]))).toEqual(
        alone.map((proof) => proof.map((hash) => [...hash])),
      );
    }
  });
});
