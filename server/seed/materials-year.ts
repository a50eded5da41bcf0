/** The materials committee's year: a round that runs, a text ready for its ballot, a proposal that waits for the chair. */

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
import { hotMaterialComments, printingComments } from "./materials-comments.ts";
import { proposalFields, scopeOf } from "./technologies.ts";
import type { Telling } from "./telling.ts";
import { typeText } from "./typing.ts";

const chair = "Étienne Varenne";
const secretariat = "Beatriz Almeida";

const printingPositions: SaidPosition[] = [
  { by: "Jens Hartwig", word: "yes" },
  { by: "Dana Okafor", word: "yes" },
  { by: "Harriet Nwosu", word: "yes" },
  { by: "Étienne Varenne", word: "yes" },
  {
    by: "Davide Lombardi",
    word: "no",
    where: "control loop",
    reason: "As in our comment: correction between layers is ordinary and sold for dental frames.",
  },
  {
    by: "Paolo Benedetti",
    word: "no-objection",
    reason: "Italy can live with the text and shares part of the concern of its industry.",
  },
  { by: "Lars Tveit", word: "yes" },
  { by: "Eirik Bakke", word: "yes" },
  { by: "Yuko Morimoto", word: "no-objection" },
  { by: "Park Seo-yeon", word: "no-objection" },
  { by: "Lucía Arroyo", word: "yes" },
  { by: "Lin Wei-han", word: "yes" },
  { by: "Liam O’Rourke", word: "yes" },
  { by: "Solène Kervella", word: "abstain" },
];

function printingYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  const named = () => candidate;
  beginningOn(telling, {
    ...{ by: "Jens Hartwig", chair, seed: "CAND-04", committee: () => regime.committees.MTAC },
    ...{ proposed: [242, 9.4], accepted: [238, 8.6], begun: [230, 9.2] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(130, 8.2, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "" });
  });
  const ids = commentsBetween(telling, named, [128, 112], printingComments);
  dispositionsOn(telling, chair, [100, 92], printingComments, ids);
  on(88, 9.3, () =>
    typeText(telling, "Jens Hartwig", candidate, (pen) => {
      pen.replace(
        "camera, pyrometer or radiometer",
        "Having a camera, pyrometer or radiometer that looks along or beside the energy source at the melt pool; and",
        "Having a camera, pyrometer or radiometer that looks along or beside the energy source at the melt pool, or an acoustic sensor of the melt pool; and",
      );
      pen.replace(
        "Software and technology",
        "Software and technology made for the machines in a.",
        "Software made for the machines in a.; and",
      );
      pen.addAfter("Software made for the machines", {
        level: 1,
        kind: "item",
        content: "Technology for development or production of the machines in a.",
      });
    }),
  );
  on(70, 9.6, async () => {
    await act("Jens Hartwig", "draft-scope", { candidate, ...scopeOf("CAND-04") });
  });
  on(62, 8.3, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(telling, regime, ["MTAC", named], [61, 50], {
    "Matthias Eberle": {
      kind: "employment",
      class: "direct",
      organisation: "Neckar Additiv GmbH",
      statement:
        "My employer sells machines with the loop of item a.4; about half of its sales go to places in the scope.",
    },
    "Davide Lombardi": {
      kind: "customer-or-supplier",
      class: "sectoral",
      organisation: "Officine del Valdarno SpA",
      statement: "We run eleven machines of four makers.",
    },
  });
  const question = "Shall this definition be recommended to the members?";
  ballotFrom(telling, chair, named, { opens: 47, hour: 8, lastPosition: 34, question }, printingPositions);
  roundFrom(
    telling,
    { secretariat, chair },
    named,
    { transmitted: 25, prepared: 18, dispatched: 15, delivered: 8 },
    {
      reviewers: everyReviewer,
      replies: [
        {
          by: "Louise Tremblay",
          on: 7,
          word: "agree",
          reason: "Canada applies the control from the day of the edition.",
        },
        {
          by: "Marco Santoro",
          on: 5,
          word: "ask-time",
          reason: "The opinion of the ministry for industry on machines for dental frames is due in four weeks.",
        },
        {
          by: "Annelies Bakker",
          on: 4,
          word: "cannot-join",
          reason:
            "National law must first provide for software that is not published. A bill is before parliament; we would withdraw our absence when it is in force.",
        },
        { by: "Wang Chia-ling", on: 1, word: "agree" },
      ],
    },
  );
}

function hotMaterialsYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  const named = () => candidate;
  beginningOn(telling, {
    ...{ by: "Paolo Benedetti", chair, seed: "CAND-09", committee: () => regime.committees.MTAC },
    ...{ proposed: [182, 9.5], accepted: [176, 8.5], begun: [170, 9.1] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(92, 8.4, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "" });
  });
  const ids = commentsBetween(telling, named, [90, 74], hotMaterialComments);
  dispositionsOn(telling, chair, [64, 57], hotMaterialComments, ids);
  on(52, 9.4, () =>
    typeText(telling, "Paolo Benedetti", candidate, (pen) => {
      pen.setParameter("Coating systems", "above 1,373.15 K", { value: "1373", raw: "above 1,373 K" });
      pen.addAfter("civil engines", {
        level: 1,
        kind: "technical-note",
        content: "Use in air is tested on a coupon of 25 mm in air of 1.5 % water by volume at a pressure of 10 kPa.",
      });
    }),
  );
  on(30, 9.7, async () => {
    await act("Paolo Benedetti", "draft-scope", { candidate, ...scopeOf("CAND-09") });
  });
  on(4, 8.4, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(
    telling,
    regime,
    ["MTAC", named],
    [3, 1],
    {
      "Solène Kervella": {
        kind: "patent",
        class: "direct",
        reference: "EP 3 911 204",
        issuer: "European Patent Office",
        organisation: "Composites de l’Aven SA",
        statement: "Two patents on the fibre coating that item a. cannot be met without.",
      },
      "Eirik Bakke": {
        kind: "employment",
        class: "sectoral",
        organisation: "Fjordkeram AS",
        statement: "We sell powders to most makers of such composites.",
      },
    },
    ["Lin Wei-han", "Park Seo-yeon", "Lucía Arroyo", "Miriam Scholz", "Jens Hartwig", "Matthias Eberle"],
  );
}

export function materialsYear(telling: Telling, regime: Regime): void {
  printingYear(telling, regime);
  hotMaterialsYear(telling, regime);
  telling.on(6, 8.3, async () => {
    await telling.act("Lin Wei-han", "propose-candidate", proposalFields("CAND-12", regime.committees.MTAC));
  });
}
