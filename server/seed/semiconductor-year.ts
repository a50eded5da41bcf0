/** The semiconductor committee's year: an entry adopted with a reservation, a text balloted twice, a recommendation made. */

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
import { layoutComments, microscopeComments, trainingComments, trainingSecondRound } from "./semiconductor-comments.ts";
import { proposalFields, scopeOf } from "./technologies.ts";
import type { Telling } from "./telling.ts";
import { asWritten, draftedText, entryText } from "./texts.ts";
import { typeText } from "./typing.ts";

const chair = "Chen Yi-ting";
const secretariat = "Anton Gruber";
const question = "Shall this definition be recommended to the members?";

const microscopePositions: SaidPosition[] = [
  { by: "Kim Ji-hoon", word: "yes" },
  {
    by: "Marcus Whitfield",
    word: "yes",
    reason: "The measure is in force with us and has been applied without difficulty.",
  },
  { by: "Camille Rousselet", word: "yes" },
  { by: "Kenji Takahashi", word: "yes" },
  { by: "Joris van Rijn", word: "no-objection", reason: "8 per cent overlap is what the tools need." },
  { by: "Katharina Vogt", word: "yes" },
  { by: "Claire Bouchard", word: "yes" },
  { by: "Jung Tae-yang", word: "abstain", reason: "We are a buyer of such tools; our delegation speaks for us." },
  { by: "Oliver Pemberton", word: "yes" },
  { by: "Chen Yi-ting", word: "yes" },
  { by: "Giulia Ferrante", word: "no-objection" },
  { by: "Maarten de Wit", word: "yes" },
  { by: "Tsai Ming-yuan", word: "no-objection" },
];

function microscopesYear(telling: Telling, regime: Regime): void {
  const { on, act, context } = telling;
  let candidate = "";
  const named = () => candidate;
  on(327, 8.6, async () => {
    const fields = proposalFields("CAND-06", regime.committees.STAC);
    candidate = (await act("Kim Ji-hoon", "propose-candidate", fields)).reference;
  });
  on(324, 8.3, async () => {
    await act(chair, "accept-candidate", { candidate });
  });
  on(322, 8.9, async () => {
    const text = entryText("3B903", "CAND-06", () => context.newId().slice(0, 16), asWritten);
    await act("Kim Ji-hoon", "start-definition", { candidate, text });
  });
  on(312, 8.1, async () => {
    await act(chair, "open-comment-round", {
      candidate,
      days: 14,
      reason: "The text is that of 3B903; little is open.",
    });
  });
  const ids = commentsBetween(telling, named, [311, 300], microscopeComments);
  dispositionsOn(telling, chair, [295, 291], microscopeComments, ids);
  on(290, 9.1, () =>
    typeText(telling, "Kim Ji-hoon", candidate, (pen) => {
      pen.setParameter("FOV overlap", "less than 5 percent", { value: "8", raw: "less than 8 percent" });
      pen.addAfter("Accelerating voltage", {
        level: 1,
        kind: "note",
        content:
          "The accelerating voltage is that at which deep structures, such as channel holes of memory, are imaged.",
      });
    }),
  );
  on(288, 9.2, async () => {
    await act("Kim Ji-hoon", "draft-scope", { candidate, ...scopeOf("CAND-06") });
  });
  on(286, 8.4, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(telling, regime, ["STAC", named], [285, 278], {
    "Sayaka Ueno": {
      kind: "employment",
      class: "direct",
      organisation: "Tsubame Electron Optics KK",
      statement: "My employer makes one of the four machines that the item is about.",
    },
    "Joris van Rijn": {
      kind: "customer-or-supplier",
      class: "sectoral",
      organisation: "Waterlinie Instruments BV",
      statement: "We supply stages to most makers of electron microscopes.",
    },
  });
  ballotFrom(telling, chair, named, { opens: 276, hour: 8, lastPosition: 263, question }, microscopePositions);
  const told = roundFrom(
    telling,
    { secretariat, chair },
    named,
    { transmitted: 256, prepared: 255, dispatched: 254, delivered: 249 },
    {
      reviewers: everyReviewer,
      replies: [
        {
          by: "Louise Tremblay",
          on: 244,
          word: "agree",
          reason: "In force in Canada from the next amendment of the list.",
        },
        { by: "Ellen Brandt", on: 240, word: "agree" },
        { by: "Annelies Bakker", on: 236, word: "agree" },
      ],
    },
  );
  on(232, 9.4, async () => {
    await act("Lee Min-jae", "enter-reservation", {
      round: told.round,
      rows: [
        {
          countries: ["D:1"],
          endUses: ["advanced-node-integrated-circuits"],
          endUsers: ["advanced-node-producers"],
        },
      ],
      reason:
        "Contracts for the maintenance of tools delivered before adoption run until the end of next year. For those deliveries the Republic of Korea does not apply the control.",
      sunset: new Date(telling.endsAt + 300 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
    });
  });
}

const firstTrainingBallot: SaidPosition[] = [
  { by: "Marcus Whitfield", word: "yes" },
  { by: "Claire Bouchard", word: "yes" },
  { by: "Kenji Takahashi", word: "yes" },
  {
    by: "Jung Tae-yang",
    word: "no",
    where: "High bandwidth memory",
    reason: "The memory figure catches two product lines that no training circuit uses.",
  },
  {
    by: "Maarten de Wit",
    word: "discuss",
    where: "performance density",
    reason:
      "At 5.92 the density clause holds back nothing that the first clause does not; at 3.2 it would hold the circuits that were redesigned to pass.",
    change: "A performance density of 3.2 or more, from a total processing performance of 2,400.",
  },
  {
    by: "Camille Rousselet",
    word: "no",
    where: "performance density",
    reason: "As the Netherlands: the second clause is empty as it stands.",
  },
  { by: "Oliver Pemberton", word: "yes" },
  { by: "Giulia Ferrante", word: "abstain" },
  {
    by: "Kim Ji-hoon",
    word: "no",
    where: "High bandwidth memory",
    reason: "The item on memory is wider than its rationale.",
  },
  { by: "Tsai Ming-yuan", word: "abstain" },
  { by: "Chen Yi-ting", word: "no-objection" },
  { by: "Katharina Vogt", word: "no-objection" },
];

const secondTrainingBallot: SaidPosition[] = [
  { by: "Marcus Whitfield", word: "yes", reason: "The new figures answer what was said in the first ballot." },
  { by: "Maarten de Wit", word: "yes", reason: "Our Discuss in the first ballot is met." },
  { by: "Kenji Takahashi", word: "yes" },
  { by: "Oliver Pemberton", word: "yes" },
  { by: "Jung Tae-yang", word: "no", where: "High bandwidth memory", reason: "The figure for memory is unchanged." },
  { by: "Kim Ji-hoon", word: "no-objection" },
  { by: "Camille Rousselet", word: "yes" },
];

function trainingYear(telling: Telling, regime: Regime): void {
  const { on, act, context } = telling;
  let candidate = "";
  const named = () => candidate;
  on(298, 14.9, async () => {
    const fields = proposalFields("CAND-05", regime.committees.STAC);
    candidate = (await act("Marcus Whitfield", "propose-candidate", fields)).reference;
  });
  on(294, 8.3, async () => {
    await act(chair, "accept-candidate", { candidate });
  });
  on(292, 14.2, async () => {
    const text = draftedText(
      "CAND-05",
      () => context.newId().slice(0, 16),
      ({ subject, raw }) =>
        subject === "processing performance"
          ? { quantity: "total processing performance", unit: "TPP" }
          : raw.includes("gigabytes")
            ? { quantity: "memory bandwidth density", unit: "1" }
            : null,
    );
    await act("Marcus Whitfield", "start-definition", { candidate, text });
  });
  on(270, 9.3, async () => {
    await act(chair, "import-systems", { committee: regime.committees.STAC, area: "advanced computing circuits" });
  });
  on(268, 8.2, async () => {
    await act(chair, "open-comment-round", { candidate, days: 14, reason: "" });
  });
  const ids = commentsBetween(telling, named, [266, 256], trainingComments);
  dispositionsOn(telling, chair, [252, 247], trainingComments, ids);
  on(246, 14.3, async () => {
    await act("Marcus Whitfield", "draft-scope", { candidate, ...scopeOf("CAND-05") });
  });
  on(244, 8.2, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(telling, regime, ["STAC", named], [243, 236], trainingInterests);
  ballotFrom(telling, chair, named, { opens: 234, hour: 8, lastPosition: 221, question }, firstTrainingBallot);

  on(205, 8.5, async () => {
    await act(chair, "revise-text", {
      candidate,
      reason: "Two delegations and one Discuss ask for other figures of density.",
    });
  });
  on(190, 14.3, () =>
    typeText(telling, "Marcus Whitfield", candidate, (pen) => {
      pen.setParameter("performance density", "5.92 or more", { value: "3.2", raw: "3.2 or more" });
      pen.setParameter("performance density", "1,600 or more", { value: "2400", raw: "2,400 or more" });
    }),
  );
  on(120, 8.2, async () => {
    await act(chair, "open-comment-round", { candidate, days: 14, reason: "On the figures of a.2 only." });
  });
  const secondIds = commentsBetween(telling, named, [118, 110], trainingSecondRound);
  dispositionsOn(telling, chair, [102, 99], trainingSecondRound, secondIds);
  on(98, 9.2, () =>
    typeText(telling, "Oliver Pemberton", candidate, (pen) =>
      pen.addAfter("High bandwidth memory", {
        level: 1,
        kind: "note",
        content: "Item b. does not control memory that is mounted in an item of a.",
      }),
    ),
  );
  on(38, 8.1, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  ballotFrom(telling, chair, named, { opens: 10, hour: 8.5, lastPosition: 2, question }, secondTrainingBallot);
}

const trainingInterests = {
  "Tsai Ming-yuan": {
    kind: "customer-or-supplier",
    class: "sectoral",
    organisation: "Jade Ridge Semiconductor Ltd",
    statement: "My employer makes such circuits for several designers, as the other foundries do.",
  },
  "Jung Tae-yang": {
    kind: "employment",
    class: "sectoral",
    organisation: "Hanbyeol Memory Co.",
    statement: "My employer makes memory of the kind in item b., as two others do.",
  },
} as const;

const layoutPositions: SaidPosition[] = [
  { by: "Oliver Pemberton", word: "yes" },
  { by: "Marcus Whitfield", word: "yes" },
  { by: "Claire Bouchard", word: "yes" },
  { by: "Katharina Vogt", word: "no-objection" },
  { by: "Kenji Takahashi", word: "yes" },
  { by: "Kim Ji-hoon", word: "no-objection", reason: "With the note on predictive models." },
  { by: "Maarten de Wit", word: "yes" },
  { by: "Camille Rousselet", word: "yes" },
  { by: "Joris van Rijn", word: "yes" },
  { by: "Tsai Ming-yuan", word: "abstain" },
  { by: "Giulia Ferrante", word: "no-objection" },
  { by: "Chen Yi-ting", word: "yes" },
  { by: "Jung Tae-yang", word: "abstain" },
  { by: "Sayaka Ueno", word: "no-objection" },
];

function layoutYear(telling: Telling, regime: Regime): void {
  const { on, act } = telling;
  let candidate = "";
  const named = () => candidate;
  beginningOn(telling, {
    ...{ by: "Oliver Pemberton", chair, seed: "CAND-03", committee: () => regime.committees.STAC },
    ...{ proposed: [252, 9.6], accepted: [248, 8.4], begun: [241, 9.5] },
    named: (reference) => {
      candidate = reference;
    },
  });
  on(160, 8.1, async () => {
    await act(chair, "open-comment-round", { candidate, days: 21, reason: "" });
  });
  const ids = commentsBetween(telling, named, [158, 142], layoutComments);
  dispositionsOn(telling, chair, [130, 122], layoutComments, ids);
  on(115, 9.3, () =>
    typeText(telling, "Oliver Pemberton", candidate, (pen) => {
      pen.replace(
        "register-transfer description",
        "Software made to take a circuit from register-transfer description to a manufacturable layout for circuits with",
        "Software made to carry out any step from register-transfer description to a manufacturable layout that uses models of",
      );
      pen.replace(
        "enclosed by gate material",
        "on all sides in the direction across the current",
        "all around its cross-section",
      );
      pen.addAfter("system or board level", {
        level: 1,
        kind: "note",
        content: "Predictive models that a university publishes without restriction are not covered.",
      });
    }),
  );
  on(60, 9.1, async () => {
    await act("Oliver Pemberton", "draft-scope", { candidate, ...scopeOf("CAND-03") });
  });
  on(45, 8.1, async () => {
    await act(chair, "mark-ready", { candidate });
  });
  interestsBetween(telling, regime, ["STAC", named], [44, 32], {
    "Caleb Drummond": {
      kind: "employment",
      class: "direct",
      organisation: "Cascadia Layout Software Inc.",
      statement: "My employer sells one of the three tools that the item names in substance.",
    },
  });
  ballotFrom(telling, chair, named, { opens: 24, hour: 8, lastPosition: 12, question }, layoutPositions);
}

export function semiconductorYear(telling: Telling, regime: Regime): void {
  microscopesYear(telling, regime);
  trainingYear(telling, regime);
  layoutYear(telling, regime);
}
