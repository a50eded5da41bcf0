/** An instant in words for a text that leaves the house: in the committee's zone, and in brackets the writer's and UTC. */
import { dateIn, timeIn } from "~/ui/time.tsx";

export type ZoneOf = { zone: string; city: string };

/** `Wed 2 Dec 2026, 17:22 Vienna (11:22 Ottawa, 16:22 UTC)`; no zone twice, and another day only where it is another. */
export function instantWords(at: number, places: readonly [ZoneOf, ...ZoneOf[]]): string {
  const date = (zone: string) => dateIn(at, zone).replaceAll(",", "");
  const [first, ...others] = [...places, { zone: "UTC", city: "UTC" }].filter(
    (place, index, all) => all.findIndex((one) => one.zone === place.zone) === index,
  ) as [ZoneOf, ...ZoneOf[]];
  const beside = others.map(({ zone, city }) => {
    const day = date(zone) === date(first.zone) ? "" : `${date(zone)} `;
    return `${day}${timeIn(at, zone)} ${city}`;
  });
  const head = `${date(first.zone)}, ${timeIn(at, first.zone)} ${first.city}`;
  return beside.length === 0 ? head : `${head} (${beside.join(", ")})`;
}
