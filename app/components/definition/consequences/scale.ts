/** The scales of the pictures: logarithmic, with ends and ticks that people read easily. Pictures alone pass through floating point. */
import { decimalText, readDecimal } from "../../../../domain/definition/parameters/ratio.ts";

export type Scale = {
  low: number;
  high: number;
  /** Where a value is drawn; beyond the ends it stays at them. */
  at(value: number): number;
  /** The value that is drawn there. */
  valueAt(position: number): number;
  ticks: number[];
};

const easy = [1, 2, 5];

/** The easy number at or below, or at or above. */
function easyNumber(value: number, up: boolean): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const lead = value / power;
  if (up) return (easy.find((one) => one >= lead - 1e-9) ?? 10) * power;
  return ([...easy].reverse().find((one) => one <= lead + 1e-9) ?? 1) * power;
}

function ticksBetween(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const leads = decades > 2.6 ? [1] : decades > 1.2 ? [1, 3] : easy;
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const lead of leads) {
      const tick = Number((lead * 10 ** power).toPrecision(3));
      if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
    }
  return ticks;
}

/** A scale over these values and a little more, drawn from one position to another. */
export function logScale(values: number[], from: number, to: number): Scale {
  const some = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = easyNumber(Math.min(...(some.length > 0 ? some : [1])) / 1.25, false);
  const high = easyNumber(Math.max(...(some.length > 0 ? some : [10])) * 1.25, true);
  const span = Math.log(high / low);
  return {
    low,
    high,
    at: (value) => {
      const share = Math.log(Math.min(high, Math.max(low, value)) / low) / span;
      return Math.round((from + share * (to - from)) * 100) / 100;
    },
    valueAt: (position) => low * Math.exp(((position - from) / (to - from)) * span),
    ticks: ticksBetween(low, high),
  };
}

/** A decimal string of a number that a picture gave. */
export const decimalOf = (value: number): string => decimalText(readDecimal(String(Number(value.toPrecision(12))))!);

/** The number as somebody would write it into a text: two figures, and halves of the second where the first is small. */
export function easyValue(value: number, whole: boolean): string {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = value / power < 5 ? power / 20 : power / 10;
  const rounded = Math.round(value / step) * step;
  return decimalOf(whole ? Math.max(1, Math.round(rounded)) : rounded);
}

/** The next number up or down that somebody would write. */
export function nextValue(value: string, up: boolean, whole: boolean): string {
  const now = Number(value);
  const power = 10 ** Math.floor(Math.log10(now) + 1e-9);
  const lead = now / power;
  const below = !up && lead < 1.0000001;
  const base = below ? power / 10 : power;
  const step = whole
    ? Math.max(1, Math.round((now / base < 5 ? base / 20 : base / 10) || 1))
    : now / base < 5 && !below
      ? base / 20
      : base / 10;
  const exact = now / step;
  const next = (up ? Math.floor(exact + 1 + 1e-9) : Math.ceil(exact - 1 - 1e-9)) * step;
  return decimalOf(Math.max(whole ? 1 : step / 100, next));
}
