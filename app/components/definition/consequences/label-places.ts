/**
 * Where the names of points stand, so that none covers another: near each point, in the first of six places that is free. A
 * name that finds no place is left out of the picture; it stands in the table.
 */
export type Labelled = { id: string; name: string; x: number; y: number };
export type LabelPlace = { id: string; name: string; x: number; y: number; anchor: "start" | "end" | "middle" };

type Rectangle = { left: number; right: number; top: number; bottom: number };

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export type LabelRoom = {
  width: number;
  height: number;
  left: number;
  top: number;
  letter: number;
  line: number;
  reserved: Rectangle[];
};

/** `points` are all that is drawn; `wanted` are those to be named, the most important first. */
export function placeLabels(points: Labelled[], wanted: Labelled[], room: LabelRoom): LabelPlace[] {
  const taken: Rectangle[] = [
    ...room.reserved,
    ...points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 })),
  ];
  const placed: LabelPlace[] = [];
  for (const { id, name, x, y } of wanted) {
    const long = name.length * room.letter;
    const tries: { anchor: LabelPlace["anchor"]; dx: number; dy: number }[] = [
      { anchor: "start", dx: 9, dy: 4 },
      { anchor: "end", dx: -9, dy: 4 },
      { anchor: "middle", dx: 0, dy: -10 },
      { anchor: "middle", dx: 0, dy: 17 },
      { anchor: "start", dx: 7, dy: -8 },
      { anchor: "start", dx: 7, dy: 15 },
      { anchor: "end", dx: -7, dy: -8 },
      { anchor: "end", dx: -7, dy: 15 },
    ];
    for (const { anchor, dx, dy } of tries) {
      const start = anchor === "start" ? x + dx : anchor === "end" ? x + dx - long : x + dx - long / 2;
      const box = { left: start, right: start + long, top: y + dy - room.line + 2, bottom: y + dy + 3 };
      const fits =
        box.left >= room.left &&
        box.right <= room.left + room.width &&
        box.top >= room.top &&
        box.bottom <= room.top + room.height;
      const own = (other: Rectangle) => other.left === x - 5 && other.top === y - 5;
      if (!fits || taken.some((other) => !own(other) && overlap(box, other))) continue;
      taken.push(box);
      placed.push({ id, name, x: x + dx, y: y + dy, anchor });
      break;
    }
  }
  return placed;
}
