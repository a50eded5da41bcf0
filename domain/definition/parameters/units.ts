/**
 * Units of the control lists and what they are in coherent SI. Symbols are those of SI and of UCUM; words are how the
 * lists spell them out. Counts (qubits, actuators) are pure numbers; TPP, WT, bit, bases and decibels keep their own name, and so do bytes.
 */
import { decimal, type Ratio, ratio, times } from "./ratio.ts";

/** One unit: `si` as a product of powers of SI or own units, and the exact factor to it. `zero` only for temperatures. */
export type Unit = { symbol: string; si: Record<string, number>; factor: Ratio; zero?: Ratio };

export const prefixes: Record<string, Ratio> = Object.fromEntries(
  [
    ["Y", 24],
    ["Z", 21],
    ["E", 18],
    ["P", 15],
    ["T", 12],
    ["G", 9],
    ["M", 6],
    ["k", 3],
    ["h", 2],
    ["da", 1],
    ["d", -1],
    ["c", -2],
    ["m", -3],
    ["µ", -6],
    ["u", -6],
    ["n", -9],
    ["p", -12],
    ["f", -15],
    ["a", -18],
  ].map(([name, power]) => [name, decimal(`1e${power}`)]),
);

export const prefixWords: Record<string, string> = {
  peta: "P",
  tera: "T",
  giga: "G",
  mega: "M",
  kilo: "k",
  hecto: "h",
  deci: "d",
  centi: "c",
  milli: "m",
  micro: "µ",
  nano: "n",
  pico: "p",
  femto: "f",
  atto: "a",
};

/** π to fifty digits, for degrees of arc. */
const pi = decimal("3.14159265358979323846264338327950288419716939937510");
const degree = times(pi, ratio(1n, 180n));

type Row = [symbols: string, si: string, factor: string | Ratio, words?: string, zero?: string];

/** Units that take SI prefixes. */
const prefixable: Row[] = [
  ["m", "m", "1", "meter metre"],
  ["g", "kg", "0.001", "gram gramme"],
  ["s sec", "s", "1", "second sec"],
  ["A", "A", "1", "ampere amp"],
  ["K", "K", "1", "kelvin"],
  ["mol", "mol", "1", "mole"],
  ["cd", "cd", "1", "candela"],
  ["Hz", "Hz", "1", "hertz"],
  ["N", "N", "1", "newton"],
  ["Pa", "Pa", "1", "pascal"],
  ["J", "J", "1", "joule"],
  ["W", "W", "1", "watt"],
  ["V", "V", "1", "volt"],
  ["F", "F", "1", "farad"],
  ["Ω Ohm ohm", "Ω", "1", "ohm"],
  ["S", "S", "1", "siemens"],
  ["T", "T", "1", "tesla"],
  ["Wb", "Wb", "1", "weber"],
  ["H", "H", "1", "henry"],
  ["lm", "lm", "1", "lumen"],
  ["lx", "lx", "1", "lux"],
  ["Bq", "Bq", "1", "becquerel"],
  ["Gy", "Gy", "1", "gray"],
  ["Sv", "Sv", "1", "sievert"],
  ["rad", "rad", "1", "radian"],
  ["sr", "sr", "1", "steradian"],
  ["eV", "J", "1.602176634e-19", "electronvolt electron-volt"],
  ["L l", "m³", "0.001", "liter litre"],
  ["bar", "Pa", "100000", "bar"],
  ["Wh", "J", "3600", "watt-hour watthour"],
  ["Ah", "C", "3600", "ampere-hour"],
  ["C", "C", "1", "coulomb"],
  ["VA", "W", "1", "voltampere volt-ampere"],
  ["Ci", "Bq", "37000000000", "curie"],
  ["bit", "bit", "1", "bit"],
  ["B byte", "B", "1", "byte"],
  ["bps", "bit/s", "1"],
  ["FLOPS", "FLOPS", "1", "flops flop"],
  ["OPS", "OPS", "1", "ops"],
  ["Sps sps SPS", "1/s", "1"],
  ["b bases", "bases", "1", "base"],
  ["bp", "bases", "1", "basepair base-pair"],
  ["Da", "Da", "1", "dalton"],
  ["Gal", "m/s²", "0.01", "gal"],
  ["px pixel pixels", "1", "1"],
  ["sample", "1", "1", "sample"],
  ["tex", "kg/m", "0.000001", "tex"],
  ["P", "Pa·s", "0.1", "poise"],
];

/** Units that stand alone. */
const plain: Row[] = [
  ["%", "1", "0.01", "percent per-cent"],
  ["‰", "1", "0.001"],
  ["% w/w", "1", "0.01"],
  ["% v/v", "1", "0.01"],
  ["ppm", "1", "0.000001"],
  ["ppb", "1", "0.000000001"],
  ["dB", "dB", "1", "decibel"],
  ["dBm", "dBm", "1"],
  ["dBW", "dBW", "1"],
  ["dBc", "dBc", "1"],
  ["dBi", "dBi", "1"],
  ["°C Cel ℃", "K", "1", "celsius", "273.15"],
  ["°F ℉", "K", ratio(5n, 9n), "fahrenheit", "255.37222222222222222222222222222"],
  ["° deg", "rad", degree, "degree"],
  ["arcmin ′", "rad", times(degree, ratio(1n, 60n)), "arcminute arc-minute"],
  ["arcsec ″", "rad", times(degree, ratio(1n, 3600n)), "arcsecond arc-second"],
  ["min", "s", "60", "minute"],
  ["h hr", "s", "3600", "hour hr"],
  ["d", "s", "86400", "day"],
  ["wk", "s", "604800", "week"],
  ["mo", "s", "2629800", "month"],
  ["a", "s", "31557600", "year"],
  ["t", "kg", "1000", "tonne metric-ton"],
  ["µm", "m", "0.000001", "micron"],
  ["Å", "m", "1e-10", "angstrom ångström"],
  ["in", "m", "0.0254", "inch"],
  ["ft", "m", "0.3048", "foot"],
  ["yd", "m", "0.9144", "yard"],
  ["mi", "m", "1609.344", "mile"],
  ["nmi NM", "m", "1852", "nautical-mile"],
  ["kn kt", "m/s", ratio(1852n, 3600n), "knot"],
  ["mph", "m/s", "0.44704"],
  ["kph", "m/s", ratio(1000n, 3600n)],
  ["lb lbs", "kg", "0.45359237", "pound"],
  ["lbf", "N", "4.4482216152605"],
  ["oz", "kg", "0.028349523125", "ounce"],
  ["gal", "m³", "0.003785411784", "gallon"],
  ["cc", "m³", "0.000001"],
  ["ha", "m²", "10000", "hectare"],
  ["psi", "Pa", ratio(44482216152605n, 6451600000n)],
  ["Torr torr mmHg", "Pa", ratio(101325n, 760n)],
  ["atm", "Pa", "101325", "atmosphere"],
  ["hp", "W", "745.69987158227022", "horsepower"],
  ["rpm RPM", "1/s", ratio(1n, 60n)],
  ["g₀ [g]", "m/s²", "9.80665"],
  ["u", "kg", "1.66053906660e-27"],
  ["TPP", "TPP", "1"],
  // The density of the lists is defined per square millimetre and is quoted so everywhere.
  ["TPP/mm²", "TPP/mm²", "1"],
  ["WT", "WT", "1"],
  ["MTOPS", "MTOPS", "1"],
  // Noise densities and random walks are stated per root of a unit, which stays as it is but for the hour.
  ["√Hz", "√Hz", "1"],
  ["√h √hr", "√s", "60"],
  ["octave", "octave", "1", "octave"],
  ["decade", "decade", "1", "decade"],
  ["Mach", "Mach", "1"],
  ["1", "1", "1"],
  ["ratio", "1", "1"],
  ["rms", "1", "1"],
];

/** Things that are counted, by their singular. A count is a pure number. */
export const countedThings = new Set(
  (
    "qubit actuator channel element cell aircraft operator cycle line photon atom electron neutron ion particle axis wafer " +
    "chip die core transistor gate port pin layer stage blade rotor image frame shot pulse event point degree-of-freedom " +
    "sensor detector camera antenna beam wavelength mode fiber fibre turn revolution rodent animal person unit item " +
    "parameter organism copy nucleotide residue amino-acid read sequence sample run device node user-terminal satellite " +
    "vehicle propeller engine word page stop step bit-plane carrier band tap pole input output terminal electrode finger " +
    "pixel flash resonator valve source chamber tool wheel hydrophone transducer array thread contact grain count operation part division line-pair lp"
  )
    .split(/\s+/)
    .map((thing) => thing.replaceAll("-", " ")),
);

/** Reads `m/s²` of the tables above into powers. */
export function readSi(si: string): Record<string, number> {
  if (si === "TPP/mm²") return { [si]: 1 };
  const powers: Record<string, number> = {};
  si.split("/").forEach((group, at) => {
    for (const factor of group.split("·")) {
      const parts = /^(.+?)([²³⁴]?)$/.exec(factor)!;
      const power = (parts[2] === "" ? 1 : "²³⁴".indexOf(parts[2]!) + 2) * (at === 0 ? 1 : -1);
      if (parts[1] !== "1") powers[parts[1]!] = (powers[parts[1]!] ?? 0) + power;
    }
  });
  return powers;
}

function unitsOf(rows: Row[]): [Map<string, Unit>, Map<string, Unit>] {
  const symbols = new Map<string, Unit>();
  const words = new Map<string, Unit>();
  for (const [names, si, factor, spelt, zero] of rows) {
    const list = names === "% w/w" || names === "% v/v" ? [names] : names.split(" ");
    const unit: Unit = {
      symbol: list[0]!,
      si: readSi(si),
      factor: typeof factor === "string" ? decimal(factor) : factor,
      ...(zero === undefined ? {} : { zero: decimal(zero) }),
    };
    for (const name of list) symbols.set(name, unit);
    for (const word of (spelt ?? "").split(" ").filter((one) => one !== "")) words.set(word.replaceAll("-", " "), unit);
  }
  return [symbols, words];
}

export const [prefixableSymbols, prefixableWords] = unitsOf(prefixable);
export const [plainSymbols, plainWordUnits] = unitsOf(plain);
