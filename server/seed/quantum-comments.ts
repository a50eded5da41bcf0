/** What was said in the quantum committee's comment rounds. */
import type { SaidComment } from "./chapters.ts";

export const computerComments: SaidComment[] = [
  {
    by: "Claire Bouchard",
    where: "but fewer than 100",
    quote: "50 or more",
    type: "technical",
    body: "34 follows the measures already in force in five members; 50 would leave two products out that are licensed today.",
    change: "34 or more, but fewer than 100",
    answers: [
      [
        "Juhani Korpela",
        "The higher figure was meant to spare two university machines. Both run at errors far above 10⁻⁴, so 34 does not catch them.",
      ],
      ["Marcus Whitfield", "Agreed. We would rather keep one figure for all members than a kinder one."],
    ],
    disposed: ["accepted", "Carried into a.1 by the next version.", "Kenji Takahashi"],
  },
  {
    by: "Maarten de Wit",
    where: "200 or more",
    quote: "8 × 10⁻³",
    type: "technical",
    body: "Two machines on the market measure 6.4 and 7.1 × 10⁻³ and are used for teaching. The figure of the last rung of 4A906 is 6 × 10⁻³.",
    change: "less than or equal to 6 × 10⁻³",
    answers: [
      ["Claire Bouchard", "Would the Netherlands then accept one rung?"],
      ["Maarten de Wit", "We would still prefer five."],
    ],
    disposed: ["accepted", "6 × 10⁻³ is carried into a.3 by the next version; the number of rungs is another matter."],
    agreed: true,
  },
  {
    by: "Aino Laine",
    where: "Quantum control components",
    quote: "quantum measurement devices",
    type: "technical",
    body: "Item c catches cryostats and amplifiers that the second candidate of this committee treats with care. The two texts must not disagree.",
    change: "Add: except those specified in the definition on cryogenic circuits.",
    answers: [["Ingrid Solvang", "As sponsor of the other text we would rather see this settled there, by a note."]],
    disposed: [
      "partially-accepted",
      "The overlap is real. It is settled by a note in the definition on cryogenic circuits, so that each item is controlled by one text only.",
    ],
  },
  {
    by: "Helena Nováková",
    where: "'C-NOT error' is",
    type: "general",
    body: "A standard for the measurement of two-qubit error is in its last ballot. Until it is published, makers quote interleaved and cross-entropy figures that differ by up to a factor of two. The committee may wish to name the method once it stands.",
    disposed: ["noted", "To be taken up at the first review after the standard is published."],
  },
  {
    by: "Camille Rousselet",
    where: "adiabatic",
    type: "editorial",
    body: "“Annealing” in brackets and “adiabatic” in the text: our terminology board has it the other way round.",
    disposed: [
      "rejected",
      "The wording is that of 4A906, which members already apply; a change of order would look like a change of meaning.",
    ],
    agreed: true,
  },
  {
    by: "Louise Tremblay",
    where: "Qubit devices and qubit circuits",
    type: "general",
    body: "Licensing officers see these chips declared as ordinary integrated circuits. A sentence on how to recognise them would help more than a threshold.",
    answers: [
      ["Claire Bouchard", "Shall we ask the secretariat for a note to customs beside the entry, outside the text?"],
      ["Louise Tremblay", "That would do."],
    ],
    disposed: [
      "noted",
      "The secretariat drafts a note to customs; it stands beside the entry and not in it.",
      "Kenji Takahashi",
    ],
  },
];

export const circuitComments: SaidComment[] = [
  {
    by: "Maarten de Wit",
    where: "CMOS integrated circuits",
    quote: "rated or characterised",
    type: "technical",
    body: "“Characterised” catches any circuit that a university has once put into a cryostat. A maker’s rating is a fact on a data sheet; characterisation is not.",
    change: "Delete “or characterised”.",
    answers: [
      ["Ingrid Solvang", "Without it a maker only has to leave the rating off the sheet."],
      [
        "Aino Laine",
        "@Maarten de Wit, would “characterised by or for the maker” do? That is what we see in purchase files.",
      ],
    ],
  },
  {
    by: "Kim Ji-hoon",
    where: "Noise figure",
    quote: "better than 0.015 dB",
    type: "technical",
    body: "Amplifiers sold for radio astronomy reach 0.013 dB at 5 GHz. At 0.010 dB the item would hold what is made for qubit readout and little else.",
    change: "better than 0.010 dB",
    answers: [["Kenji Takahashi", "Japan can support 0.010 dB if the band in b.2 stays."]],
  },
  {
    by: "Chen Yi-ting",
    where: "Process design kits",
    type: "technical",
    body: "A process design kit is technology. As an item it would be controlled in members whose law knows no intangible items, and not in others.",
    change: "Move to a separate clause: Technology for development or production of items in a.",
  },
  {
    by: "Aino Laine",
    where: "merely survive",
    quote: "A rating for storage",
    type: "editorial",
    body: "The second sentence repeats the first. One of the two is enough.",
  },
  {
    by: "Helena Nováková",
    where: "Noise figure",
    type: "general",
    body: "No laboratory in our forum can at present measure a noise figure below 0.02 dB with an uncertainty that would hold before a court. Please say at which uncertainty the figure is met.",
  },
];
