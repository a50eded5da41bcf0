/** Amendments in the demo's year, told by the acts of those who proposed, supported, contested and decided them. */
import { runDueActs } from "../clock.ts";
import { amendOn, clausesOf } from "./amending.ts";
import type { Telling } from "./telling.ts";

/** Interfaces, in drafting: one taken in part, one rejected, one that the text has overtaken, one whose notice runs. */
export function interfaceAmendments(telling: Telling, candidate: () => string): void {
  const { on, act } = telling;
  const story = { telling, candidate };
  const first = amendOn(
    story,
    [34, 9.2],
    "Lars Tveit",
    {
      reason:
        "The aid is the wearer’s own; “a person’s” could be read as that of a passenger. Optical sites are in trials and would else be no channel.",
      changes: [
        { where: "weapons or vehicles", was: "a person’s own aid", now: "the wearer’s own aid" },
        { where: "one electrode site", was: "one electrode site", now: "one electrode or optical site" },
      ],
    },
    [
      [3.1, (amendment) => act("Yuko Morimoto", "support-amendment", { amendment })],
      [
        3.8,
        (amendment) =>
          act("Riikka Salonen", "follow-up-amendment", {
            amendment,
            body: "We agree with the first and would rather see one product with optical sites before the second.",
          }),
      ],
    ],
  );
  on(26, 8.6, async () => {
    await act("Harriet Nwosu", "accept-amendment", {
      amendment: first.amendment,
      clauses: (await clausesOf(telling, first.amendment)).slice(0, 1),
      reason: "Optical sites are taken up again when there is a product.",
    });
  });
  const second = amendOn(
    story,
    [20, 9.4],
    "Renee Thibodeaux",
    {
      reason: "Two headsets for gaming reach 110 bit/s in the maker’s own test. At 150 bit/s none is caught.",
      changes: [
        {
          where: "able to decode commands",
          raw: "100 bit/s or more",
          parameter: { value: "150", raw: "150 bit/s or more" },
        },
      ],
    },
    [
      [
        4.1,
        (amendment) =>
          act("Sanne Verhoeven", "object-amendment", {
            amendment,
            reason:
              "The makers’ test is of letters, not of commands. Measured as the note says, both headsets stay under 60 bit/s.",
          }),
      ],
    ],
  );
  on(12, 10.2, async () => {
    await act("Harriet Nwosu", "reject-amendment", {
      amendment: second.amendment,
      reason: "No product falls in at 100 bit/s as the text measures it; there is no need to loosen the figure.",
    });
  });
  amendOn(story, [3, 9.1], "Lucía Arroyo", {
    reason: "“Assent” alone is what the harm is about; attention is read by every lecture hall’s camera.",
    changes: [{ where: "attention or assent", was: "state of attention or assent", now: "assent" }],
  });
  amendOn(
    story,
    [1, 13.2],
    "Yuko Morimoto",
    {
      reason: "The act may be of the same device: a stimulator that releases a drug is one.",
      changes: [
        { where: "A command is decoded", was: "an act of another device", now: "an act of that or another device" },
      ],
    },
    [[1.3, (amendment) => act("Lars Tveit", "support-amendment", { amendment })]],
  );
  on(0, 23.5, async () => {
    await runDueActs(telling.context);
  });
}

/** Synthesizers, in resolving: two contested amendments of one figure, to be voted in the order of their distance. */
export function synthesizerAmendments(telling: Telling, candidate: () => string): void {
  const { act } = telling;
  const story = { telling, candidate };
  const where = "system synthesis scale of";
  amendOn(
    story,
    [8, 8.1],
    "Renee Thibodeaux",
    {
      reason:
        "At 1 mmol the bench instruments of university hospitals fall in. Nothing below 5 mmol makes a dose for more than a hundred people.",
      changes: [
        { where, raw: "1 mmol or more", parameter: { value: "5", raw: "5 mmol or more" } },
        { where, was: "A system", now: "In one run, a system" },
      ],
    },
    [
      [0.4, (amendment) => act("Lucía Arroyo", "support-amendment", { amendment })],
      [
        3.7,
        (amendment) =>
          act("Riikka Salonen", "object-amendment", {
            amendment,
            reason:
              "Runs are repeated over night. The scale of one run says little, and 5 mmol leaves out what the text is for.",
          }),
      ],
    ],
  );
  amendOn(
    story,
    [8, 13.4],
    "Sanne Verhoeven",
    {
      reason: "A middle way: it leaves the two bench instruments out that hospitals named in the round.",
      changes: [{ where, raw: "1 mmol or more", parameter: { value: "2", raw: "2 mmol or more" } }],
    },
    [
      [0.9, (amendment) => act("Jens Hartwig", "support-amendment", { amendment })],
      [
        1.7,
        (amendment) =>
          act("Dana Okafor", "object-amendment", {
            amendment,
            reason: "The figure was measured with the makers; we would rather wait for the sponsor’s answer.",
          }),
      ],
    ],
  );
}

/** Circuits, under comment: an amendment that is prepared and enters when the text may be drafted again (rule A8). */
export function circuitAmendments(telling: Telling, candidate: () => string): void {
  const { act } = telling;
  amendOn(
    { telling, candidate },
    [7, 9.3],
    "Aino Laine",
    {
      reason:
        "Circuits for spin qubits run at 6 to 8 K since last year. At 4.5 K the text misses the machines that it was written for.",
      changes: [
        { where: "CMOS integrated circuits", raw: "4.5 K or less", parameter: { value: "10", raw: "10 K or less" } },
        {
          behind: "merely survive",
          kind: "note",
          level: 1,
          words: "Circuits rated for operation above 10 K only, which work below it without a rating, are not covered.",
        },
      ],
    },
    [
      [1.4, (amendment) => act("Kenji Takahashi", "support-amendment", { amendment })],
      [
        3.8,
        (amendment) =>
          act("Ingrid Solvang", "follow-up-amendment", {
            amendment,
            body: "We took the figure back to 4.5 K for want of a product between the two. If there are two we support this.",
          }),
      ],
    ],
  );
}

/** Cryptography, before it was laid aside: both wordings stand in brackets. */
export function cryptographyAmendments(telling: Telling, candidate: () => string): void {
  const { on, act } = telling;
  const told = amendOn(
    { telling, candidate },
    [160, 8.3],
    "Kenji Takahashi",
    {
      reason: "Tools that only measure how strong an implementation is are bought by every certifying laboratory.",
      changes: [
        {
          where: "stay controlled",
          was: "Items for defeating or weakening such algorithms",
          now: "Items for defeating such algorithms",
        },
      ],
    },
    [
      [
        2.7,
        (amendment) =>
          act("Juhani Korpela", "object-amendment", {
            amendment,
            reason: "To weaken is what an attack on the implementation does; the word is the one that matters.",
          }),
      ],
    ],
  );
  on(151, 14.1, async () => {
    await act("Claire Bouchard", "bracket-amendment", {
      amendment: told.amendment,
      reason: "Until the meeting; both delegations bring an example.",
    });
  });
}
