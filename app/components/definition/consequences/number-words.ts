/** Numbers as people read them: grouped thousands, powers of ten for small ones. */
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const power = (exponent: number): string =>
  `${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map((digit) => raised[Number(digit)]).join("")}`;

/** `4,800`, `5.92`, `7.9 × 10⁻⁴`. */
export function shownNumber(value: string): string {
  const [whole = "", fraction] = value.split(".");
  if (whole === "0" && fraction !== undefined && /^00/.test(fraction)) {
    const zeros = /^0*/.exec(fraction)![0].length;
    const digits = fraction.slice(zeros);
    const lead = digits.length > 1 ? `${digits[0]}.${digits.slice(1, 4)}` : digits;
    return `${lead === "1" ? "" : `${lead} × `}10${power(-(zeros + 1))}`;
  }
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A tick of a scale. */
export const shownTick = (tick: number): string => {
  const exponent = Math.floor(Math.log10(tick) + 1e-9);
  if (exponent >= -2) return tick.toLocaleString("en", { maximumFractionDigits: 6 });
  const lead = Math.round(tick / 10 ** exponent);
  return `${lead === 1 ? "" : `${lead} × `}10${power(exponent)}`;
};

/** The unit behind a number; what is counted stands in the quantity already. */
export function shownUnit(unit: string): string {
  return unit === "1" || /^(\{.*\}|qubits?)$/i.test(unit) ? "" : ` ${unit}`;
}
