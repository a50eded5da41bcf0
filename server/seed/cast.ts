/**
 * The people of the demo regime, all invented. Each line: name, title, and where the person sits. `QTAC` is the
 * delegation's seat, `QTAC+` its alternate, `QTAC 1` the industry seat of the organisation named beside it.
 */
export type CommitteeCode = "QTAC" | "STAC" | "BTAC" | "MTAC";

export type SeedPerson = {
  name: string;
  title: string;
  member: string | null;
  organisation?: string;
  /** Seats held. */
  seats?: CommitteeCode[];
  /** Seats on which the person is the alternate. */
  stands?: CommitteeCode[];
  /** Committee whose industry seat of the own organisation the person holds. */
  industry?: CommitteeCode;
  office?: [CommitteeCode, "chair" | "vice-chair"];
  reviews?: boolean;
  keeps?: CommitteeCode[];
  observes?: CommitteeCode;
  /** Where the person works, when not in the member's capital. */
  at?: { zone: string; city: string };
};

type Rest = Omit<SeedPerson, "name" | "title" | "member">;

const expert = (member: string, name: string, title: string, seats: CommitteeCode[], rest: Rest = {}): SeedPerson => ({
  name,
  title,
  member,
  seats,
  ...rest,
});
const alternate = (member: string, name: string, title: string, stands: CommitteeCode[]): SeedPerson => ({
  name,
  title,
  member,
  stands,
});
const reviewer = (member: string, name: string, title: string): SeedPerson => ({ name, title, member, reviews: true });
const industry = (
  member: string,
  name: string,
  title: string,
  organisation: string,
  committee: CommitteeCode,
  at?: SeedPerson["at"],
): SeedPerson => ({ name, title, member, organisation, industry: committee, ...(at ? { at } : {}) });

export const firstSecretariat = {
  name: "Sigrid Thoresen",
  title: "Head of the secretariat",
  zone: "Europe/Vienna",
  city: "Vienna",
};

const secretariatAt = { zone: "Europe/Vienna", city: "Vienna" };

export const seedPeople: SeedPerson[] = [
  // Secretariat and observers
  { name: "Anton Gruber", title: "Committee secretary", member: null, keeps: ["QTAC", "STAC"], at: secretariatAt },
  { name: "Beatriz Almeida", title: "Committee secretary", member: null, keeps: ["BTAC", "MTAC"], at: secretariatAt },
  {
    name: "Helena Nováková",
    title: "Liaison, quantum standards",
    member: null,
    organisation: "Forum for Quantum Measurement Standards",
    observes: "QTAC",
    at: { zone: "Europe/Prague", city: "Prague" },
  },
  {
    name: "Rohan Desai",
    title: "Liaison, supply chains",
    member: null,
    organisation: "Open Foundry Association",
    observes: "STAC",
    at: { zone: "Asia/Singapore", city: "Singapore" },
  },
  {
    name: "Miriam Achieng",
    title: "Biosafety adviser",
    member: null,
    organisation: "Laboratory Biosafety Network",
    observes: "BTAC",
    at: { zone: "Africa/Nairobi", city: "Nairobi" },
  },
  {
    name: "Urs Zollinger",
    title: "Liaison, materials testing",
    member: null,
    organisation: "Institute for High-Temperature Testing",
    observes: "MTAC",
    at: { zone: "Europe/Zurich", city: "Zurich" },
  },

  // Australia
  expert("AU", "Matilda Hargreaves", "Principal adviser, quantum", ["QTAC"]),
  expert("AU", "Liam O’Rourke", "Defence scientist, materials", ["BTAC", "MTAC"], { office: ["MTAC", "vice-chair"] }),
  alternate("AU", "Jasmine Teoh", "Senior analyst", ["QTAC", "MTAC"]),
  reviewer("AU", "Geoffrey Lang", "Director, strategic goods"),

  // Canada
  expert("CA", "Claire Bouchard", "Senior adviser, emerging technologies", ["QTAC", "STAC"], {
    office: ["QTAC", "chair"],
  }),
  expert("CA", "Devon MacKinnon", "Life-sciences adviser", ["BTAC"]),
  alternate("CA", "Amrit Sandhu", "Technology analyst", ["QTAC", "STAC", "BTAC"]),
  reviewer("CA", "Louise Tremblay", "Director, export controls policy"),
  industry("CA", "Owen Castonguay", "Chief engineer", "Boreal Qubit Systems Inc.", "QTAC"),

  // Finland
  expert("FI", "Juhani Korpela", "Research professor", ["QTAC"]),
  expert("FI", "Riikka Salonen", "Senior scientist, biosecurity", ["BTAC"], { office: ["BTAC", "vice-chair"] }),
  alternate("FI", "Elina Rantanen", "Researcher", ["QTAC"]),
  reviewer("FI", "Mikko Heikkinen", "Ministerial counsellor"),
  industry("FI", "Aino Laine", "Head of cryogenics", "Revontuli Quantum Oy", "QTAC"),

  // France
  expert("FR", "Camille Rousselet", "Engineer, quantum technologies", ["QTAC", "STAC"]),
  expert("FR", "Étienne Varenne", "Chief engineer, materials", ["BTAC", "MTAC"], { office: ["MTAC", "chair"] }),
  alternate("FR", "Lucie Marchetti", "Technical adviser", ["QTAC", "STAC", "MTAC"]),
  reviewer("FR", "Henri Delacourt", "Deputy director, dual-use goods"),
  industry("FR", "Nicolas Berthier", "Director of research", "Photonique des Ardennes SAS", "QTAC", {
    zone: "Europe/Paris",
    city: "Reims",
  }),
  industry("FR", "Solène Kervella", "Materials engineer", "Composites de l’Aven SA", "MTAC", {
    zone: "Europe/Paris",
    city: "Quimper",
  }),

  // Germany
  expert("DE", "Katharina Vogt", "Head of unit, electronics", ["QTAC", "STAC"], { office: ["STAC", "vice-chair"] }),
  expert("DE", "Jens Hartwig", "Head of unit, machinery and materials", ["BTAC", "MTAC"]),
  alternate("DE", "Miriam Scholz", "Technical officer", ["QTAC", "STAC", "MTAC"]),
  reviewer("DE", "Tobias Lehnert", "Head of division, export control"),
  industry("DE", "Frauke Petersen", "Head of hardware", "Rheinqubit GmbH", "QTAC", {
    zone: "Europe/Berlin",
    city: "Aachen",
  }),
  industry("DE", "Matthias Eberle", "Product manager", "Neckar Additiv GmbH", "MTAC", {
    zone: "Europe/Berlin",
    city: "Stuttgart",
  }),
  industry("DE", "Anja Kretschmer", "Head of synthesis", "Elbtal Synthese GmbH", "BTAC", {
    zone: "Europe/Berlin",
    city: "Dresden",
  }),

  // Italy
  expert("IT", "Giulia Ferrante", "Technical attaché, electronics", ["QTAC", "STAC"]),
  expert("IT", "Paolo Benedetti", "Technical adviser, aerospace", ["MTAC"]),
  alternate("IT", "Chiara Colombo", "Analyst", ["QTAC", "MTAC"]),
  reviewer("IT", "Marco Santoro", "Head of the licensing authority"),
  industry("IT", "Davide Lombardi", "Plant director", "Officine del Valdarno SpA", "MTAC", {
    zone: "Europe/Rome",
    city: "Arezzo",
  }),

  // Japan
  expert("JP", "Kenji Takahashi", "Deputy director, quantum and computing", ["QTAC", "STAC"], {
    office: ["QTAC", "vice-chair"],
  }),
  expert("JP", "Yuko Morimoto", "Senior researcher, life sciences", ["BTAC", "MTAC"]),
  alternate("JP", "Haruto Ishikawa", "Technical officer", ["QTAC", "STAC", "MTAC"]),
  reviewer("JP", "Naoko Fujisawa", "Director, security export control"),
  industry("JP", "Daichi Mori", "Senior engineer", "Hoshikawa Quantum KK", "QTAC"),
  industry("JP", "Sayaka Ueno", "Metrology lead", "Tsubame Electron Optics KK", "STAC"),

  // Netherlands
  expert("NL", "Maarten de Wit", "Senior adviser, semiconductors and quantum", ["QTAC", "STAC"]),
  expert("NL", "Sanne Verhoeven", "Adviser, life sciences", ["BTAC"]),
  alternate("NL", "Pieter Hoekstra", "Policy officer", ["QTAC", "STAC", "BTAC"]),
  reviewer("NL", "Annelies Bakker", "Head of export control"),
  industry("NL", "Joris van Rijn", "Systems architect", "Waterlinie Instruments BV", "STAC", {
    zone: "Europe/Amsterdam",
    city: "Eindhoven",
  }),

  // Norway
  expert("NO", "Ingrid Solvang", "Senior adviser, sensors and quantum", ["QTAC"]),
  expert("NO", "Lars Tveit", "Senior adviser, materials", ["BTAC", "MTAC"]),
  alternate("NO", "Marte Nygård", "Adviser", ["QTAC", "MTAC"]),
  reviewer("NO", "Kari Haugland", "Deputy director general"),
  industry("NO", "Eirik Bakke", "Head of production", "Fjordkeram AS", "MTAC", { zone: "Europe/Oslo", city: "Bergen" }),

  // Republic of Korea
  expert("KR", "Kim Ji-hoon", "Principal researcher", ["QTAC", "STAC"]),
  expert("KR", "Park Seo-yeon", "Senior researcher, materials", ["MTAC"]),
  alternate("KR", "Choi Eun-ji", "Researcher", ["QTAC", "STAC"]),
  reviewer("KR", "Lee Min-jae", "Director, strategic trade"),
  industry("KR", "Jung Tae-yang", "Memory architect", "Hanbyeol Memory Co.", "STAC"),

  // Spain
  expert("ES", "Javier Montero", "Technical adviser", ["QTAC"]),
  expert("ES", "Lucía Arroyo", "Technical adviser, biotechnology", ["BTAC", "MTAC"]),
  reviewer("ES", "Inés Rubio", "Deputy director, defence and dual-use trade"),
  industry("ES", "Álvaro Cifuentes", "Chief scientist", "Nube Cuántica SL", "QTAC", {
    zone: "Europe/Madrid",
    city: "Barcelona",
  }),

  // Taiwan
  expert("TW", "Chen Yi-ting", "Senior specialist, integrated circuits", ["QTAC", "STAC"], {
    office: ["STAC", "chair"],
  }),
  expert("TW", "Lin Wei-han", "Specialist, materials", ["MTAC"]),
  alternate("TW", "Huang Shu-fen", "Specialist", ["QTAC", "STAC"]),
  reviewer("TW", "Wang Chia-ling", "Division chief, strategic high-tech commodities"),
  industry("TW", "Tsai Ming-yuan", "Process integration director", "Jade Ridge Semiconductor Ltd", "STAC", {
    zone: "Asia/Taipei",
    city: "Hsinchu",
  }),

  // United Kingdom
  expert("GB", "Oliver Pemberton", "Technical assessor, electronics", ["QTAC", "STAC"]),
  expert("GB", "Harriet Nwosu", "Technical assessor, biology and chemistry", ["BTAC", "MTAC"], {
    office: ["BTAC", "chair"],
  }),
  alternate("GB", "Gareth Llewellyn", "Technical assessor", ["QTAC", "BTAC", "MTAC"]),
  reviewer("GB", "Fiona Abernethy", "Head of licensing policy"),
  industry("GB", "Priscilla Okonjo", "Head of sequencing", "Fenland Genomics Ltd", "BTAC", {
    zone: "Europe/London",
    city: "Cambridge",
  }),

  // United States
  expert("US", "Marcus Whitfield", "Senior engineer, electronics", ["QTAC", "STAC"]),
  expert("US", "Dana Okafor", "Senior scientist, chemistry and biology", ["BTAC", "MTAC"]),
  alternate("US", "Priya Raman", "Engineer", ["QTAC", "STAC"]),
  reviewer("US", "Ellen Brandt", "Director, technology evaluation"),
  industry("US", "Caleb Drummond", "Vice president, layout tools", "Cascadia Layout Software Inc.", "STAC", {
    zone: "America/Los_Angeles",
    city: "Portland",
  }),
  industry("US", "Renee Thibodeaux", "Process chemist", "Prairie Peptide Works LLC", "BTAC", {
    zone: "America/Chicago",
    city: "Madison",
  }),
];

/** Bodies that nominate seats or send observers; a company belongs to the member whose seat it nominates. */
export const organisationKindOf = (name: string) =>
  /Forum|Association|Network/.test(name) ? "association" : /Institute/.test(name) ? "institute" : "company";

export const seedCommittees: {
  code: CommitteeCode;
  name: string;
  field: string;
  listCode: string;
}[] = [
  {
    code: "QTAC",
    name: "Quantum Technical Advisory Committee",
    field:
      "Quantum computers, qubit devices, cryogenic electronics, quantum sensing, and the cryptography that they touch.",
    listCode: "QC",
  },
  {
    code: "STAC",
    name: "Semiconductor Technical Advisory Committee",
    field: "Integrated circuits, the software that designs them, and the equipment that makes and measures them.",
    listCode: "SC",
  },
  {
    code: "BTAC",
    name: "Biotechnology Technical Advisory Committee",
    field: "Synthesis, sequencing, and interfaces between nervous systems and machines.",
    listCode: "BT",
  },
  {
    code: "MTAC",
    name: "Advanced Materials Technical Advisory Committee",
    field: "High-temperature materials, additive manufacturing, and the uncrewed systems that are built with them.",
    listCode: "AM",
  },
];

/** The government reviewers of all members. */
export const everyReviewer = seedPeople.filter(({ reviews }) => reviews).map(({ name }) => name);
