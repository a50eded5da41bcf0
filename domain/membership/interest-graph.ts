/**
 * The interest graph (rule X2): people, organisations, patents, grants and a candidate, joined by what is on record. It
 * proposes matches to a person and says by which path; whether there is an interest the person declares, and nothing here
 * recuses anybody.
 */
import type { InterestKind, InterestPart } from "./interest.ts";

/** `part-of`: the first body belongs to the second; `supplies`: the first sells to the second. */
export const tieKinds = ["part-of", "supplies"] as const;
export type TieKind = (typeof tieKinds)[number];

export type GraphPerson = {
  id: string;
  name: string;
  /** The employer, and the bodies that nominated the person's seats. */
  employerId: string | null;
  nominators: string[];
};
export type GraphOrganisation = { id: string; name: string };
export type GraphPatent = {
  id: string;
  number: string;
  office: string;
  holderId: string;
  inventors: string[];
  keywords: string[];
};
export type GraphGrant = {
  id: string;
  number: string;
  giverId: string;
  receiverId: string;
  leaders: string[];
  keywords: string[];
};
export type GraphTie = { fromId: string; kind: TieKind; toId: string };

export type InterestGraph = {
  people: GraphPerson[];
  organisations: GraphOrganisation[];
  patents: GraphPatent[];
  grants: GraphGrant[];
  ties: GraphTie[];
  /** `text` is all that the candidate says of itself: title, case, and the words of its definition. */
  candidate: { id: string; title: string; text: string };
};

export const nodeKinds = ["person", "organisation", "patent", "grant", "candidate"] as const;
export type NodeKind = (typeof nodeKinds)[number];
export type GraphNode = { kind: NodeKind; id: string; name: string };

export const relations = [
  "employed-by",
  "nominated-by",
  "invented",
  "leads",
  "part-of",
  "has-part",
  "supplies",
  "supplied-by",
  "holds",
  "receives",
  "gives",
  "shares-words",
  "named-by",
] as const;
export type Relation = (typeof relations)[number];

/** One step of a path; `words` are those of the candidate that a patent or grant names. */
export type GraphEdge = { from: GraphNode; relation: Relation; to: GraphNode; words: string[] };

export type Match = {
  personId: string;
  /** The kind of interest that the path suggests. */
  kind: InterestKind;
  organisationId: string | null;
  /** The number of the patent or grant on the path. */
  reference: string | null;
  path: GraphEdge[];
};

/** Longer chains say nothing about a person any more. */
const stepsMax = 4;

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word));

/** Whether the words of the phrase stand in the text one after the other, without regard to case, hyphen or plural. */
export function namesPhrase(text: string, phrase: string): boolean {
  const sought = plain(phrase).join(" ");
  return sought !== "" && ` ${plain(text).join(" ")} `.includes(` ${sought} `);
}

const edge = (from: GraphNode, relation: Relation, to: GraphNode, words: string[] = []): GraphEdge => ({
  ...{ from, relation, to, words },
});

/** Every edge of the graph, read away from people and towards the candidate. Ends that are not in the graph have none. */
export function graphEdges(graph: InterestGraph): GraphEdge[] {
  const nodes = new Map<string, GraphNode>();
  const add = (kind: NodeKind, id: string, name: string) => nodes.set(`${kind} ${id}`, { kind, id, name });
  for (const { id, name } of graph.people) add("person", id, name);
  for (const { id, name } of graph.organisations) add("organisation", id, name);
  for (const { id, office, number } of graph.patents) add("patent", id, `${office} ${number}`);
  for (const { id, number } of graph.grants) add("grant", id, number);
  add("candidate", graph.candidate.id, graph.candidate.title);
  const edges: GraphEdge[] = [];
  type End = [NodeKind, string | null];
  const join = ([fromKind, fromId]: End, relation: Relation, [toKind, toId]: End, words: string[] = []) => {
    const from = nodes.get(`${fromKind} ${fromId}`);
    const to = nodes.get(`${toKind} ${toId}`);
    if (from && to) edges.push(edge(from, relation, to, words));
  };
  for (const { id, employerId, nominators } of graph.people) {
    join(["person", id], "employed-by", ["organisation", employerId]);
    for (const body of nominators)
      if (body !== employerId) join(["person", id], "nominated-by", ["organisation", body]);
  }
  for (const { fromId, kind, toId } of graph.ties) {
    const back = kind === "part-of" ? "has-part" : "supplied-by";
    join(["organisation", fromId], kind, ["organisation", toId]);
    join(["organisation", toId], back, ["organisation", fromId]);
  }
  const here: End = ["candidate", graph.candidate.id];
  const common = (keywords: string[]) => keywords.filter((word) => namesPhrase(graph.candidate.text, word));
  for (const { id, holderId, inventors, keywords } of graph.patents) {
    for (const inventor of inventors) join(["person", inventor], "invented", ["patent", id]);
    join(["organisation", holderId], "holds", ["patent", id]);
    const words = common(keywords);
    if (words.length > 0) join(["patent", id], "shares-words", here, words);
  }
  for (const { id, giverId, receiverId, leaders, keywords } of graph.grants) {
    for (const leader of leaders) join(["person", leader], "leads", ["grant", id]);
    join(["organisation", receiverId], "receives", ["grant", id]);
    join(["organisation", giverId], "gives", ["grant", id]);
    const words = common(keywords);
    if (words.length > 0) join(["grant", id], "shares-words", here, words);
  }
  for (const { id, name } of graph.organisations)
    if (namesPhrase(graph.candidate.text, name)) join(["organisation", id], "named-by", here);
  return edges;
}

const keyOf = ({ kind, id }: GraphNode) => `${kind} ${id}`;

function edgesByStart(edges: GraphEdge[]): Map<string, GraphEdge[]> {
  const byStart = new Map<string, GraphEdge[]>();
  for (const one of edges) byStart.set(keyOf(one.from), [...(byStart.get(keyOf(one.from)) ?? []), one]);
  return byStart;
}

/** What the path suggests: the thing that it ends with, else trade on the way, else the tie to the body itself. */
function matchOf(personId: string, path: GraphEdge[]): Match {
  const last = path.at(-1)!.from;
  const bodies = path.map(({ to }) => to).filter(({ kind }) => kind === "organisation");
  const traded = path.some(({ relation }) => relation === "supplies" || relation === "supplied-by");
  const tied = path[0]!.relation === "employed-by" ? "employment" : "advice-to-a-party";
  const kind =
    last.kind === "patent" ? "patent" : last.kind === "grant" ? "grant" : traded ? "customer-or-supplier" : tied;
  const reference = last.kind === "patent" || last.kind === "grant" ? last.name : null;
  return { personId, kind, organisationId: bodies.at(-1)?.id ?? null, reference, path };
}

/**
 * The matches of one person with the candidate, the shortest path to each patent, grant or body that touches it. A tie of a
 * tie of a tie is no longer proposed.
 */
export function proposeMatches(personId: string, graph: InterestGraph): Match[] {
  const edges = edgesByStart(graphEdges(graph));
  const found = new Map<string, GraphEdge[]>();
  const seen = new Set([`person ${personId}`]);
  let paths: GraphEdge[][] = (edges.get(`person ${personId}`) ?? []).map((one) => [one]);
  for (let steps = 1; steps <= stepsMax && paths.length > 0; steps += 1) {
    const longer: GraphEdge[][] = [];
    for (const path of paths) {
      const end = path.at(-1)!;
      if (end.to.kind === "candidate") {
        if (!found.has(keyOf(end.from))) found.set(keyOf(end.from), path);
        continue;
      }
      if (seen.has(keyOf(end.to))) continue;
      seen.add(keyOf(end.to));
      for (const next of edges.get(keyOf(end.to)) ?? []) longer.push([...path, next]);
    }
    paths = longer;
  }
  return [...found.values()].map((path) => matchOf(personId, path));
}

/** Whether a declaration already says what was proposed: the same kind with the same body or number. */
export function isAnswered(
  match: Pick<Match, "kind" | "organisationId" | "reference">,
  parts: readonly Pick<InterestPart, "kind" | "organisationId" | "reference">[],
): boolean {
  return parts.some((part) => {
    const sameBody = match.organisationId !== null && part.organisationId === match.organisationId;
    const sameNumber =
      match.reference !== null && part.reference !== null && namesPhrase(match.reference, part.reference);
    return sameNumber || (sameBody && (part.kind === match.kind || part.kind === "employment"));
  });
}
