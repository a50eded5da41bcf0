import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParameterRange } from "../../../../domain/definition/control-text.ts";
import type { EntryNode, ListEntry } from "../../../../domain/definition/import-entry.ts";
import { parseParameters, placedParameters } from "../../../../domain/definition/parameters/parse-parameters.ts";

type Value<T> = T | { min: T; min_inclusive: boolean; max: T; max_inclusive: boolean };
type Example = {
  id: string;
  raw: string;
  subject: string;
  comparator: string;
  value: Value<number>;
  unit: string | null;
  value_si: Value<number>;
  unit_si: string;
};

function given<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
}

const examples = given<Example[]>("parameters-examples.json");

/** The values of the examples are numbers, some of them rounded to five digits. */
function expectClose(got: string | ParameterRange, wanted: Value<number>): void {
  const pairs: [string, number][] =
    typeof got === "string"
      ? [[got, wanted as number]]
      : typeof wanted === "number"
        ? []
        : [
            [got.min, wanted.min],
            [got.max, wanted.max],
          ];
  expect(pairs.length).toBe(typeof wanted === "number" ? 1 : 2);
  for (const [text, number] of pairs) {
    expect(text).toMatch(/^-?\d+(\.\d+)?$/);
    expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-5);
  }
  if (typeof got !== "string" && typeof wanted !== "number") {
    expect([got.min_inclusive, got.max_inclusive]).toEqual([wanted.min_inclusive, wanted.max_inclusive]);
  }
}

/** One line per parameter: subject, comparator, value, unit, SI. */
function told(phrase: string): string[] {
  const shown = (value: string | ParameterRange) =>
    typeof value === "string"
      ? value
      : `${value.min_inclusive ? "[" : "("}${value.min}; ${value.max}${value.max_inclusive ? "]" : ")"}`;
  return parseParameters(phrase).map(
    (one) => `${one.subject} ${one.comparator} ${shown(one.value)} ${one.unit} = ${shown(one.value_si)} ${one.unit_si}`,
  );
}

describe("parseParameters", () => {
  it.each(examples)("[D3] reads $id: $raw", (example) => {
    const parsed = parseParameters(example.raw);
    expect(parsed).toHaveLength(1);
    const [one] = parsed;
    expect(one!.comparator).toBe(example.comparator);
    expectClose(one!.value, example.value);
    expectClose(one!.value_si, example.value_si);
    expect(one!.unit_si).toBe(example.unit_si);
    expect(example.raw).toContain(one!.raw);
  });

  it("[D3] names unit and subject as people did wherever the phrase has them", () => {
    const same = (key: "unit" | "subject") =>
      examples.filter((example) => parseParameters(example.raw)[0]?.[key] === example[key]).length;
    expect(same("unit")).toBeGreaterThanOrEqual(38);
    expect(same("subject")).toBeGreaterThanOrEqual(28);
  });

  it.each([
    ["a vacuum better than 10 -6 torr", "vacuum < 0.000001 torr = 0.0001333223684210526315789473684211 Pa"],
    ["1 x 10-6 Pa or less", "null <= 0.000001 Pa = 0.000001 Pa"],
    ["exceeding 2 × 10 8 Hz", "null > 200000000 Hz = 200000000 Hz"],
    ["a tensile strength exceeding 76,2 × 10³ m", "tensile strength > 76200 m = 76200 m"],
    ["not above 20 °C", "null <= 20 °C = 293.15 K"],
    ["below −55 °C", "null < -55 °C = 218.15 K"],
    ["not less than 95 per cent by weight", "null >= 95 % w/w = 0.95 1"],
    ["better (less) than 1.5 nm", "null < 1.5 nm = 0.0000000015 m"],
    ["equal to or less (better) than 200 nm", "null <= 200 nm = 0.0000002 m"],
    ["a dynamic range better than 90 dB", "dynamic range > 90 dB = 90 dB"],
    ["a data rate exceeding 600 GB/s", "data rate > 600 GB/s = 600000000000 B/s"],
    ["attenuation of less than 3 dB/km", "attenuation < 3 dB/km = 0.003 dB/m"],
    ["a maximum angular travel of ±26 mrad or more", "angular travel >= 26 mrad = 0.026 rad"],
    ["a condenser capacity of 10 kg of ice or greater", "condenser capacity >= 10 kg = 10 kg"],
    ["more than 200 million pixels", "null > 200000000 pixels = 200000000 1"],
    ["an error not above one in ten thousand", "error <= 0.0001 ratio = 0.0001 1"],
    ["twenty or more variable temperature elements", "temperature elements >= 20 elements = 20 1"],
    ["a thermal expansion of less than 3 × 10⁻⁶/K", "thermal expansion < 0.000003 /K = 0.000003 1/K"],
    ["a dose rate of 5 × 10⁶ Gy (Si)/s, or higher", "dose rate >= 5000000 Gy/s = 5000000 Gy/s"],
    ["greater than 10 mm (0.4 in)", "null > 10 mm = 0.01 m"],
    ["a range of 300 km (162 nm) or more", "range >= 300 km = 300000 m"],
    ["between 100 and 200 kPa", "null between [100; 200] kPa = [100000; 200000] Pa"],
    ["100–200 nm", "null between [100; 200] nm = [0.0000001; 0.0000002] m"],
    ["from 10-20 GHz", "null between [10; 20] GHz = [10000000000; 20000000000] Hz"],
    ["less than 15 nm but equal to or greater than 1 nm", "null between [1; 15) nm = [0.000000001; 0.000000015) m"],
    ["below 228 K or above 358 K", "null outside (228; 358) K = (228; 358) K"],
    ["10 Hz ≤ F ≤ 10 kHz", "null between [10; 10000] Hz = [10; 10000] Hz"],
    [
      "over the entire ambient temperature range from 218 K (−55 °C) to 398 K (125 °C)",
      "ambient temperature spans [218; 398] K = [218; 398] K",
    ],
    ["at a temperature of 20 °C", "temperature = 20 °C = 293.15 K"],
  ])("[D3] reads %s", (phrase, wanted) => {
    expect(told(phrase)).toEqual([wanted]);
  });

  it("[D3] finds every parameter of a phrase, in order", () => {
    expect(told("An average output power of 20 W or less and a pulse duration exceeding 1 ps")).toEqual([
      "average output power <= 20 W = 20 W",
      "pulse duration > 1 ps = 0.000000000001 s",
    ]);
    expect(told("Exceeding 80 mm in diameter or length of major axis and 20 mm in thickness")).toEqual([
      "diameter or length of major axis > 80 mm = 0.08 m",
      "thickness > 20 mm = 0.02 m",
    ]);
  });

  it.each([
    "Designed for use in containment facilities;",
    "See § 742.4(a)(5) of the EAR and 3A001.b.4, Note 2.",
    "As described in ISO 230-2:1988 or by 4A.",
    "One or more of the following",
    "",
  ])("[D3] finds nothing in %o", (phrase) => {
    expect(parseParameters(phrase)).toEqual([]);
  });

  it("[D3] a conversion in brackets that does not agree is a fault", () => {
    expect(parseParameters("1 373 K (1 100 °C) or more")[0]!.fault).toBeUndefined();
    expect(parseParameters("1 373 K (1 200 °C) or more")[0]!.fault).toBe(
      "1 373 K and 1 200 °C are not the same value.",
    );
  });

  it("[D3] takes thin and unbreakable spaces, and either micro sign", () => {
    expect(told("14\u202f000\u00a0\u03bcm or more")).toEqual(["null >= 14000 µm = 0.014 m"]);
  });

  it("[D3] leaves hardly a number with a unit unread in real entries", () => {
    const { ccl, eu } = given<{ ccl: ListEntry[]; eu: ListEntry[] }>("entries.json");
    const texts = (nodes: EntryNode[]): string[] => nodes.flatMap((node) => [node.text, ...texts(node.children ?? [])]);
    const measured =
      /(?<![\p{L}\d.,§/-])\d[\d ,.]*(?:[×x] ?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?\s?(?:nm|µm|mm|m|Pa|K|°C|[kMG]?Hz|m?W|k?V|m?A|J|kg|s|ms|%|bit|dB|T|m?rad)(?![\p{L}\d])/gu;
    let count = 0;
    let unread = 0;
    for (const text of [...ccl, ...eu].flatMap(({ items }) => texts(items))) {
      const places = placedParameters(text);
      for (const { index, 0: words } of text.matchAll(measured)) {
        count += 1;
        if (!places.some(({ start, end }) => start < index + words.length && index < end)) unread += 1;
      }
    }
    expect(count).toBeGreaterThan(150);
    expect(unread / count).toBeLessThan(0.02);
  });

  it("[D3] gives back any decimal exactly and says it in every unit of length", () => {
    const decimals = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const text = digits.toString().padStart(places + 1, "0");
        const cut = text.length - places;
        const number = places === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`;
        const plain = number.includes(".") ? number.replace(/0+$/, "").replace(/\.$/, "") : number;
        const [one] = parseParameters(`exceeding ${number} m`);
        expect([one!.value, one!.value_si]).toEqual([plain, plain]);
      }),
    );
  });

  it("[D3] answers any text, and quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 .,-−×^:/%°µmkHzorless than()") }), (text) => {
        for (const one of placedParameters(text)) expect(text.slice(one.start, one.end)).toBe(one.raw);
      }),
      { numRuns: 2_000 },
    );
    const began = performance.now();
    parseParameters("more than 5 nm and ".repeat(2_000));
    parseParameters("1 ".repeat(10_000));
    parseParameters("not ".repeat(5_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
