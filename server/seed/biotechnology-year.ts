/** The biotechnology committee's year: a round that broke, comments being resolved, a text that is being written today. */

import { interfaceAmendments, synthesizerAmendments } from "./amendments.ts";
import { interfaceComments, sequencerComments, synthesizerComments } from "./biotechnology-comments.ts";
import { everyReviewer } from "./cast.ts";
import {
  ballotFrom,
  beginningOn,
  commentsBetween,
  dispositionsOn,
  interestsBetween,
  roundFrom,
  type SaidPosition,
} from "./chapters.ts";
import type { Regime } from "./found-regime.ts";
import { scopeOf } from "./technologies.ts";
import type { Telling } from "./telling.ts";
import { typeText } from "./typing.ts";

const chair = "Harriet Nwosu";
const secretariat = "Beatriz Almeida";

const sequencerPositions: SaidPosition[] = [
  { by: "Devon MacKinnon", word: "yes" },
  { by: "Dana Okafor", word: "yes" },
  { by: "Harriet Nwosu", word: "yes" },
  { by: "Liam O’Rourke", word: "yes" },
  { by: "Yuko Morimoto", word: "yes" },
  { by: "Étienne Varenne", word: "no-objection" },
  { by: "Sanne Verhoeven", word: "yes" },
  { by: "Riikka Salonen", word: "yes" },
  { by: "Jens Hartwig", word: "no-objection" },
  { by: "Anja Kretschmer", word: "abstain" },
  { by: "Lars Tveit", word: "no-objection" },
  {
    by: "Lucía Arroyo",
    word: "no",
    where: "Sequencers able to give",
    reason:
      "The harm described in the rationale is done with data. A threshold on machines moves the work to slower machines and leaves the harm where it is.",
  },
  { by: "Renee Thibodeaux", word: "yes" },
];

function sequencersYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  const named = () => candidate;
  beginningOn(telling, {
    ...{ by: "Devon MacKinnon", chair, seed: "CAND-10", committee: () => regime.committees.BTAC },
    ...{ proposed: [312, 13.2], accepted: [308, 9.4], begun: [304, 14.1] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(284, 9.2, async () => {
    await act(chair, "open-comment-round", { candidate, days: 14, reason: "" });
  });
  const ids = commentsBetween(telling, named, [282, 272], sequencerComments);
  dispositionsOn(telling, chair, [267, 262], sequencerComments, ids);
  on(260, 14.4, () =>
    typeText(telling, "Devon MacKinnon", candidate, (pen) => {
      pen.setParameter("Sequencers able to give", "10 terabases or more", { value: "16", raw: "16 terabases or more" });
      pen.replace(
        "public health authorities",
        "public health authorities for",
        "public health authorities, or to institutes that act for them, for",
      );
    }),
  );
  on(258, 13.1, async () => {
    await act("Devon MacKinnon", "draft-scope", { candidate, ...scopeOf("CAND-10") });
  });
  on(255, 9.2, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(telling, regime, ["BTAC", named], [254, 247], {
    "Priscilla Okonjo": {
      kind: "employment",
      class: "direct",
      organisation: "Fenland Genomics Ltd",
      statement: "My employer sells the instrument with the highest output per run.",
    },
  });
  const question = "Shall this definition be recommended to the members?";
  ballotFrom(telling, chair, named, { opens: 244, hour: 9, lastPosition: 231, question }, sequencerPositions);
  roundFrom(
    telling,
    { secretariat, chair },
    named,
    { transmitted: 224, prepared: 222, dispatched: 220, delivered: 214 },
    {
      reviewers: everyReviewer,
      replies: [
        { by: "Louise Tremblay", on: 212, word: "agree" },
        { by: "Fiona Abernethy", on: 209, word: "agree" },
        {
          by: "Inés Rubio",
          on: 203,
          word: "object",
          reason:
            "Spain objects. The control of a machine for what may be done with its data is not provided for in our law, and the exclusion for public health cannot be checked at the border. We would join a text on the purpose of use.",
        },
      ],
    },
  );
}

function synthesizersYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  beginningOn(telling, {
    ...{ by: "Dana Okafor", chair, seed: "CAND-07", committee: () => regime.committees.BTAC },
    ...{ proposed: [160, 14.3], accepted: [155, 9.3], begun: [148, 14.2] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(110, 10.1, () =>
    typeText(telling, "Riikka Salonen", candidate, (pen) =>
      pen.addAfter("without a field change", {
        level: 1,
        kind: "technical-note",
        content:
          "System synthesis scale is the largest amount of peptide, in moles, that the system is rated to make in one run.",
      }),
    ),
  );
  on(38, 9.1, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "" });
  });
  const ids = commentsBetween(telling, () => candidate, [36, 19], synthesizerComments);
  dispositionsOn(telling, chair, [10, 2], synthesizerComments, ids);
  on(7, 9.6, () =>
    typeText(telling, "Gareth Llewellyn", candidate, (pen) =>
      pen.replace("Peptide synthesizers meeting both", "meeting both:", "meeting both of the following:"),
    ),
  );
  synthesizerAmendments(telling, () => candidate);
  on(6, 13.8, async () => {
    await act("Dana Okafor", "draft-scope", { candidate, ...scopeOf("CAND-07") });
  });
}

function interfacesYear(telling: Telling, regime: Regime): void {
  const { on } = telling;
  let candidate = "";
  beginningOn(telling, {
    ...{ by: "Sanne Verhoeven", chair, seed: "CAND-08", committee: () => regime.committees.BTAC },
    ...{ proposed: [72, 10.2], accepted: [67, 9.1], begun: [61, 9.3] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(40, 9.4, () =>
    typeText(telling, "Étienne Varenne", candidate, (pen) => {
      pen.replace(
        "decodes intent for command",
        "weapons or vehicles;",
        "weapons or vehicles, other than for a person’s own aid of movement;",
      );
      pen.bracket("separately read channels", " separately read channels", ["AU", "FR"], true);
    }),
  );
  commentsBetween(telling, () => candidate, [26, 9], interfaceComments);
  interfaceAmendments(telling, () => candidate);
  on(13, 8.7, () =>
    typeText(telling, "Yuko Morimoto", candidate, (pen) =>
      pen.addAfter("one electrode site", {
        level: 1,
        kind: "technical-note",
        content:
          "A command is decoded when the interface turns it into an act of another device without further choice by the wearer.",
      }),
    ),
  );
  on(5, 14.3, () =>
    typeText(telling, "Dana Okafor", candidate, (pen) =>
      pen.addAfter("decodes intent for command", {
        level: 1,
        kind: "item",
        content: "Software made to read the state of attention or assent of a wearer who has not agreed to it.",
      }),
    ),
  );
  on(1, 9.8, () =>
    typeText(telling, "Sanne Verhoeven", candidate, (pen) => {
      pen.replace("Hearing implants", "Hearing implants, deep brain", "Hearing implants, retinal implants, deep brain");
      pen.append("who has not agreed to it", " (To be discussed with the observers.)");
    }),
  );
}

export function biotechnologyYear(telling: Telling, regime: Regime): void {
  sequencersYear(telling, regime);
  synthesizersYear(telling, regime);
  interfacesYear(telling, regime);
}
