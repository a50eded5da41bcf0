/** What was said in the biotechnology committee's comment rounds. */
import type { SaidComment } from "./chapters.ts";

export const sequencerComments: SaidComment[] = [
  {
    by: "Priscilla Okonjo",
    where: "Sequencers able to give",
    quote: "10 terabases or more",
    type: "technical",
    body: "Output per run doubles about every twenty months. At 10 terabases the item will hold a hospital instrument within two years.",
    change: "16 terabases or more",
    answers: [
      [
        "Devon MacKinnon",
        "The instrument that our evidence is about gives 16. I can live with that figure and an earlier review.",
      ],
    ],
    disposed: ["accepted", "16 terabases, with a review after two years.", "Riikka Salonen"],
    agreed: true,
  },
  {
    by: "Miriam Achieng",
    where: "public health authorities",
    type: "technical",
    body: "Surveillance of pathogens is done by universities and foundations in most of the countries I work with. An exclusion for authorities alone would leave them out.",
    change: "supplied to public health authorities, or to institutes that act for them, for pathogen surveillance",
    answers: [
      ["Lucía Arroyo", "Spain supports this."],
      ["Harriet Nwosu", "Who attests that an institute acts for an authority?"],
      ["Miriam Achieng", "The authority, in the end-use statement."],
    ],
    disposed: ["accepted", "Carried into Note 1 by the next version."],
  },
  {
    by: "Anja Kretschmer",
    where: "single-cell analysis",
    type: "editorial",
    body: "“Made for” and “designed for” are used for the same thing in a. and b.",
    disposed: ["noted", "“Made for” is kept in both."],
  },
  {
    by: "Inés Rubio",
    where: "human genetic data",
    type: "general",
    body: "Spain’s difficulty is with the object of the candidate and not with its words: the harm lies in the data, which the note leaves to other law. We would welcome a sentence on what that law is.",
    disposed: ["noted", "The committee has no competence for the transfer of data and names none."],
  },
];

export const synthesizerComments: SaidComment[] = [
  {
    by: "Renee Thibodeaux",
    where: "system synthesis scale",
    quote: "1 mmol or more",
    type: "technical",
    body: "A scale of 1 mmol describes most bench instruments sold to universities. Machines that make grams in one run start at 5 mmol.",
    change: "a system synthesis scale of 5 mmol or more",
    answers: [
      ["Dana Okafor", "A gram of a toxin is made well below 5 mmol. We would not go above 2."],
      ["Anja Kretschmer", "At 2 mmol about a third of the bench instruments remain."],
    ],
    disposed: [
      "partially-accepted",
      "2 mmol is proposed for the next version: it leaves the smallest bench instruments out and keeps what makes a gram in one run.",
    ],
  },
  {
    by: "Riikka Salonen",
    where: "Continuous nucleic acids",
    type: "technical",
    body: "Item b.2 repeats what the Australia Group has listed since last year, with another error rate. Two figures for one machine help nobody.",
    change: "Delete item b., and name the listed entry in a related control.",
    answers: [
      ["Sanne Verhoeven", "The Netherlands supports deletion."],
      ["Dana Okafor", "We can support it if the related control says that the entry applies."],
    ],
    disposed: ["accepted", "Item b. is replaced by a related control in the next version."],
    agreed: true,
  },
  {
    by: "Lars Tveit",
    where: "Nucleic acid assemblers",
    type: "general",
    body: "The same words open both items. If b. stays, they could stand once, in the head.",
  },
  {
    by: "Naoko Fujisawa",
    where: "without a field change",
    quote: "without a field change",
    type: "technical",
    body: "A field change is a service visit for one maker and a licence key for another. The note should say that a scale limited by software alone is not a limit.",
    change: "Add: A limit that software alone sets is no such setting.",
    answers: [
      ["Harriet Nwosu", "Would a sealed controller be software alone?"],
      ["Naoko Fujisawa", "If its seal can be renewed by the maker only, no."],
    ],
  },
  {
    by: "Miriam Achieng",
    type: "general",
    body: "Orders are screened against lists of toxins by four of eleven makers. If the committee prefers screening to licensing, the text should say so before it is balloted; laboratories plan their purchases by it.",
    disposed: ["noted", "Screening is a matter for a notice between members; the secretariat prepares a paper."],
  },
  {
    by: "Gareth Llewellyn",
    where: "Peptide synthesizers meeting both",
    type: "editorial",
    body: "“Meeting both” should read “meeting both of the following”, as in the other texts of this committee.",
    disposed: ["accepted", "Carried into the next version.", "Riikka Salonen"],
    agreed: true,
  },
];

export const interfaceComments: SaidComment[] = [
  {
    by: "Dana Okafor",
    where: "separately read channels",
    quote: "1,000 or more",
    type: "technical",
    body: "Two implants in clinical trials have 1,024 channels. At 1,000 the item begins exactly where medicine is going to be next year.",
    change: "Implanted, with 4,000 or more separately read channels",
    answers: [["Sanne Verhoeven", "That is why the figure stands in brackets. France asked for 2,000."]],
  },
  {
    by: "Étienne Varenne",
    where: "decode commands",
    type: "technical",
    body: "A rate of 100 bit/s without an implant has not been shown by anybody. If it is a floor for the future, say so; if it is meant to hold what exists, 40 bit/s would.",
    change: "able to decode commands at 40 bit/s or more",
  },
  {
    by: "Devon MacKinnon",
    type: "general",
    body: "Canada is not sure that a list entry is the right form. A catch-all on human-rights grounds would reach use against a person’s will whatever the number of channels.",
    answers: [
      ["Harriet Nwosu", "Please bring this to the meeting; it is a question about the candidate, not about the text."],
    ],
  },
];
