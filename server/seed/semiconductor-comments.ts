/** What was said in the semiconductor committee's comment rounds. */
import type { SaidComment } from "./chapters.ts";

export const microscopeComments: SaidComment[] = [
  {
    by: "Joris van Rijn",
    where: "FOV overlap",
    quote: "less than 5 percent",
    type: "technical",
    body: "In-line tools run at 6 to 8 per cent overlap to save their stitching budget. At 5 per cent the item misses two of the four machines it is about.",
    change: "less than 10 percent in vertical and horizontal directions",
    answers: [["Kim Ji-hoon", "Eight would be enough for the machines in our plants."]],
    disposed: [
      "partially-accepted",
      "8 per cent is carried into the next version; above that laboratory instruments begin to fall in.",
    ],
    agreed: true,
  },
  {
    by: "Giulia Ferrante",
    where: "Accelerating voltage",
    type: "technical",
    body: "Most critical-dimension microscopes work below 5 kV. Is the last feature meant to narrow the item to review of deep structures?",
    change: "Delete the feature, or say in a note what it is for.",
    answers: [
      ["Kim Ji-hoon", "It is. Deep holes in memory cannot be imaged at low voltage."],
      ["Giulia Ferrante", "Then a note would spare many questions."],
    ],
    disposed: ["accepted", "A note on deep structures is carried into the next version.", "Katharina Vogt"],
  },
  {
    by: "Rohan Desai",
    type: "general",
    body: "Used tools change hands between third countries within weeks. The text is silent on whether refurbished equipment is covered in the same way.",
    disposed: ["noted", "Nothing in the text tells new from used; members apply it to both."],
  },
  {
    by: "Naoko Fujisawa",
    where: "Collection and storage",
    type: "editorial",
    body: "Write 200 million or 2 × 10⁸ throughout, not one in the text and the other in the note to customs.",
    disposed: ["accepted", "2 × 10⁸ is used in both."],
    agreed: true,
  },
];

export const trainingComments: SaidComment[] = [
  {
    by: "Jung Tae-yang",
    where: "High bandwidth memory",
    quote: "more than 2 gigabytes per second",
    type: "technical",
    body: "Two gigabytes per second for each square millimetre was the figure of the generation before last. It now catches memory for network cards and graphics.",
    change: "more than 3.3 gigabytes per second for each square millimetre of package",
    answers: [
      [
        "Marcus Whitfield",
        "At 3.3 the memory of last year’s training circuits falls out. That is the point of the item.",
      ],
    ],
    disposed: [
      "rejected",
      "The figure is the one that two members already apply; raising it would release what is still scarce.",
    ],
  },
  {
    by: "Maarten de Wit",
    where: "total processing performance of 4,800",
    type: "technical",
    body: "A figure that is overtaken every year needs a date. Without one the committee will be asked to change the text each autumn.",
    change: "Add: The committee reviews the figures of a.1 and a.2 twelve months after adoption.",
    disposed: [
      "partially-accepted",
      "No dates stand in a control text; the review-by date of the scope is set to three years instead of five.",
    ],
  },
  {
    by: "Tsai Ming-yuan",
    where: "Assemblies and computers",
    type: "general",
    body: "The foundry sees a mask set, the assembler a package, the seller a card. Who states the total processing performance, and on which form?",
    answers: [["Camille Rousselet", "France asks the designer and keeps the statement with the licence."]],
    disposed: ["noted", "A matter for national procedure; the secretariat collects what members do.", "Katharina Vogt"],
  },
  {
    by: "Ellen Brandt",
    where: "neither made nor sold for data centres",
    quote: "neither made nor sold",
    type: "technical",
    body: "A note that turns on what a seller calls the product invites a new name for it.",
    change:
      "Replace “neither made nor sold for data centres” by “without an interface for more than eight such circuits”.",
    disposed: [
      "rejected",
      "An interface can be left off a board and added later; the committee prefers intent with evidence.",
      "Katharina Vogt",
    ],
  },
];

export const trainingSecondRound: SaidComment[] = [
  {
    by: "Kim Ji-hoon",
    where: "performance density",
    type: "technical",
    body: "With 3.2 in place of 5.92 and the floor of 2,400 the item holds what delegations had in mind in the first ballot.",
    change: "None; support for the new figures.",
    disposed: ["noted", "Support is on record."],
  },
  {
    by: "Oliver Pemberton",
    where: "High bandwidth memory",
    type: "technical",
    body: "Please say whether memory already mounted on an item in a. is counted again under b.",
    change: "Add a note: Item b. does not control memory mounted in an item of a.",
    disposed: ["accepted", "The note is carried into the text for the second ballot."],
  },
];

export const layoutComments: SaidComment[] = [
  {
    by: "Joris van Rijn",
    where: "Software made to take a circuit",
    quote: "register-transfer description",
    type: "technical",
    body: "Two suppliers sell the flow in parts: one from description to netlist, one from netlist to layout. Neither part alone takes a circuit the whole way.",
    change:
      "Software made to carry out any step from register-transfer description to a manufacturable layout that needs knowledge of gate-all-around devices",
    answers: [
      ["Oliver Pemberton", "“Any step” would catch a text editor. Limit it to steps that use models of the device."],
      ["Joris van Rijn", "That is what the last words are for."],
    ],
    disposed: ["accepted", "Carried into item a. by the next version."],
  },
  {
    by: "Kim Ji-hoon",
    where: "Libraries, rules and models",
    type: "technical",
    body: "Foundries give device models to every customer, universities included. Item b. needs an exclusion for models that hold no parameters of a process.",
    change: "Add: Note: Models without parameters of a manufacturing process are not covered.",
    disposed: ["partially-accepted", "The note is added, limited to predictive models that a university publishes."],
  },
  {
    by: "Caleb Drummond",
    type: "general",
    body: "My company has declared an interest and speaks here for the record only: a rule that cannot tell layout for gate-all-around from layout for fins will be applied to both.",
    disposed: [
      "noted",
      "The technical note defines the device; the committee sees no way to define the software without it.",
    ],
  },
  {
    by: "Henri Delacourt",
    where: "enclosed by gate material",
    quote: "on all sides",
    type: "editorial",
    body: "“On all sides in the direction across the current” can be read as two sides. “All around its cross-section” cannot.",
    disposed: ["accepted", "Carried into the technical note."],
    agreed: true,
  },
];
