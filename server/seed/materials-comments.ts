/** What was said in the materials committee's comment rounds. */
import type { SaidComment } from "./chapters.ts";

export const printingComments: SaidComment[] = [
  {
    by: "Davide Lombardi",
    where: "control loop",
    quote: "within the build",
    type: "technical",
    body: "“Within the build” holds a machine that corrects between layers, which is ordinary today. What worries the sponsors acts within a layer, in milliseconds.",
    change: "within a layer of the build, with a delay of less than 10 ms",
    answers: [
      ["Jens Hartwig", "Correction between layers already makes blades that pass inspection. We would keep both."],
      ["Lars Tveit", "Could the delay be in the technical note, as an example, and not in the item?"],
    ],
    disposed: [
      "rejected",
      "Correction between layers is what the evidence shows in engine programmes; a delay in the item would release it.",
    ],
  },
  {
    by: "Dana Okafor",
    where: "camera, pyrometer or radiometer",
    type: "technical",
    body: "One maker listens to the melt pool. Acoustic sensing does not look at anything.",
    change: "Add: or an acoustic sensor of the melt pool",
    answers: [["Paolo Benedetti", "Italy supports. Two laboratories publish on it."]],
    disposed: ["accepted", "Carried into a.3 by the next version."],
    agreed: true,
  },
  {
    by: "Kari Haugland",
    where: "Software and technology",
    type: "general",
    body: "Norway’s law needs technology and software as separate items to license them apart.",
    disposed: ["accepted", "Items b. and c. in the next version."],
  },
  {
    by: "Urs Zollinger",
    where: "vacuum",
    type: "general",
    body: "Pressure is measured in the chamber by all makers; the text does not say so. A sentence in the technical note would settle where the 100 Pa is read.",
    disposed: ["noted", "To be said in the note to customs."],
  },
];

export const hotMaterialComments: SaidComment[] = [
  {
    by: "Solène Kervella",
    where: "Ceramic composites usable",
    quote: "ten minutes or more",
    type: "technical",
    body: "Ten minutes above 2,273 K is met by one material in an arc jet and by none in a furnace with moist air. The test decides, so the text must name it.",
    change: "Add a technical note: in air of 1.5 % water by volume at 10 kPa, on a coupon of 25 mm.",
    answers: [["Urs Zollinger", "Our institute would publish the method as a standard within the year."]],
    disposed: [
      "accepted",
      "The technical note is added by the next version, with the method of the institute named once it is published.",
      "Liam O’Rourke",
    ],
  },
  {
    by: "Park Seo-yeon",
    where: "Actively cooled",
    type: "technical",
    body: "Mirrors and composites have neither makers nor uses in common. As one candidate they will be reserved against together.",
    change: "Make item c. a candidate of its own.",
    answers: [["Paolo Benedetti", "As sponsor I would rather keep them until the ballot. A split is possible later."]],
    disposed: ["rejected", "The committee keeps one candidate; a member may reserve on item c. alone."],
  },
  {
    by: "Eirik Bakke",
    where: "Coating systems",
    quote: "1,373.15 K",
    type: "editorial",
    body: "1,373.15 K is 1,100 °C turned into kelvins. Nobody measures a coating to a hundredth; 1,373 K will do.",
    disposed: ["accepted", "1,373 K in the next version."],
    agreed: true,
  },
  {
    by: "Tobias Lehnert",
    where: "civil engines",
    type: "general",
    body: "“Certified by a member authority” leaves engines out that are certified by an authority of a non-member and flown everywhere. Is that meant?",
    answers: [["Étienne Varenne", "It is. A certificate that we cannot check should not exclude."]],
    disposed: ["noted", "It is meant; the chair’s answer stands in the thread."],
  },
];
