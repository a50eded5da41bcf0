/** Work that takes long is done in batches, and between them everybody else has a turn: one process serves all. */
import { setImmediate } from "node:timers/promises";

const batchSize = 100;

export function* batchesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize);
}

/** Returns once whatever waited in the event loop has had its turn. */
export async function othersTurn(): Promise<void> {
  await setImmediate();
}

const indented = (value: unknown, depth: string) => JSON.stringify(value, null, 2).replaceAll("\n", `\n${depth}`);

/**
 * The characters of `JSON.stringify(value, null, 2)`, written in batches: a member that is a list goes item by item. Text
 * in JSON holds no line break of its own, so that what is written apart can be moved in afterwards.
 */
export async function writeLongJson(value: Readonly<Record<string, unknown>>): Promise<string> {
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const written = Array.isArray(member) && member.length > 0 ? await longList(member) : indented(member, "  ");
    members.push(`  ${JSON.stringify(name)}: ${written}`);
  }
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n}`;
}

async function longList(items: readonly unknown[]): Promise<string> {
  const parts: string[] = [];
  for (const batch of batchesOf(items)) {
    for (const item of batch) parts.push(`    ${indented(item ?? null, "    ")}`);
    await othersTurn();
  }
  return `[\n${parts.join(",\n")}\n  ]`;
}
