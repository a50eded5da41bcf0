import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDecimals, decimal, decimalText, plus, times } from "../../../../domain/definition/parameters/ratio.ts";
import { isKnownUnit, readUnit, toSi } from "../../../../domain/definition/parameters/unit-expression.ts";

describe("exact numbers", () => {
  it("[D3] do not pass through floating point", () => {
    expect(decimalText(plus(decimal("0.1"), decimal("0.2")))).toBe("0.3");
    expect(decimalText(times(decimal("1e-30"), decimal("1e30")))).toBe("1");
    expect(compareDecimals("0.30", "0.3")).toBe(0);
    expect(compareDecimals("9007199254740993", "9007199254740992")).toBe(1);
    expect(compareDecimals("x", "1")).toBeNull();
  });

  it("[D3] are written as they were read", () => {
    const numbers = fc.tuple(fc.bigInt(), fc.integer({ min: -30, max: 30 }));
    fc.assert(
      fc.property(numbers, ([digits, power]) => {
        const written = decimalText(decimal(`${digits}e${power}`));
        expect(written).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(compareDecimals(written, `${digits}e${power}`)).toBe(0);
      }),
    );
  });
});

describe("units", () => {
  it.each([
    ["1", "kW/cm²", "10000000 W/m²"],
    ["1", "W/cm2", "10000 W/m²"],
    ["1", "µm/min", "0.0000000166666666666666666666666666667 m/s"],
    ["1", "microns per minute", "0.0000000166666666666666666666666666667 m/s"],
    ["1", "um", "0.000001 m"],
    ["1", "g/cm³", "1000 kg/m³"],
    ["1", "Wh/kg", "3600 J/kg"],
    ["1", "eV", "0.0000000000000000001602176634 J"],
    ["1", "TPP/mm²", "1 TPP/mm²"],
    ["32", "°F", "273.15 K"],
    ["25", "Cel", "298.15 K"],
    ["180", "°", "3.1415926535897932384626433832795028841971693993751 rad"],
    ["34", "qubits", "34 1"],
    ["1.5", "kb", "1500 bases"],
    ["1", "s⁻¹", "1 1/s"],
    ["10", "Gbit/s", "10000000000 bit/s"],
  ])("[D3] %s %s is %s", (value, unit, wanted) => {
    const read = readUnit(unit)!;
    expect(`${decimalText(toSi(decimal(value), read))} ${read.siUnit}`).toBe(wanted);
  });

  it.each(["", " ", "furlong", "nm/furlong", "/", "m//"])("[D3] %o is no known unit", (unit) => {
    expect(isKnownUnit(unit)).toBe(false);
  });
});
