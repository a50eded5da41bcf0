/** The quantum committee's year: a ballot that runs with a Discuss, a comment round that is open, a candidate laid aside. */
import { circuitAmendments, cryptographyAmendments } from "./amendments.ts";
import {
  ballotFrom,
  beginningOn,
  commentsBetween,
  dispositionsOn,
  interestsBetween,
  type SaidComment,
  type SaidPosition,
} from "./chapters.ts";
import type { Regime } from "./found-regime.ts";
import { circuitComments, computerComments } from "./quantum-comments.ts";
import { proposalFields, scopeOf } from "./technologies.ts";
import type { Telling } from "./telling.ts";
import { asWritten, type Choose, draftedText, entryText } from "./texts.ts";
import { typeText } from "./typing.ts";

const chair = "Claire Bouchard";

const qubitsAndError: Choose = ({ unit, subject }) =>
  unit === "qubits"
    ? { quantity: "physical qubits", unit: "qubits" }
    : subject === "C-NOT error"
      ? { quantity: "C-NOT error", unit: "1" }
      : null;

const computerPositions: SaidPosition[] = [
  { by: "Claire Bouchard", word: "yes", reason: "The figures follow the measures that five members already apply." },
  { by: "Ingrid Solvang", word: "yes" },
  { by: "Owen Castonguay", word: "yes", reason: "One rung is easier to classify by than five." },
  { by: "Camille Rousselet", word: "yes" },
  {
    by: "Maarten de Wit",
    word: "discuss",
    where: "200 or more",
    reason:
      "One rung from 200 to 2,000 qubits at 6 × 10⁻³ catches research machines that no test method can yet tell apart. Restore the five rungs of 4A906.",
    change: "Split the rung at 350, 500, 700 and 1,100 qubits, each with its own C-NOT error.",
  },
  { by: "Giulia Ferrante", word: "yes" },
  { by: "Kim Ji-hoon", word: "no-objection", reason: "The rung is coarse, and we can apply it." },
  { by: "Katharina Vogt", word: "yes" },
  { by: "Frauke Petersen", word: "abstain" },
  { by: "Priya Raman", word: "yes", reason: "For the United States, in the absence of the holder." },
  {
    by: "Álvaro Cifuentes",
    word: "no",
    where: "200 or more",
    reason:
      "With one rung a 210-qubit machine at 5.8 × 10⁻³ falls in and a 190-qubit machine at 1.1 × 10⁻³ does not. The order of risk is the reverse.",
  },
  { by: "Oliver Pemberton", word: "no-objection" },
];

function computersYear(telling: Telling, regime: Regime): void {
  const { on, act, context } = telling;
  let candidate = "";
  const named = () => candidate;
  on(300, 9.2, async () => {
    const fields = proposalFields("CAND-01", regime.committees.QTAC);
    candidate = (await act("Marcus Whitfield", "propose-candidate", fields)).reference;
  });
  on(297, 14.5, async () => {
    await act(chair, "accept-candidate", { candidate });
  });
  on(290, 13.1, async () => {
    const text = entryText("4A906", "CAND-01", () => context.newId().slice(0, 16), qubitsAndError);
    await act("Marcus Whitfield", "start-definition", { candidate, text });
  });
  on(288, 10.4, async () => {
    await act("Claire Bouchard", "import-systems", { committee: regime.committees.QTAC, area: "quantum computers" });
  });
  on(283, 14.2, () =>
    typeText(telling, "Claire Bouchard", candidate, (pen) => {
      for (const rung of ["350 or more", "500 or more", "700 or more", "1,100 or more"]) pen.remove(rung);
    }),
  );
  on(283, 14.6, () =>
    typeText(telling, "Marcus Whitfield", candidate, (pen) => {
      const qubits = { min: "200", min_inclusive: true, max: "2000", max_inclusive: false };
      const error = { value: "0.008", raw: "less than or equal to 8 × 10⁻³" };
      pen.setParameter("200 or more", "200 or more, but fewer than 350", {
        value: qubits,
        raw: "200 or more, but fewer than 2,000",
      });
      pen.setParameter("200 or more", "less than or equal to 2 × 10⁻³", error);
    }),
  );
  on(276, 9.3, () =>
    typeText(telling, "Juhani Korpela", candidate, (pen) => {
      const floor = { value: { min: "50", min_inclusive: true, max: "100", max_inclusive: false } };
      pen.setParameter("but fewer than 100", "34 or more, but fewer than 100", {
        ...floor,
        raw: "50 or more, but fewer than 100",
      });
    }),
  );
  on(262, 13.4, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "First round on the whole text." });
  });
  const ids = commentsBetween(telling, named, [260, 243], computerComments);
  dispositionsOn(telling, chair, [236, 224], computerComments, ids);
  on(222, 14.1, async () => {
    await act(chair, "revise-text", { candidate, reason: "To carry the accepted comments into the text." });
  });
  on(215, 14.2, () =>
    typeText(telling, "Marcus Whitfield", candidate, (pen) => {
      pen.setParameter("but fewer than 100", "50 or more, but fewer than 100", {
        value: { min: "34", min_inclusive: true, max: "100", max_inclusive: false },
        raw: "34 or more, but fewer than 100",
      });
      pen.setParameter("200 or more", "less than or equal to 8 × 10⁻³", {
        value: "0.006",
        raw: "less than or equal to 6 × 10⁻³",
      });
    }),
  );
  on(208, 9.5, () =>
    typeText(telling, "Maarten de Wit", candidate, (pen) =>
      pen.addAfter("one-way (or measurement-based)", {
        level: 1,
        kind: "note",
        content: "Access by network to a machine that stays in a member’s territory is not an export of the machine.",
      }),
    ),
  );
  on(60, 14.3, async () => {
    await act(chair, "open-comment-round", { candidate, days: 14, reason: "Second round, on what was changed." });
  });
  const secondIds = commentsBetween(telling, named, [58, 50], secondRound);
  dispositionsOn(telling, chair, [44, 40], secondRound, secondIds);
  on(38, 9.5, async () => {
    await act("Marcus Whitfield", "draft-scope", { candidate, ...scopeOf("CAND-01") });
  });
  on(34, 14.2, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(
    telling,
    regime,
    ["QTAC", named],
    [33, 16],
    {
      "Nicolas Berthier": {
        kind: "ownership",
        class: "direct",
        share: "4",
        since: "2024-05-01",
        organisation: "Photonique des Ardennes SAS",
        statement:
          "I hold four per cent of a company that sells a 216-qubit machine; the rung in a.3 decides whether it is controlled.",
      },
      "Aino Laine": {
        kind: "customer-or-supplier",
        class: "sectoral",
        organisation: "Revontuli Quantum Oy",
        statement: "My employer supplies cryostats to most makers of such machines, as its competitors do.",
      },
      "Juhani Korpela": {
        kind: "grant",
        class: "sectoral",
        reference: "Decision 341288",
        issuer: "Research Council of Finland",
        statement: "My group has a national grant for error correction, shared with six other universities.",
      },
    },
    ["Elina Rantanen", "Jasmine Teoh"],
  );
  const told = ballotFrom(
    telling,
    chair,
    named,
    {
      opens: 6,
      hour: 16,
      lastPosition: 1,
      question: "Shall this definition be recommended to the members?",
    },
    computerPositions,
  );
  on(1, 15.3, async () => {
    const seat = await telling.context.db.read(async (tx) => {
      const { positions } = tx.t;
      const rows = await tx.select({ seatId: positions.seatId, word: positions.word }).from(positions);
      return rows.findLast((row) => row.word === "discuss")!.seatId;
    });
    await act("Marcus Whitfield", "answer-discuss", {
      ballot: told.ballot,
      seat,
      text: "Five rungs were tried in drafting and no member could say how its customs would tell 5 × 10⁻³ from 6 × 10⁻³. We offer a note that research machines on which no external user runs programs are not covered.",
    });
  });
}

const secondRound: SaidComment[] = [
  {
    by: "Kenji Takahashi",
    where: "200 or more",
    type: "technical",
    body: "Could both sides live with three rungs, cut at 500 and 1,100?",
    change: "Three rungs: 200 to 500, 500 to 1,100, 1,100 to 2,000.",
    answers: [["Maarten de Wit", "We could, if the error falls with the count."]],
    disposed: [
      "rejected",
      "Three rungs were supported by two delegations. The committee keeps one rung and reviews it after eighteen months.",
    ],
  },
  {
    by: "Oliver Pemberton",
    where: "Access by network",
    type: "editorial",
    body: "“Stays in a member’s territory” reads better than “remains”, and matches the wording of the seeds. No change needed; for the record.",
    disposed: ["noted", "For the record, as asked."],
  },
];

function circuitsYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  beginningOn(telling, {
    ...{ by: "Ingrid Solvang", chair, seed: "CAND-02", committee: () => regime.committees.QTAC },
    ...{ proposed: [150, 10.3], accepted: [146, 8.5], begun: [139, 9.1] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(118, 8.8, () =>
    typeText(telling, "Aino Laine", candidate, (pen) => {
      pen.setParameter("CMOS integrated circuits", "4.5 K or less", { value: "10", raw: "10 K or less" });
      pen.append("merely survive", " A rating for storage is no rating for operation.");
    }),
  );
  on(97, 8.9, () =>
    typeText(telling, "Kenji Takahashi", candidate, (pen) =>
      pen.addAfter("Process design kits", {
        level: 1,
        kind: "note",
        content: "Device models published without restriction by a foundry are not covered.",
      }),
    ),
  );
  on(55, 13.2, async () => {
    await act(chair, "freeze-version", { candidate, reason: "Before the temperature is taken up again" });
  });
  on(41, 9.4, () =>
    typeText(telling, "Ingrid Solvang", candidate, (pen) =>
      pen.setParameter("CMOS integrated circuits", "10 K or less", { value: "4.5", raw: "4.5 K or less" }),
    ),
  );
  on(12, 13.5, async () => {
    await act("Juhani Korpela", "draft-scope", { candidate, ...scopeOf("CAND-02") });
  });
  on(9, 14.1, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "The text is whole for the first time." });
  });
  commentsBetween(telling, () => candidate, [8, 0.5], circuitComments);
  circuitAmendments(telling, () => candidate);
}

function cryptographyYear(telling: Telling, regime: Regime): void {
  const { on, act, context } = telling;
  let candidate = "";
  on(200, 8.4, async () => {
    const fields = proposalFields("CAND-11", regime.committees.QTAC);
    candidate = (await act("Juhani Korpela", "propose-candidate", fields)).reference;
  });
  on(196, 15.1, async () => {
    await act(chair, "accept-candidate", { candidate });
  });
  on(190, 9.2, async () => {
    const text = draftedText("CAND-11", () => context.newId().slice(0, 16), asWritten);
    await act("Juhani Korpela", "start-definition", { candidate, text });
  });
  on(171, 9.2, () =>
    typeText(telling, "Oliver Pemberton", candidate, (pen) =>
      pen.bracket("The user cannot change", "The user cannot change the algorithm", ["GB", "CA"]),
    ),
  );
  cryptographyAmendments(telling, () => candidate);
  on(120, 16.2, async () => {
    await act(chair, "park-candidate", {
      candidate,
      reason:
        "The committee has no form yet for a candidate that takes items out of control. Laid aside until the question of procedure is settled.",
    });
  });
}

export function quantumYear(telling: Telling, regime: Regime): void {
  computersYear(telling, regime);
  circuitsYear(telling, regime);
  cryptographyYear(telling, regime);
}
