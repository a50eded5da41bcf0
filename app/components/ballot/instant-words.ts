/** An instant in words for a text that leaves the house: in the committee's zone, the writer's, and UTC, none of them twice. */
import { dateIn, timeIn } from "~/ui/time.tsx";

export type ZoneOf = { zone: string; city: string };

export function instantWords(at: number, places: readonly ZoneOf[]): string {
  const all = [...places, { zone: "UTC", city: "UTC" }];
  const once = all.filter((place, index) => all.findIndex((one) => one.zone === place.zone) === index);
  return once
    .map(({ zone, city }) => `${dateIn(at, zone).replaceAll(",", "")}, ${timeIn(at, zone)} ${city}`)
    .join(" = ");
}
