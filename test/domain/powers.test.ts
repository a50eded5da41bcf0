/**
 * The powers matrix as a table: role × act × state, each cell the expected answer. `+` is allowed, else the refusal's code, with
 * `nf` for not-found. Of two-person acts it asks for the first person; the vice-chair presides while the chair cannot.
 */
import { describe, expect, test } from "vitest";
import type { OpenChallenge } from "../../domain/ballot/ballot-acts-powers.ts";
import type { BallotThing } from "../../domain/ballot/ballot-powers.ts";
import { type CandidateState, candidateStates } from "../../domain/candidate/candidate-life.ts";
import type { CandidateThing } from "../../domain/candidate/candidate-powers.ts";
import { type AmendmentState, amendmentStates } from "../../domain/definition/amendment-life.ts";
import type { AmendmentThing } from "../../domain/definition/amendment-powers.ts";
import { type CommentState, commentStates } from "../../domain/definition/comment.ts";
import type { CommentThing } from "../../domain/definition/definition-powers.ts";
import { type Actor, type HeldRole, type RoleName, theClock, thePublic } from "../../domain/membership/role.ts";
import { powers as allPowers, type Power, roleOf } from "../../domain/powers.ts";
import { type Answer, isRefusal } from "../../domain/refusal.ts";
import type { RoundThing } from "../../domain/review/review-powers.ts";

/** What has been asked in this file; each power must be. */
const asked = new Set<string>();
const powers = new Proxy(allPowers, {
  get(target, name) {
    asked.add(String(name));
    return Reflect.get(target, name);
  },
});

const committeeId = "qtac";

function held(role: RoleName, more: Partial<HeldRole> = {}): HeldRole {
  return { role, committeeId, seatId: null, memberId: null, ...more };
}

function person(personId: string, memberId: string | null, ...roles: HeldRole[]): Actor {
  return { kind: "person", personId, name: personId, memberId, roles };
}

const norway = { seatId: "seat-no", memberId: "no" };

/** The columns of the matrix, and those who stand outside: to them there is no such thing (rule W2). */
const actors = {
  seat: person("holder", "no", held("holder", norway)),
  alternate: person("alternate", "no", held("alternate", norway)),
  chair: person("chair", "ca", held("chair"), held("holder", { seatId: "seat-ca", memberId: "ca" })),
  vice: person("vice", "fr", held("vice-chair"), held("holder", { seatId: "seat-fr", memberId: "fr" })),
  secretariat: person("secretariat", null, held("secretariat")),
  observer: person("observer", null, held("observer")),
  reviewer: person("reviewer", "no", held("government-reviewer", { committeeId: null, memberId: "no" })),
  stranger: person("stranger", "no"),
  outsider: person("outsider", "no", held("holder", { committeeId: "stac", seatId: "seat-x", memberId: "no" })),
  otherObserver: person("other", null, held("observer", { committeeId: "stac" })),
  public: thePublic,
} satisfies Record<string, Actor>;

const columns = ["seat", "chair", "vice", "secretariat", "observer", "reviewer"] as const;
const outside = ["stranger", "outsider", "otherObserver", "public"] as const;

const cell = (answer: Answer) => (isRefusal(answer) ? (answer.code === "not-found" ? "nf" : answer.code) : "+");

/** Asks the power for each column; those outside must find nothing. */
function row(ask: (actor: Actor) => Answer): string {
  for (const name of outside) expect([name, cell(ask(actors[name]))]).toEqual([name, "nf"]);
  for (const name of columns) {
    const answer = ask(actors[name]);
    if (!isRefusal(answer)) continue;
    expect(answer.rule).toMatch(/^[A-Z]\d+$/);
    expect(answer.reason).toMatch(/^.{15,}\.$/s);
  }
  return columns.map((name) => cell(ask(actors[name]))).join(" ");
}

const candidate = (state: CandidateState, more: Partial<CandidateThing> = {}): CandidateThing => ({
  ...{ committeeId, state, sponsorSeatId: "seat-no", sponsorMemberId: "no", proposedBy: "holder" },
  ...more,
});

/** Act, the states in which it is as the first line says, that line; in all other states the second. */
type Row = [Power, string, string, string];

const all = candidateStates.join(" ");
const untilReady = "drafting commenting resolving ready";
const beforeBalloting = "proposed drafting commenting resolving ready returned parked";

//                                                                seat  chair vice sec. obs. g.r.
const ofCandidates: Row[] = [
  ["read-definition", all, "+ + + + + +", ""],
  ["accept-candidate", "proposed", "role + role role role role", "role state role role role role"],
  ["decline-candidate", "proposed", "role + role role role role", "role state role role role role"],
  ["open-comment-round", "drafting", "role + role role role role", "role state role role role role"],
  ["close-comment-round", "commenting", "role + role role role role", "role state role role role role"],
  ["revise-text", "resolving ready returned", "role + role role role role", "role state role role role role"],
  ["mark-ready", "resolving", "role + role role role role", "role state role role role role"],
  ["park-candidate", "drafting resolving returned", "role + role role role role", "role state role role role role"],
  ["resume-candidate", "parked", "role + role role role role", "role state role role role role"],
  ["withdraw-candidate", beforeBalloting, "+ seat seat seat seat seat", "state seat seat seat seat seat"],
  ["draft-scope", untilReady, "+ + + + role role", "state state state state role role"],
  [
    "declare-interest",
    all.replace(/declined|withdrawn|lapsed|merged|delisted/g, ""),
    "+ + + role role +",
    "state state state role role state",
  ],
  ["edit-definition", "drafting resolving", "+ + + role role role", "frozen frozen frozen role role role"],
  ["start-definition", "drafting resolving", "+ + + role role role", "frozen frozen frozen role role role"],
  ["freeze-version", "drafting resolving", "role + role role role role", "role frozen role role role role"],
  ["waive-fault", untilReady, "role + role role role role", "role state role role role role"],
];

describe("[W1 W2 W8] candidates and their text", () => {
  test.each(ofCandidates)("%s", (act, states, inThem, inOthers) => {
    const power = powers[act] as (actor: Actor, thing: CandidateThing) => Answer;
    const found = candidateStates.map((state) => [state, row((actor) => power(actor, candidate(state)))]);
    expect(found).toEqual(
      candidateStates.map((state) => [state, states.split(" ").includes(state) ? inThem : inOthers]),
    );
  });

  test("[K1 K3] make-comment: while the round is open all but the secretariat; observers not before or after", () => {
    const ask = (state: CandidateState) => row((actor) => powers["make-comment"](actor, candidate(state)));
    expect(ask("commenting")).toBe("+ + + role + +");
    for (const state of candidateStates) {
      if (state === "commenting") continue;
      const before = beforeBalloting.split(" ").includes(state);
      expect([state, ask(state)]).toEqual([
        state,
        before ? "+ + + role state +" : "state state state state state state",
      ]);
    }
  });

  test("[C1] propose-candidate: seats and government reviewers", () => {
    const ask = (actor: Actor) => cell(powers["propose-candidate"](actor, { committeeId }));
    expect(columns.map((name) => ask(actors[name]))).toEqual(["+", "+", "+", "role", "role", "+"]);
    expect(ask(person("chair only", "ca", held("chair")))).toBe("role");
    expect(outside.map((name) => ask(actors[name]))).toEqual(["nf", "nf", "nf", "nf"]);
  });

  test("[C9] withdraw-candidate: the sponsor's alternate as well; where a government sponsors, its reviewers", () => {
    const ask = (actor: Actor, thing: CandidateThing) => cell(powers["withdraw-candidate"](actor, thing));
    expect(ask(actors.alternate, candidate("drafting"))).toBe("+");
    const ofGovernment = candidate("drafting", { sponsorSeatId: null });
    expect(ask(actors.reviewer, ofGovernment)).toBe("+");
    expect(ask(actors.seat, ofGovernment)).toBe("role");
    const other = person("other", "jp", held("government-reviewer", { committeeId: null, memberId: "jp" }));
    expect(ask(other, ofGovernment)).toBe("own-delegation");
  });

  test("[X3 B46] while an interest bars the chair, or nobody is chair, the vice-chair presides", () => {
    const acts = ofCandidates.filter(([, , line]) => line === "role + role role role role").map(([act]) => act);
    expect(acts.length).toBe(10);
    for (const act of acts) {
      const power = powers[act] as (actor: Actor, thing: CandidateThing) => Answer;
      const state = candidateStates.find((one) => cell(power(actors.chair, candidate(one))) === "+")!;
      const ask = (more: Partial<CandidateThing>) => row((actor) => power(actor, candidate(state, more)));
      expect(ask({ barredPeople: ["chair"], chairPresides: false })).toBe("role recused + role role role");
      expect(ask({ barredPeople: ["holder"], chairPresides: true })).toBe("role + role role role role");
      expect(ask({ barredPeople: ["chair", "vice"], chairPresides: false })).toBe(
        "role recused recused role role role",
      );
    }
  });
});

const comment = (commentState: CommentState, more: Partial<CommentThing> = {}): CommentThing => ({
  ...candidate("resolving"),
  ...{ commentState, commenterId: "holder", commenterMemberId: "no", reopened: false, late: false, admitted: false },
  ...more,
});

describe("comments", () => {
  test("[K4 K8] dispose-comment: both chairs while open; the chair alone once reopened; nobody after", () => {
    const ask = (state: CommentState) => row((actor) => powers["dispose-comment"](actor, comment(state)));
    expect(commentStates.map((state) => [state, ask(state)])).toEqual(
      commentStates.map((state) => [
        state,
        state === "open"
          ? "role + + role role role"
          : state === "reopened"
            ? "role + role role role role"
            : "role state state role role role",
      ]),
    );
  });

  test("[K10] dispose-comment: not of the own delegation", () => {
    const own = (memberId: string) =>
      row((actor) => powers["dispose-comment"](actor, comment("open", { commenterMemberId: memberId })));
    expect(own("ca")).toBe("role own-delegation + role role role");
    expect(own("fr")).toBe("role + own-delegation role role role");
  });

  test("[K7] reopen-comment and agree-disposition: the commenter, while it is disposed, reopened once", () => {
    for (const state of commentStates) {
      const [reopen, agree] = (["reopen-comment", "agree-disposition"] as const).map((act) =>
        row((actor) => powers[act](actor, comment(state))),
      );
      const line = `${state === "disposed" ? "+" : "state"}${" own-delegation".repeat(5)}`;
      expect([state, reopen, agree]).toEqual([state, line, line]);
    }
    expect(cell(powers["reopen-comment"](actors.seat, comment("disposed", { reopened: true })))).toBe("state");
  });

  test("[K3] admit-comment: both chairs, a late comment that is open, once", () => {
    const ask = (state: CommentState, more: Partial<CommentThing>) =>
      row((actor) => powers["admit-comment"](actor, comment(state, more)));
    for (const state of commentStates)
      expect(ask(state, { late: true })).toBe(`role ${state === "open" ? "+ +" : "state state"} role role role`);
    expect(ask("open", { late: false })).toBe("role state state role role role");
    expect(ask("open", { late: true, admitted: true })).toBe("role state state role role role");
  });

  test("[K8] sustain-comment: the commenter, once it is final after it was reopened", () => {
    const ask = (state: CommentState, reopened: boolean) =>
      row((actor) => powers["sustain-comment"](actor, comment(state, { reopened })));
    for (const state of commentStates)
      expect(ask(state, true)).toBe(`${state === "final" ? "+" : "state"}${" own-delegation".repeat(5)}`);
    expect(cell(powers["sustain-comment"](actors.seat, comment("final")))).toBe("state");
  });

  test("[W2] acknowledge-mention: whoever reads the comment, and nobody else", () => {
    const ask = row((actor) => powers["acknowledge-mention"](actor, comment("open")));
    expect(new Set(ask.split(" "))).toEqual(new Set(["+"]));
    expect(cell(powers["acknowledge-mention"](thePublic, comment("open")))).toBe("nf");
  });

  test("[K2] withdraw-comment: the commenter, while it is open; follow-up-comment: whoever reads it, unless withdrawn", () => {
    for (const state of commentStates) {
      const withdraw = row((actor) => powers["withdraw-comment"](actor, comment(state)));
      expect(withdraw).toBe(`${state === "open" ? "+" : "state"}${" own-delegation".repeat(5)}`);
      const follow = row((actor) => powers["follow-up-comment"](actor, comment(state)));
      expect(new Set(follow.split(" "))).toEqual(new Set([state === "withdrawn" ? "state" : "+"]));
    }
  });
});

const amendment = (amendmentState: AmendmentState, more: Partial<AmendmentThing> = {}): AmendmentThing => ({
  ...candidate("drafting"),
  ...{ amendmentState, authorId: "holder", authorSeatId: "seat-no", authorMemberId: "no", supporterIds: [] },
  ...more,
});

describe("amendments", () => {
  type AmendmentPower =
    | "support-amendment"
    | "withdraw-support"
    | "follow-up-amendment"
    | "object-amendment"
    | "accept-amendment"
    | "reject-amendment"
    | "bracket-amendment"
    | "rebase-amendment"
    | "withdraw-amendment";
  const ask = (act: AmendmentPower, state: AmendmentState, more: Partial<AmendmentThing> = {}) =>
    row((actor) => powers[act](actor, amendment(state, more)));
  const open = ["proposed", "contested", "stale"];

  //                                            seat chair vice sec. obs. g.r.
  const decided: [AmendmentPower, string, string, string][] = [
    ["accept-amendment", "proposed contested", "role + + role role role", "role state state role role role"],
    ["reject-amendment", "proposed contested", "role + role role role role", "role state role role role role"],
    ["bracket-amendment", "contested", "role + role role role role", "role state role role role role"],
  ];
  test.each(decided)("[A3 A4] %s while it is %s", (act, states, inThem, inOthers) => {
    for (const state of amendmentStates)
      expect([state, ask(act, state)]).toEqual([state, states.split(" ").includes(state) ? inThem : inOthers]);
  });

  test("[A7] accept-amendment: not of the own delegation", () => {
    expect(ask("accept-amendment", "proposed", { authorMemberId: "ca" })).toBe("role own-delegation + role role role");
    expect(ask("accept-amendment", "proposed", { authorMemberId: "fr" })).toBe("role + own-delegation role role role");
  });

  test("[A8] nothing enters the text outside drafting and resolving; it may be prepared before the text is settled", () => {
    for (const state of candidateStates) {
      const enters = ["drafting", "resolving"].includes(state);
      expect([state, ask("accept-amendment", "proposed", { state })]).toEqual([
        state,
        enters ? "role + + role role role" : "role frozen frozen role role role",
      ]);
      const prepares = [...untilReady.split(" "), "balloting", "returned", "parked"].includes(state);
      for (const act of ["propose-amendment", "restore-version"] as const)
        expect([state, row((actor) => powers[act](actor, candidate(state)))]).toEqual([
          state,
          prepares ? "+ + + role role +" : "state state state role role state",
        ]);
    }
  });

  test("[A1] support-amendment: seats and reviewers, not the author's own, while it is open, once", () => {
    for (const state of amendmentStates)
      expect([state, ask("support-amendment", state)]).toEqual([
        state,
        `own-delegation ${open.includes(state) ? "+ + seat seat +" : "state state seat seat state"}`,
      ]);
    expect(ask("support-amendment", "proposed", { supporterIds: ["chair"] })).toBe(
      "own-delegation state + seat seat +",
    );
    expect(ask("withdraw-support", "proposed", { supporterIds: ["chair"] })).toBe(
      "own-delegation + own-delegation own-delegation own-delegation own-delegation",
    );
    expect(ask("withdraw-support", "accepted", { supporterIds: ["chair"] }).split(" ")[1]).toBe("state");
  });

  test("[A3] object-amendment: seats other than the author's, while it is proposed", () => {
    for (const state of amendmentStates)
      expect([state, ask("object-amendment", state)]).toEqual([
        state,
        state === "proposed" ? "own-delegation + + seat seat seat" : "own-delegation state state seat seat seat",
      ]);
  });

  test("[A1 A6] withdraw- and rebase-amendment: the author, in their states; whoever reads it may speak to it", () => {
    const line = (allowed: boolean) => `${allowed ? "+" : "state"}${" own-delegation".repeat(5)}`;
    for (const state of amendmentStates) {
      expect([state, ask("withdraw-amendment", state)]).toEqual([state, line(open.includes(state))]);
      expect([state, ask("rebase-amendment", state)]).toEqual([state, line(state === "stale")]);
      const says = ask("follow-up-amendment", state);
      expect(new Set(says.split(" "))).toEqual(new Set([state === "withdrawn" ? "state" : "+"]));
    }
  });

  test("[A5 A6] base-changed and another-adopted: the clock alone", () => {
    for (const [act, states] of [
      ["base-changed", ["proposed", "contested"]],
      ["another-adopted", ["contested"]],
    ] as const)
      for (const state of amendmentStates) {
        expect(cell(powers[act](theClock, amendment(state)))).toBe(
          (states as readonly string[]).includes(state) ? "+" : "state",
        );
        for (const name of columns) expect(cell(powers[act](actors[name], amendment(state)))).toBe("role");
      }
  });
});

describe("[X1 X2 X6 X10] interests", () => {
  const over = ["declined", "withdrawn", "lapsed", "merged", "delisted"];
  //                                                 seat chair vice sec. obs. g.r.
  test.each([
    ["dispute-interest", "+ + + + seat seat", "state state state state seat seat"],
    ["classify-interest", "role + + role role role", "role state state role role role"],
    ["settle-classification", "role + + + role role", "role state state state role role"],
  ] as const)("[X6] %s while the candidate is before the committee", (act, before, after) => {
    for (const state of candidateStates)
      expect([state, row((actor) => powers[act](actor, candidate(state)))]).toEqual([
        state,
        over.includes(state) ? after : before,
      ]);
  });

  test("[X3 X6] classify-interest: not by a chair whom an interest bars", () => {
    const ask = (actor: Actor) =>
      cell(powers["classify-interest"](actor, candidate("ready", { barredPeople: ["chair"] })));
    expect([ask(actors.chair), ask(actors.vice)]).toEqual(["recused", "+"]);
  });

  test("[X10] see-interests: the committee; [X2] see-proposals: the offices", () => {
    expect(row((actor) => powers["see-interests"](actor, { committeeId }))).toBe("+ + + + + +");
    expect(row((actor) => powers["see-proposals"](actor, { committeeId }))).toBe("role + + + role role");
  });

  test.each(["record-patent", "record-grant", "record-tie"] as const)("[X2] %s: the secretariat", (act) => {
    expect(row((actor) => powers[act](actor, { committeeId }))).toBe("role role role + role role");
  });
});

describe("[D4 D3 W8] what a committee keeps beside its texts", () => {
  test.each([
    "define-term",
    "redefine-term",
    "record-system",
    "correct-figure",
    "import-systems",
    "withdraw-system",
  ] as const)("%s: seats and chairs", (act) => {
    expect(row((actor) => powers[act](actor, { committeeId }))).toBe("+ + + role role role");
  });
});

const now = 1_800_000_000_000;
const ballot = (state: string, more: Partial<BallotThing> = {}): BallotThing => ({
  ...{ committeeId, state, roll: ["seat-no", "seat-ca", "seat-fr"], recusedSeats: [], sponsorSeatId: "seat-no" },
  closesAt: state === "drafted" ? null : now + 1,
  ...more,
});
const ballotStates = ["drafted", "discarded", "open", "closed", "certified", "void"];

describe("ballots", () => {
  test.each([
    ["discard-ballot", "drafted"],
    ["open-ballot", "drafted"],
    ["extend-ballot", "open"],
    ["close-ballot", "open"],
  ] as const)("[B1 B2 B8 B9] %s: the chair, while it is %s", (act, state) => {
    const found = ballotStates.map((one) => [one, row((actor) => powers[act](actor, ballot(one)))]);
    expect(found).toEqual(
      ballotStates.map((one) => [one, `role ${one === state ? "+" : "state"} role role role role`]),
    );
    expect(cell(powers[act](theClock, ballot(state)))).toBe("+");
  });

  test("[B37] void-ballot: the chair, while it is open, sealed or closed", () => {
    for (const state of [...ballotStates, "sealed"]) {
      const may = ["open", "sealed", "closed"].includes(state) ? "+" : "state";
      expect(row((actor) => powers["void-ballot"](actor, ballot(state)))).toBe(`role ${may} role role role role`);
    }
  });

  test("[W6] consent-second, decline-second: who may be the second, and never who asks", () => {
    const request = { committeeId, askedBy: "chair", askedAs: "chair" as const, seconds: ["vice", "chair"] };
    for (const act of ["consent-second", "decline-second"] as const)
      expect(row((actor) => powers[act](actor, request))).toBe(
        "second-person second-person + second-person second-person second-person",
      );
    expect(row((actor) => powers["withdraw-request"](actor, request))).toBe(
      "second-person + second-person second-person second-person second-person",
    );
    for (const act of ["consent-second", "decline-second", "withdraw-request"] as const)
      expect(isRefusal(powers[act](theClock, request))).toBe(true);
  });

  test("[B44] certify-ballot: the clock, once the ballot is closed", () => {
    for (const state of ballotStates) {
      expect(row((actor) => powers["certify-ballot"](actor, ballot(state)))).toBe("role role role role role role");
      expect(cell(powers["certify-ballot"](theClock, ballot(state)))).toBe(state === "closed" ? "+" : "state");
    }
  });

  test("[X8] find-interest: the chairs and the secretariat, once the ballot has closed", () => {
    for (const state of [...ballotStates, "challenged"]) {
      const may = ["closed", "challenged", "certified"].includes(state) ? "+" : "state";
      expect([state, row((actor) => powers["find-interest"](actor, ballot(state)))]).toEqual([
        state,
        `role ${may} ${may} ${may} role role`,
      ]);
    }
  });

  test("[X9 B36] confirm-ballot and re-ballot: the chair once it is certified, agree-confirmation the vice-chair", () => {
    for (const state of ballotStates) {
      const may = state === "certified" ? "+" : "state";
      for (const act of ["confirm-ballot", "re-ballot"] as const)
        expect(row((actor) => powers[act](actor, ballot(state)))).toBe(`role ${may} role role role role`);
      expect(row((actor) => powers["agree-confirmation"](actor, ballot(state)))).toBe(
        `role role ${may} role role role`,
      );
      expect(cell(powers["re-ballot"](theClock, ballot(state)))).toBe(may);
    }
    const barred = ballot("certified", { barredPeople: ["vice"] });
    expect(cell(powers["agree-confirmation"](actors.vice, barred))).toBe("recused");
  });

  test("[B1] draft-ballot: chair and secretariat", () => {
    expect(row((actor) => powers["draft-ballot"](actor, candidate("ready")))).toBe("role + role + role role");
  });

  const cast = (thing: BallotThing, at = now) => row((actor) => powers["cast-position"](actor, thing, at));

  test("[P5] cast-position: seats on the roll, from opening to the instant of closing, which is late", () => {
    expect(cast(ballot("open"))).toBe("+ + + role seat role");
    expect(cast(ballot("open"), now + 1)).toBe("late late late role seat role");
    expect(cast(ballot("drafted"))).toBe("state state state role seat role");
    for (const state of ["closed", "certified", "void"])
      expect(cast(ballot(state, { closesAt: now - 1 }))).toBe("late late late role seat role");
  });

  test("[P8] cast-position: not by a seat that is not on the roll, whatever the state", () => {
    for (const state of ballotStates)
      expect(cast(ballot(state, { roll: ["seat-jp"] }))).toBe("seat seat seat role seat role");
    expect(cell(powers["cast-position"](actors.alternate, ballot("open"), now))).toBe("+");
  });

  test("[P12 X3] cast-position: not by a recused seat or a barred person", () => {
    expect(cast(ballot("open", { recusedSeats: ["seat-no"] }))).toBe("recused + + role seat role");
    expect(cast(ballot("open", { barredPeople: ["holder", "vice"] }))).toBe("recused + recused role seat role");
    expect(cell(powers["cast-position"](actors.alternate, ballot("open", { barredPeople: ["holder"] }), now))).toBe(
      "+",
    );
  });

  test("[P15] answer-discuss: the sponsor's seat while open; the chairs where no seat sponsors", () => {
    const ask = (state: string, more: Partial<BallotThing> = {}) =>
      row((actor) => powers["answer-discuss"](actor, ballot(state, more)));
    expect(ask("open")).toBe("+ seat seat seat seat seat");
    expect(ask("open", { sponsorSeatId: null })).toBe("role + + role role role");
    expect(ask("closed")).toBe("state state state state state state");
  });

  test("[P16] renew-discuss: the seat that made it, while open", () => {
    const ask = (state: string) => row((actor) => powers["renew-discuss"](actor, ballot(state), "seat-no"));
    expect(ask("open")).toBe("+ seat seat seat seat seat");
    expect(ask("closed")).toBe("state state state state state state");
  });

  test("[B46] remind-seat: the chair and the secretariat, while the ballot is drafted or open", () => {
    const ask = (state: string, more: Partial<BallotThing> = {}) =>
      row((actor) => powers["remind-seat"](actor, ballot(state, more)));
    for (const state of ballotStates) {
      const line = ["drafted", "open"].includes(state) ? "role + role + role role" : "role state role state role role";
      expect([state, ask(state)]).toEqual([state, line]);
    }
    expect(ask("open", { chairPresides: false })).toBe("role + + + role role");
    expect(ask("open", { barredPeople: ["chair"] })).toBe("role recused role + role role");
  });

  test("[B46] read-console: chairs and secretariat, whatever the state and whatever an interest bars", () => {
    for (const state of ballotStates)
      expect([state, row((actor) => powers["read-console"](actor, ballot(state)))]).toEqual([
        state,
        "role + + + role role",
      ]);
    expect(cell(powers["read-console"](actors.chair, ballot("open", { barredPeople: ["chair"] })))).toBe("+");
  });

  test("[T5] export-ballot: chairs and secretariat, once it was opened", () => {
    for (const state of ballotStates) {
      const wasOpened = state !== "drafted" && state !== "discarded";
      expect([state, row((actor) => powers["export-ballot"](actor, ballot(state)))]).toEqual([
        state,
        wasOpened ? "role + + + role role" : "state state state state state state",
      ]);
    }
  });

  test("[B38] see-positions: the committee as they are made, government reviewers with the certified outcome", () => {
    const ask = (state: string) => row((actor) => powers["see-positions"](actor, ballot(state)));
    expect(ask("open")).toBe("+ + + + + role");
    expect(ask("closed")).toBe("+ + + + + role");
    for (const state of ["certified", "void"]) expect(ask(state)).toBe("+ + + + + +");
  });

  test("[B39 B40 B43] see-positions and export-ballot: nobody's while a ballot is sealed; a secret one has none to see", () => {
    const sealed = { mode: "SEALED", isSealed: true } as const;
    for (const state of ["open", "sealed", "void"]) {
      expect(row((actor) => powers["see-positions"](actor, ballot(state, sealed)))).toBe(
        "state state state state state state",
      );
      expect(row((actor) => powers["export-ballot"](actor, ballot(state, sealed)))).toBe(
        "role state state state role role",
      );
      expect(cell(powers["see-positions"](theClock, ballot(state, sealed)))).toBe("state");
    }
    const unsealed = { mode: "SEALED", isSealed: false } as const;
    expect(row((actor) => powers["see-positions"](actor, ballot("closed", unsealed)))).toBe("+ + + + + role");
    expect(row((actor) => powers["see-positions"](actor, ballot("closed", { mode: "SECRET" })))).toBe(
      "state state state state state state",
    );
  });

  test("[B39] close-ballot: of a sealed or secret ballot the clock's alone", () => {
    for (const mode of ["SEALED", "SECRET"] as const) {
      expect(row((actor) => powers["close-ballot"](actor, ballot("open", { mode })))).toBe(
        "role state role role role role",
      );
      expect(cell(powers["close-ballot"](theClock, ballot("open", { mode })))).toBe("+");
    }
  });

  test.each([
    ["seal-ballot", "drafted", "role + role role role role"],
    ["bridge-ballot", "drafted", "role + role role role role"],
    ["give-shares", "drafted", "role + role + role role"],
    ["record-secret-result", "closed", "role + role + role role"],
  ] as const)("[B39 B43] %s: the chair, and the secretariat where procedure is kept", (act, state, line) => {
    expect(row((actor) => powers[act](actor, ballot(state)))).toBe(line);
    expect(row((actor) => powers[act](actor, ballot("open")))).toBe(line.replaceAll("+", "state"));
  });

  test.each([
    ["confirm-share", "drafted"],
    ["submit-share", "sealed"],
    ["unseal-ballot", "sealed"],
  ] as const)("[B39 X5] %s: those who hold a share and are not recused", (act, state) => {
    const held = { mode: "SEALED", shareHolders: ["holder", "vice"] } as const;
    const shares = { ...held, shareHolders: [...held.shareHolders] };
    expect(row((actor) => powers[act](actor, ballot(state, shares)))).toBe("+ role + role role role");
    expect(row((actor) => powers[act](actor, ballot("open", shares)))).toBe("state role state role role role");
    const left = { ...shares, recusedSeats: ["seat-no"], barredPeople: ["vice"] };
    expect(row((actor) => powers[act](actor, ballot(state, left)))).toBe("recused role recused role role role");
  });

  test("[B41] unseal-overdue: the clock, while the ballot is sealed", () => {
    expect(row((actor) => powers["unseal-overdue"](actor, ballot("sealed")))).toBe("role role role role role role");
    expect(cell(powers["unseal-overdue"](theClock, ballot("sealed")))).toBe("+");
    expect(cell(powers["unseal-overdue"](theClock, ballot("closed")))).toBe("state");
  });

  test("[B39] register-holder-key: anybody on a seat, in whichever committee", () => {
    const ask = (name: keyof typeof actors) => cell(powers["register-holder-key"](actors[name]));
    expect(columns.map(ask)).toEqual(["+", "+", "+", "seat", "seat", "seat"]);
    expect((["stranger", "public", "outsider"] as const).map(ask)).toEqual(["nf", "nf", "+"]);
  });

  test("[T5] export-ballot: the chairs and the secretariat, of a ballot that was opened", () => {
    const ask = (state: string) => row((actor) => powers["export-ballot"](actor, ballot(state)));
    for (const state of ["open", "closed", "certified", "void"]) expect(ask(state)).toBe("role + + + role role");
    for (const state of ["drafted", "discarded"]) expect(ask(state)).toBe("state state state state state state");
  });
});

const challenge = (more: Partial<OpenChallenge> = {}): OpenChallenge => ({
  ...{ seatId: "seat-jp", supporters: [], answerer: "chair" },
  ...more,
});

describe("what one person does in a ballot's life", () => {
  const lifeStates = [...ballotStates, "challenged"];
  const isOpened = (state: string) => state !== "drafted" && state !== "discarded";

  test("[P9] record-position: chairs and secretariat, from opening to the instant of closing, which is late", () => {
    const ask = (thing: BallotThing, at = now) => row((actor) => powers["record-position"](actor, thing, at));
    expect(ask(ballot("open"))).toBe("role + + + role role");
    expect(ask(ballot("open"), now + 1)).toBe("role late late late role role");
    expect(ask(ballot("drafted"))).toBe("role state state state role role");
    expect(ask(ballot("closed"))).toBe("role late late late role role");
  });

  test("[P10] dispute-position: the own seat, until 48 h after the close", () => {
    const close = now + 1;
    const ask = (thing: BallotThing, at = now) =>
      row((actor) => powers["dispute-position"](actor, thing, "seat-no", at));
    expect(ask(ballot("open"))).toBe("+ seat seat role role role");
    for (const state of ["closed", "challenged"]) {
      expect(ask(ballot(state), close + 48 * 3_600_000 - 1)).toBe("+ seat seat role role role");
      expect(ask(ballot(state), close + 48 * 3_600_000)).toBe("late seat seat role role role");
      expect(ask(ballot(state), close + 48 * 3_600_000 + 1)).toBe("late seat seat role role role");
    }
    for (const state of ["drafted", "void"]) expect(ask(ballot(state))).toBe("state seat seat role role role");
  });

  test("[P21] explain-position: seats on the roll, until the certification", () => {
    for (const state of lifeStates) {
      const found = isOpened(state) ? (["certified", "void"].includes(state) ? "late" : "+") : "state";
      const line = `${found} ${found} ${found} role role role`;
      expect([state, row((actor) => powers["explain-position"](actor, ballot(state)))]).toEqual([state, line]);
    }
    expect(cell(powers["explain-position"](actors.seat, ballot("open", { roll: ["seat-jp"] })))).toBe("seat");
    expect(cell(powers["explain-position"](actors.seat, ballot("open", { recusedSeats: ["seat-no"] })))).toBe("+");
  });

  test("[P17] announce-override and decide-override: the chairs while open, not on the own seat's Discuss", () => {
    for (const act of ["announce-override", "decide-override"] as const) {
      const ask = (thing: BallotThing, seat = "seat-no", at = now) =>
        row((actor) => powers[act](actor, thing, seat, at));
      expect(ask(ballot("open"))).toBe("role + + role role role");
      expect(ask(ballot("open"), "seat-ca")).toBe("role seat + role role role");
      expect(ask(ballot("open"), "seat-no", now + 1)).toBe("role late late role role role");
      expect(ask(ballot("open", { barredPeople: ["chair"] }))).toBe("role recused + role role role");
      expect(ask(ballot("drafted"))).toBe("role state state role role role");
    }
  });

  test("[P17 X5 X3] give-override-voice: seats on the roll without the holder and the recused", () => {
    const ask = (thing: BallotThing, seat = "seat-jp", at = now) =>
      row((actor) => powers["give-override-voice"](actor, thing, seat, at));
    expect(ask(ballot("open"))).toBe("+ + + role role role");
    expect(ask(ballot("open"), "seat-no")).toBe("seat + + role role role");
    expect(ask(ballot("open", { recusedSeats: ["seat-no"] }))).toBe("recused + + role role role");
    expect(ask(ballot("open", { barredPeople: ["vice"] }))).toBe("+ + recused role role role");
    expect(ask(ballot("open", { roll: ["seat-ca"] }))).toBe("seat + seat role role role");
    expect(ask(ballot("open"), "seat-jp", now + 1)).toBe("late late late role role role");
  });

  test("[B44 X5] challenge-ballot: seats on the roll, while it is closed, within 72 h", () => {
    const close = now + 1;
    const ask = (thing: BallotThing, at = close) => row((actor) => powers["challenge-ballot"](actor, thing, at));
    for (const state of lifeStates)
      expect([state, ask(ballot(state))]).toEqual([
        state,
        state === "closed" ? "+ + + role role role" : "state state state role role role",
      ]);
    expect(ask(ballot("closed"), close + 72 * 3_600_000 - 1)).toBe("+ + + role role role");
    expect(ask(ballot("closed"), close + 72 * 3_600_000)).toBe("late late late role role role");
    expect(ask(ballot("closed", { recusedSeats: ["seat-no"] }))).toBe("recused + + role role role");
    expect(ask(ballot("closed", { roll: ["seat-jp"] }))).toBe("seat seat seat role role role");
  });

  test("[B44 X5] support-challenge: a second seat on the roll, once", () => {
    const ask = (open: OpenChallenge | null, more: Partial<BallotThing> = {}) =>
      row((actor) => powers["support-challenge"](actor, ballot("challenged", more), open));
    expect(ask(challenge())).toBe("+ + + role role role");
    expect(ask(challenge({ seatId: "seat-no", supporters: ["seat-ca"] }))).toBe("seat limit + role role role");
    expect(ask(challenge(), { recusedSeats: ["seat-no"] })).toBe("recused + + role role role");
    expect(ask(null)).toBe("state state state role role role");
  });

  test("[B44] answer-challenge: the office that the challenge goes to", () => {
    const ask = (open: OpenChallenge | null, more: Partial<BallotThing> = {}) =>
      row((actor) => powers["answer-challenge"](actor, ballot("challenged", more), open));
    expect(ask(challenge())).toBe("role + role role role role");
    expect(ask(challenge({ answerer: "vice-chair" }))).toBe("role role + role role role");
    expect(ask(challenge(), { barredPeople: ["chair"] })).toBe("role recused role role role role");
    expect(ask(null)).toBe("role state state role role role");
  });

  test("[B47] apply-outage: the clock, while it is open", () => {
    for (const state of lifeStates) {
      expect(row((actor) => powers["apply-outage"](actor, ballot(state)))).toBe("role role role role role role");
      expect(cell(powers["apply-outage"](theClock, ballot(state)))).toBe(state === "open" ? "+" : "state");
    }
  });

  test("[V16] record-outage and end-outage: the secretariat of the regime", () => {
    const regime = person("regime", null, held("secretariat", { committeeId: null }));
    for (const act of ["record-outage", "end-outage"] as const) {
      expect(cell(powers[act](regime))).toBe("+");
      for (const name of columns) expect(cell(powers[act](actors[name]))).toBe("role");
    }
  });
});

const round = (state: string, members = ["no", "ca"]): RoundThing => ({ committeeId, state, members });
const roundStates = ["prepared", "dispatched", "running", "broken", "adopted", "adopted-in-part", "cancelled"];

//                                                        seat chair vice sec. obs. g.r.
const ofRounds: [Power, string, string, string][] = [
  ["dispatch-round", "prepared", "role + role role nf role", "role state role role nf role"],
  ["lengthen-round", "running", "role + role role nf role", "role state role role nf role"],
  ["cancel-round", "prepared dispatched running", "role + role role nf role", "role state role role nf role"],
  ["acknowledge-delivery", "dispatched running", "role role role role nf +", "role role role role nf state"],
  [
    "enter-reservation",
    "dispatched running adopted adopted-in-part",
    "role role role role nf +",
    "role role role role nf state",
  ],
  ["certify-round", "running", "role role role role nf role", "role role role role nf role"],
];

describe("[V1 V3 V9 S3] rounds", () => {
  test.each(ofRounds)("%s", (act, states, inThem, inOthers) => {
    const power = powers[act] as (actor: Actor, thing: RoundThing) => Answer;
    const found = roundStates.map((state) => [state, row((actor) => power(actor, round(state)))]);
    expect(found).toEqual(roundStates.map((state) => [state, states.split(" ").includes(state) ? inThem : inOthers]));
  });

  test("[V9 V10] reply-round: a reviewer of the own member while it runs; late once it has ended", () => {
    const ask = (state: string) => row((actor) => powers["reply-round"](actor, round(state)));
    expect(ask("prepared")).toBe("role role role role nf state");
    for (const state of ["dispatched", "running"]) expect(ask(state)).toBe("role role role role nf +");
    for (const state of ["broken", "adopted", "adopted-in-part", "cancelled"])
      expect(ask(state)).toBe("role role role role nf late");
  });

  test("[V1] a reviewer of a member that is not of the round is not its reviewer", () => {
    for (const act of ["reply-round", "acknowledge-delivery", "enter-reservation"] as const)
      expect(cell(powers[act](actors.reviewer, round("running", ["ca", "fr"])))).toBe("own-delegation");
  });

  test("[S5] withdraw-reservation: a reviewer of the same member, while it is active", () => {
    const ask = (memberId: string, state: string) =>
      row((actor) => powers["withdraw-reservation"](actor, { committeeId, memberId, state }));
    expect(ask("no", "active")).toBe("role role role role nf +");
    expect(ask("no", "withdrawn")).toBe("role role role role nf state");
    expect(ask("ca", "active")).toBe("role role role role nf own-delegation");
  });

  test("[V20] the clock certifies a round that runs, and no other", () => {
    for (const state of roundStates)
      expect(cell(powers["certify-round"](theClock, round(state)))).toBe(state === "running" ? "+" : "state");
  });

  test("[R10 V1] transmit-recommendation and prepare-round: the secretariat, in their states", () => {
    const ask = (act: "transmit-recommendation" | "prepare-round", state: string) =>
      row((actor) => powers[act](actor, { committeeId, state }));
    expect(ask("transmit-recommendation", "drafted")).toBe("role role role + role role");
    expect(ask("transmit-recommendation", "transmitted")).toBe("role role role state role role");
    expect(ask("prepare-round", "transmitted")).toBe("role role role + role role");
    expect(ask("prepare-round", "drafted")).toBe("role role role state role role");
  });

  test("[Z3] rounds are not for observers, recommendations are", () => {
    expect(row((actor) => powers["read-round"](actor, { committeeId }))).toBe("+ + + + nf +");
    expect(row((actor) => powers["read-recommendation"](actor, { committeeId }))).toBe("+ + + + + +");
  });
});

describe("[W4] the register", () => {
  test("of the whole regime is its secretariat's; of a committee, that committee's too", () => {
    const regime = person("regime", null, held("secretariat", { committeeId: null }));
    for (const act of ["register-member", "register-organisation", "register-person", "found-committee"] as const) {
      expect(cell(powers[act](regime))).toBe("+");
      for (const name of columns) expect(cell(powers[act](actors[name]))).toBe("role");
    }
    for (const act of ["create-seat", "give-role", "end-role"] as const) {
      expect(row((actor) => powers[act](actor, { committeeId }))).toBe("role role role + role role");
      expect(cell(powers[act](regime, { committeeId }))).toBe("+");
    }
    for (const act of ["give-role", "end-role"] as const) {
      expect(cell(powers[act](regime, { committeeId: null }))).toBe("+");
      for (const name of columns) expect(cell(powers[act](actors[name], { committeeId: null }))).toBe("role");
    }
  });

  test("an allowed answer names the role acted under; the clock has none", () => {
    expect(roleOf(powers["accept-candidate"](actors.chair, candidate("proposed")))).toBe("chair");
    expect(roleOf(powers["accept-candidate"](theClock, candidate("proposed")))).toBeNull();
    expect(roleOf(powers["make-comment"](actors.chair, candidate("commenting")))).toBe("holder");
    expect(roleOf(powers["accept-candidate"](actors.seat, candidate("proposed")))).toBeNull();
  });
});

test("every power is asked in this table", () => {
  expect(Object.keys(allPowers).filter((act) => !asked.has(act))).toEqual([]);
});
