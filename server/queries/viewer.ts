/** Who is looking: what every page's frame shows of the person, and the committees of the menu. */
import { eq, inArray } from "drizzle-orm";
import type { Reader } from "../../db/open.ts";
import { loadPerson } from "../../db/store/membership.ts";
import type { HeldRole } from "../../domain/membership/role.ts";

export type Viewer = {
  personId: string;
  name: string;
  email: string;
  title: string;
  memberId: string | null;
  memberName: string | null;
  zone: string;
  city: string;
  /** One of eight fills, 0 to 7. */
  colour: number;
  roles: HeldRole[];
  committees: { id: string; code: string; name: string; zone: string; city: string }[];
  isRegimeSecretariat: boolean;
  isReviewer: boolean;
};

export async function viewerOf(tx: Reader, personId: string): Promise<Viewer | null> {
  const person = await loadPerson(tx, personId);
  if (!person) return null;
  const { people, members, committees } = tx.t;
  const [row] = await tx
    .select({ person: people, memberName: members.name })
    .from(people)
    .leftJoin(members, eq(members.id, people.memberId))
    .where(eq(people.id, personId));
  if (!row) return null;
  const everywhere = person.roles.some((held) => held.committeeId === null);
  const ids = [...new Set(person.roles.map((held) => held.committeeId).filter((id) => id !== null))];
  const mine = everywhere
    ? await tx.select().from(committees).orderBy(committees.name)
    : ids.length === 0
      ? []
      : await tx.select().from(committees).where(inArray(committees.id, ids)).orderBy(committees.name);
  return {
    personId,
    name: row.person.name,
    email: row.person.email,
    title: row.person.title,
    memberId: row.person.memberId,
    memberName: row.memberName,
    zone: row.person.zone,
    city: row.person.city,
    colour: row.person.colour,
    roles: person.roles,
    committees: mine.map(({ id, code, name, zone, city }) => ({ id, code, name, zone, city })),
    isRegimeSecretariat: person.roles.some((held) => held.role === "secretariat" && held.committeeId === null),
    isReviewer: person.roles.some((held) => held.role === "government-reviewer"),
  };
}
