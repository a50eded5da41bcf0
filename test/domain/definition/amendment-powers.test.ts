/** The powers matrix for amendments: role × act × state, from both sides. */
import { describe, expect, it } from "vitest";
import { type CandidateState, candidateStates } from "../../../domain/candidate/candidate-life.ts";
import { type AmendmentState, amendmentStates } from "../../../domain/definition/amendment-life.ts";
import type { AmendmentThing } from "../../../domain/definition/amendment-powers.ts";
import { type Actor, type HeldRole, type RoleName, theClock, thePublic } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { type Answer, isRefusal } from "../../../domain/refusal.ts";

const held = (role: RoleName, more: Partial<HeldRole> = {}): HeldRole => ({
  role,
  committeeId: "qtac",
  seatId: null,
  memberId: null,
  ...more,
});
const person = (personId: string, memberId: string | null, ...roles: HeldRole[]): Actor => ({
  kind: "person",
  personId,
  name: personId,
  memberId,
  roles,
});

const actors = {
  author: person("author", "jp", held("holder", { seatId: "seat-jp", memberId: "jp" })),
  alternate: person("alternate", "jp", held("alternate", { seatId: "seat-jp", memberId: "jp" })),
  seat: person("seat", "no", held("holder", { seatId: "seat-no", memberId: "no" })),
  chair: person("chair", "ca", held("chair"), held("holder", { seatId: "seat-ca", memberId: "ca" })),
  vice: person("vice", "jp", held("vice-chair"), held("holder", { seatId: "seat-jp-2", memberId: "jp" })),
  secretariat: person("secretariat", null, held("secretariat")),
  observer: person("observer", null, held("observer")),
  reviewer: person("reviewer", "no", held("government-reviewer", { committeeId: null, memberId: "no" })),
};
const columns = Object.keys(actors) as (keyof typeof actors)[];

const thing = (amendmentState: AmendmentState, state: CandidateState = "drafting"): AmendmentThing => ({
  committeeId: "qtac",
  state,
  sponsorSeatId: null,
  sponsorMemberId: null,
  proposedBy: "somebody",
  amendmentState,
  authorId: "author",
  authorSeatId: "seat-jp",
  authorMemberId: "jp",
  supporterIds: [],
});

const cell = (answer: Answer) => (isRefusal(answer) ? (answer.code === "not-found" ? "nf" : answer.code) : "+");

function row(ask: (actor: Actor) => Answer): string {
  for (const outsider of [person("stranger", "no"), thePublic]) expect(cell(ask(outsider))).toBe("nf");
  return columns.map((name) => cell(ask(actors[name]))).join(" ");
}

describe("the powers of amendments", () => {
  it("[A1] seats, chairs with a seat, and government reviewers propose and support; nobody supports the own seat's", () => {
    expect(row((actor) => powers["propose-amendment"](actor, thing("proposed")))).toBe("+ + + + + role role +");
    expect(row((actor) => powers["support-amendment"](actor, thing("proposed")))).toBe(
      "own-delegation own-delegation + + + seat seat +",
    );
    const supported = { ...thing("proposed"), supporterIds: ["seat"] };
    expect(cell(powers["support-amendment"](actors.seat, supported))).toBe("state");
    expect(cell(powers["withdraw-support"](actors.seat, supported))).toBe("+");
    expect(cell(powers["withdraw-support"](actors.chair, supported))).toBe("own-delegation");
    for (const state of amendmentStates) {
      const isOpen = ["proposed", "contested", "stale"].includes(state);
      expect(cell(powers["support-amendment"](actors.seat, thing(state)))).toBe(isOpen ? "+" : "state");
    }
  });

  it("[A3] seats other than the author's object, to a proposed one", () => {
    expect(row((actor) => powers["object-amendment"](actor, thing("proposed")))).toBe(
      "own-delegation own-delegation + + + seat seat seat",
    );
    for (const state of amendmentStates)
      expect(cell(powers["object-amendment"](actors.seat, thing(state)))).toBe(state === "proposed" ? "+" : "state");
  });

  it("[A7] chair and vice-chair accept, and nobody the own delegation's", () => {
    expect(row((actor) => powers["accept-amendment"](actor, thing("proposed")))).toBe(
      "role role role + own-delegation role role role",
    );
    const others = { ...thing("proposed"), authorMemberId: "no" };
    expect(cell(powers["accept-amendment"](actors.vice, others))).toBe("+");
    for (const state of amendmentStates) {
      const expected = state === "proposed" || state === "contested" ? "+" : "state";
      expect(cell(powers["accept-amendment"](actors.chair, thing(state)))).toBe(expected);
    }
  });

  it("[A8] is prepared while a text may be drafted again, and accepted while it is drafted or resolved", () => {
    const prepared = ["drafting", "commenting", "resolving", "ready", "balloting", "returned", "parked"];
    for (const state of candidateStates) {
      expect(cell(powers["propose-amendment"](actors.seat, thing("proposed", state)))).toBe(
        prepared.includes(state) ? "+" : "state",
      );
      const isOpen = state === "drafting" || state === "resolving";
      expect(cell(powers["accept-amendment"](actors.chair, thing("proposed", state)))).toBe(isOpen ? "+" : "frozen");
      expect(cell(powers["bracket-amendment"](actors.chair, thing("contested", state)))).toBe(isOpen ? "+" : "frozen");
    }
  });

  it("[A4] the chair alone brackets what is contested, and rejects", () => {
    expect(row((actor) => powers["bracket-amendment"](actor, thing("contested")))).toBe(
      "role role role + role role role role",
    );
    expect(cell(powers["bracket-amendment"](actors.chair, thing("proposed")))).toBe("state");
    for (const state of ["proposed", "contested"] as const)
      expect(cell(powers["reject-amendment"](actors.chair, thing(state)))).toBe("+");
    expect(cell(powers["reject-amendment"](actors.chair, thing("stale")))).toBe("state");
  });

  it("[A5, A6] the author alone rebases and withdraws; the clock alone finds what is stale or fallen", () => {
    expect(row((actor) => powers["rebase-amendment"](actor, thing("stale")))).toBe(
      "+ own-delegation own-delegation own-delegation own-delegation own-delegation own-delegation own-delegation",
    );
    expect(cell(powers["withdraw-amendment"](actors.author, thing("accepted")))).toBe("state");
    for (const act of ["base-changed", "another-adopted"] as const) {
      expect(cell(powers[act](actors.chair, thing("contested")))).toBe("role");
      expect(cell(powers[act](theClock, thing("contested")))).toBe("+");
      expect(cell(powers[act](theClock, thing("accepted")))).toBe("state");
    }
  });
});
