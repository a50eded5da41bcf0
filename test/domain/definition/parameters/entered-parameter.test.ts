import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparators, type Parameter } from "../../../../domain/definition/control-text.ts";
import {
  type EnteredParameter,
  enteredNumber,
  enteredOf,
  readEntered,
} from "../../../../domain/definition/parameters/entered-parameter.ts";
import { offeredParameters } from "../../../../domain/definition/parameters/offered-parameters.ts";
import { shownSi, wordingFault, wordingOf } from "../../../../domain/definition/parameters/parameter-wording.ts";

const qubits: Parameter = { quantity: "qubits", comparator: ">=", value: "34", unit: "qubit", raw: "34 or more" };
const entered = (more: Partial<EnteredParameter>): EnteredParameter => ({ ...enteredOf(qubits), ...more });
const sentences = (given: EnteredParameter) => {
  const read = readEntered(given);
  return "faults" in read ? read.faults.map(({ field, sentence }) => `${field}: ${sentence}`) : [];
};

describe("a parameter entered in a form", () => {
  it("[D3] stands as it was when nothing is changed", () => {
    expect(readEntered(enteredOf(qubits))).toEqual({ parameter: qubits });
    const range = { min: "10", min_inclusive: false, max: "20", max_inclusive: true };
    const raw = "exceeding 10 nm but not exceeding 20 nm";
    const parameter: Parameter = { quantity: "pitch", comparator: "between", value: range, unit: "nm", raw };
    expect(readEntered(enteredOf(parameter))).toEqual({ parameter });
  });

  it.each([
    ["34,5", "34.5"],
    ["1 500", "1500"],
    ["1\u202f500", "1500"],
    ["10⁻⁴", "0.0001"],
    ["1.5 × 10⁻⁹", "0.0000000015"],
    [" 4800 ", "4800"],
    ["−55", "-55"],
    ["34 qubits", null],
    ["many", null],
    ["3 or 4", null],
    ["", null],
  ])("[D3] reads the number %o as %o", (text, wanted) => {
    expect(enteredNumber(text)).toBe(wanted);
  });

  it("[D3] is refused in words, field by field", () => {
    expect(sentences(entered({ quantity: " ", value: "many", unit: "qubbits", raw: "" }))).toEqual([
      "quantity: Say what is measured, for example qubits.",
      "value: “many” is no number: write one such as 34, 1.5 or 10⁻⁴.",
      "unit: “qubbits” is no unit that is known here: write one such as nm, GB/s or qubit, or 1 for a pure number.",
      "raw: The wording is empty: it is what readers see.",
    ]);
    expect(sentences(entered({ comparator: "between", value: "20", max: "10" }))).toEqual([
      "max: The range ends at 10, which is below its beginning at 20.",
    ]);
  });

  it("[D3] is refused when its wording says another threshold than its values", () => {
    expect(sentences(entered({ value: "100" }))).toEqual(["raw: The wording says “≥ 34”, the values say “≥ 100”."]);
    expect(sentences(entered({ raw: "very many" }))).toEqual(["raw: The wording “very many” holds no number."]);
    expect(sentences(entered({ raw: "34 kg (90 lb) or more", unit: "kg" }))).toEqual([
      "raw: 34 kg and 90 lb are not the same value.",
    ]);
  });

  it.each([
    [{ value: "100" }, "100 or more"],
    [{ value: "0.0000000015", comparator: "<" }, "less than 1.5 × 10⁻⁹"],
    [{ comparator: ">" }, "more than 34"],
    [{ comparator: "=" }, "equal to 34"],
  ] as [Partial<Parameter>, string][])("[D3] words follow the values: %o", (more, words) => {
    expect(wordingOf({ ...qubits, ...more }, qubits)).toBe(words);
  });

  it("[D3] words keep the manner of those before where only the number changes", () => {
    const better: Parameter = {
      ...qubits,
      quantity: "overlay",
      comparator: "<",
      value: "1.5",
      unit: "nm",
      raw: "better (less) than 1.5 nm",
    };
    expect(wordingOf({ ...better, value: "1.2" }, better)).toBe("better (less) than 1.2 nm");
    expect(wordingOf({ ...better, unit: "µm" }, better)).toBe("less than 1.5 µm");
    const twice: Parameter = {
      ...qubits,
      quantity: "temperature",
      value: "1373",
      unit: "K",
      raw: "1 373 K (1 100 °C) or more",
    };
    expect(wordingOf({ ...twice, value: "1400" }, twice)).toBe("1400 K or more");
  });

  it("[D3] words written out for any values are read back as these values", () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 14 }));
    const decimalOf = ([digits, places]: [number, number]) => {
      const text = String(digits).padStart(places + 1, "0");
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    };
    const units = fc.constantFrom("nm", "GB/s", "dB/km", "1", "%", "K", "kg", "TPP", "W/cm²");
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators),
        numbers,
        numbers,
        units,
        fc.boolean(),
        fc.boolean(),
        (comparator, one, two, unit, lowIn, highIn) => {
          const [min, max] = [decimalOf(one), decimalOf(two)].sort((a, b) => Number(a) - Number(b)) as [string, string];
          const isRange = comparator === "between" || comparator === "outside" || comparator === "spans";
          fc.pre(!isRange || Number(min) < Number(max));
          const inclusive = comparator === "spans" ? [true, true] : [lowIn, highIn];
          const value = isRange ? { min, min_inclusive: inclusive[0]!, max, max_inclusive: inclusive[1]! } : min;
          const typed = { quantity: "power", comparator, value, unit };
          expect(wordingFault({ ...typed, raw: wordingOf(typed, null) })).toBeNull();
        },
      ),
      { numRuns: 600 },
    );
  });

  it("[D3] is shown in coherent SI, rounded where the figures do not end", () => {
    expect(shownSi({ ...qubits, value: "1.5", unit: "nm" })).toBe("≥ 1.5 × 10⁻⁹ m");
    expect(shownSi({ ...qubits, value: "1", unit: "arcsec", comparator: "<" })).toBe("about < 4.8481368111 × 10⁻⁶ rad");
    expect(shownSi({ ...qubits, unit: "furlongs" })).toBeNull();
  });
});

describe("an offer in the words of a clause", () => {
  it("[D3] skips what is a parameter already and what runs across a reference", () => {
    const pieces = [
      { words: "Systems of ", kind: "text" as const },
      { words: "34 qubits or more", kind: "param" as const },
      { words: " and a mass of 5 kg or ", kind: "text" as const },
      { words: "'more'", kind: "other" as const },
      { words: " with 10 nm or less", kind: "text" as const },
    ];
    expect(offeredParameters(pieces).map(({ parameter }) => parameter.raw)).toEqual(["5 kg", "10 nm or less"]);
  });

  it("[D3] keeps an acceleration apart from a mass", () => {
    const [offer] = offeredParameters([{ words: "an acceleration of 100 g or more", kind: "text" }]);
    expect(offer!.parameter).toEqual({
      quantity: "acceleration",
      comparator: ">=",
      value: "100",
      unit: "[g]",
      raw: "100 g or more",
    });
    expect(readEntered(enteredOf(offer!.parameter))).toEqual({ parameter: offer!.parameter });
  });

  it("[D3] says where a conversion does not agree", () => {
    const [offer] = offeredParameters([{ words: "a mass of 500 kg (1 302 lb) or less", kind: "text" }]);
    expect(offer!.fault).toBe("500 kg and 1 302 lb are not the same value.");
  });
});
