/** Phrases as national proposals, translations and copied regulations write them: what the eye reads, the parser reads. */
import { describe, expect, it } from "vitest";
import type { ParameterRange } from "../../../../domain/definition/control-text.ts";
import { parseParameters } from "../../../../domain/definition/parameters/parse-parameters.ts";

const shown = (value: string | ParameterRange) =>
  typeof value === "string"
    ? value
    : `${value.min_inclusive ? "[" : "("}${value.min}; ${value.max}${value.max_inclusive ? "]" : ")"}`;

/** Each parameter as `subject comparator value unit = SI value SI unit`. */
const told = (phrase: string) =>
  parseParameters(phrase).map(
    (one) =>
      `${one.subject} ${one.comparator} ${shown(one.value)} ${one.unit} = ${shown(one.value_si)} ${one.unit_si}${one.fault ? " FAULT" : ""}`,
  );

describe("phrases of real life", () => {
  it.each([
    // Signs, decimal commas, groups by thin and unbreakable spaces.
    ["≥ 34 qubits", "qubits >= 34 qubits = 34 1"],
    ["an error ≤0,1%", "error <= 0.1 % = 0.001 1"],
    ["link speeds >=10 Gb/s", "link speed >= 10 Gb/s = 10000000000 bit/s"],
    ["a half-pitch of 34,5 nm or less", "half-pitch <= 34.5 nm = 0.0000000345 m"],
    ["a capacity of 1\u202f500 kg or more", "capacity >= 1500 kg = 1500 kg"],
    ["a capacity of 1\u00a0500,5 kg or more", "capacity >= 1500.5 kg = 1500.5 kg"],
    ["a rotational speed exceeding 60\u2009000 rpm", "rotational speed > 60000 rpm = 1000 1/s"],
    ["an accuracy of 0,000 1 or less", "accuracy <= 0.0001 null = 0.0001 1"],
    ["a 'TPP' of 4800 or more", "TPP >= 4800 TPP = 4800 TPP"],
    ["a 'performance density' of 5,92 or more", "performance density >= 5.92 TPP/mm² = 5.92 TPP/mm²"],
    // Superscripts that were dropped, written with a caret, an E or a middle dot.
    ["a resolution of 10-4 or better", "resolution <= 0.0001 null = 0.0001 1"],
    ["a particle flux exceeding 10 10 neutrons", "particle flux > 10000000000 neutrons = 10000000000 1"],
    ["a pulse energy greater than 1 x 10 3 J", "pulse energy > 1000 J = 1000 J"],
    ["a specific modulus exceeding 12,7 × 106 m", "specific modulus > 12700000 m = 12700000 m"],
    ["a vapour pressure of less than 1 x 10-6 mbar", "vapour pressure < 0.000001 mbar = 0.0001 Pa"],
    ["1.5e-3 Pa or less", "null <= 0.0015 Pa = 0.0015 Pa"],
    ["5·10⁻⁷ mbar·l/s or less", "null <= 0.0000005 mbar·l/s = 0.00000005 Pa·m³/s"],
    // Better and worse.
    ["a wavelength of 13,5 nm or less (better)", "wavelength <= 13.5 nm = 0.0000000135 m"],
    ["better than (less than) 10 nm", "null < 10 nm = 0.00000001 m"],
    ["10 nm (or better)", "null <= 10 nm = 0.00000001 m"],
    [
      "an angular deviation equal to, or less (better) than, 0,5 arcsec",
      "angular deviation <= 0.5 arcsec = 0.00000242406840554767996794957051179 rad",
    ],
    ["a gate error rate better than 0.1 %", "gate error rate < 0.1 % = 0.001 1"],
    ["a 'hydrophone sensitivity' better than −180 dB", "hydrophone sensitivity > -180 dB = -180 dB"],
    // Other words for the bounds.
    ["a noise figure not exceeding 2.5 dB", "noise figure <= 2.5 dB = 2.5 dB"],
    ["a loss not to exceed 0.5 dB", "loss <= 0.5 dB = 0.5 dB"],
    ["a range in excess of 300 km", "range > 300 km = 300000 m"],
    ["no fewer than 12 axes", "axes >= 12 axes = 12 1"],
    ["a frequency of up to and including 6 GHz", "frequency <= 6 GHz = 6000000000 Hz"],
    ["equal to 200 mm or greater", "null >= 200 mm = 0.2 m"],
    ["meets or exceeds 200 W", "null >= 200 W = 200 W"],
    ["at or below a temperature of 0.1 K", "temperature <= 0.1 K = 0.1 K"],
    ["pressures of 1 atm. or less", "pressure <= 1 atm = 101325 Pa"],
    // Per-unit values and products.
    [
      "a bidirectional transfer rate over all inputs and outputs of 600 Gbyte/s or more",
      "bidirectional transfer rate >= 600 Gbyte/s = 600000000000 B/s",
    ],
    ["an attenuation of 0,2 dB/km or less", "attenuation <= 0.2 dB/km = 0.0002 dB/m"],
    ["a thermal conductivity exceeding 300 W/(m·K)", "thermal conductivity > 300 W/(m·K) = 300 W/m/K"],
    ["a thermal conductivity exceeding 300 W m⁻¹ K⁻¹", "thermal conductivity > 300 W·m⁻¹·K⁻¹ = 300 W/m/K"],
    ["a specific energy of 300 Wh kg⁻¹ or more", "specific energy >= 300 Wh·kg⁻¹ = 1080000 J/kg"],
    ["a noise lower (better) than 2 pT rms per square root Hz", "noise < 2 pT/√Hz = 0.000000000002 T/√Hz"],
    ["a cooling power greater than or equal to 600 µW", "cooling power >= 600 µW = 0.0006 W"],
    ["an acceleration of 100 g or more", "acceleration >= 100 g = 980.665 m/s²"],
    [
      "an ageing of less than 1 x 10-11/month",
      "ageing < 0.00000000001 /mo = 0.00000000000000000380257053768347402844322762187 1/s",
    ],
    // Ranges.
    ["greater than or equal to 100 but less than 200 qubits", "qubits between [100; 200) qubits = [100; 200) 1"],
    ["exceeding 31,8 GHz up to and including 37 GHz", "null between (31.8; 37] GHz = (31800000000; 37000000000] Hz"],
    ["a diameter of more than 600 mm but not more than 1,2 m", "diameter between (600; 1200] mm = (0.6; 1.2] m"],
    ["a bandwidth of 30 MHz – 3 GHz", "bandwidth between [30; 3000] MHz = [30000000; 3000000000] Hz"],
    ["wavelengths outside the range 400 nm to 700 nm", "null outside [400; 700] nm = [0.0000004; 0.0000007] m"],
    ["a ratio of more than 1 000 to 1", "ratio > 1000 ratio = 1000 1"],
    // The same value said twice.
    ["a mass not exceeding 500 kg (1 102 lb)", "mass <= 500 kg = 500 kg"],
    ["a mass not exceeding 500 kg (1 302 lb)", "mass <= 500 kg = 500 kg FAULT"],
    ["a pressure of 0.5 MPa (50 bar) or more", "pressure >= 0.5 MPa = 500000 Pa FAULT"],
    ["10⁻⁷ mbar (10⁻⁵ Pa) or lower", "null <= 0.0000001 mbar = 0.00001 Pa"],
  ])("[D3] reads %s", (phrase, wanted) => {
    expect(told(phrase)).toEqual([wanted]);
  });

  it.each(["Having 10 12-bit converters", "Items 10 to 20", "the 10 20-pin sockets of Note 1"])(
    "[D3] sees no power of ten in %s",
    (phrase) => {
      for (const { value } of parseParameters(phrase)) expect(JSON.stringify(value).length).toBeLessThan(60);
      expect(told(phrase).join()).not.toContain("00000");
    },
  );
});
