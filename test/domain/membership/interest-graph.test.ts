/** The interest graph: which paths it finds, what it proposes, and where its picture puts things. */
import { describe, expect, test } from "vitest";
import {
  type InterestGraph,
  isAnswered,
  namesPhrase,
  proposeMatches,
} from "../../../domain/membership/interest-graph.ts";
import { layOut, nodeWidth } from "../../../domain/membership/interest-picture.ts";

const graph: InterestGraph = {
  people: [
    { id: "anna", name: "Anna", employerId: "lab", nominators: [] },
    { id: "bo", name: "Bo", employerId: "shop", nominators: ["fjord"] },
    { id: "cy", name: "Cy", employerId: null, nominators: [] },
    { id: "di", name: "Di", employerId: "far", nominators: [] },
  ],
  organisations: [
    { id: "lab", name: "Cold Lab" },
    { id: "fjord", name: "Fjord Quantum AS" },
    { id: "shop", name: "Tube Shop" },
    { id: "far", name: "Far Away" },
    { id: "council", name: "Research Council" },
  ],
  patents: [
    {
      id: "p1",
      number: "1",
      office: "EPO",
      holderId: "fjord",
      inventors: ["cy"],
      keywords: ["superconducting qubits"],
    },
    { id: "p2", number: "2", office: "EPO", holderId: "far", inventors: [], keywords: ["steam engine"] },
  ],
  grants: [
    { id: "g1", number: "G1", giverId: "council", receiverId: "lab", leaders: [], keywords: ["error correction"] },
  ],
  ties: [
    { fromId: "lab", kind: "part-of", toId: "fjord" },
    { fromId: "shop", kind: "supplies", toId: "fjord" },
  ],
  candidate: {
    id: "c",
    title: "Quantum computers",
    text: "Machines with super-conducting-qubit? A superconducting qubit; error-correction.",
  },
};

const told = (person: string) =>
  proposeMatches(person, graph).map(({ kind, organisationId, path }) => [
    kind,
    organisationId,
    path.map(({ relation }) => relation).join(" "),
  ]);

describe("[X2] the graph", () => {
  test("reads words without regard to case, hyphen or plural, and only whole ones", () => {
    expect(namesPhrase("Superconducting Qubit arrays", "superconducting qubits")).toBe(true);
    expect(namesPhrase("error-correction", "Error correction")).toBe(true);
    expect(namesPhrase("qubitization", "qubit")).toBe(false);
    expect(namesPhrase("anything", " - ")).toBe(false);
  });

  test("proposes by the shortest path from the person, with the words that it shares", () => {
    expect(told("anna")).toEqual([
      ["grant", "lab", "employed-by receives shares-words"],
      ["patent", "fjord", "employed-by part-of holds shares-words"],
    ]);
    expect(told("bo")).toEqual([
      ["patent", "fjord", "nominated-by holds shares-words"],
      ["grant", "lab", "nominated-by has-part receives shares-words"],
    ]);
    expect(told("cy")).toEqual([["patent", null, "invented shares-words"]]);
    expect(proposeMatches("cy", graph)[0]!.path.at(-1)!.words).toEqual(["superconducting qubits"]);
  });

  test("proposes nothing where no word is shared, and to nobody whom it does not know", () => {
    expect(told("di")).toEqual([]);
    expect(told("nobody")).toEqual([]);
  });

  test("finds a body that the candidate itself names, and trade with it", () => {
    const named = { ...graph, candidate: { ...graph.candidate, text: "Made by Fjord Quantum AS." } };
    const bo = { ...named, people: [{ id: "bo", name: "Bo", employerId: "shop", nominators: [] }] };
    expect(proposeMatches("bo", bo)).toMatchObject([{ kind: "customer-or-supplier", organisationId: "fjord" }]);
    expect(proposeMatches("anna", named)).toMatchObject([{ kind: "employment", organisationId: "fjord" }]);
  });

  test("takes a proposal as answered where the declaration names its number, or its body", () => {
    const match = { kind: "patent" as const, organisationId: "fjord", reference: "EPO 3 911 204" };
    const part = { kind: "family" as const, organisationId: null, reference: null };
    expect(isAnswered(match, [{ ...part, reference: "3911204" }])).toBe(false);
    expect(isAnswered(match, [{ ...part, reference: "3 911 204" }])).toBe(true);
    expect(isAnswered(match, [{ ...part, organisationId: "fjord" }])).toBe(false);
    expect(isAnswered(match, [{ ...part, kind: "employment", organisationId: "fjord" }])).toBe(true);
    expect(isAnswered(match, [])).toBe(false);
  });
});

describe("[X2] the picture", () => {
  const lines = ["anna", "bo", "cy"].flatMap((person) => proposeMatches(person, graph).flatMap(({ path }) => path));

  test("puts people, bodies, patents and grants, and the candidate in columns, each once, in any order of lines", () => {
    const picture = layOut(lines);
    const column = (name: string) => picture.nodes.find((node) => node.name === name)!.column;
    expect([column("Anna"), column("Cold Lab"), column("EPO 1"), column("G1"), column("Quantum computers")]).toEqual([
      ...[0, 1, 2, 2, 3],
    ]);
    expect(new Set(picture.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(picture.nodes.length);
    expect(Math.max(...picture.nodes.map(({ x }) => x + nodeWidth))).toBe(picture.width);
    expect(layOut([...lines].reverse())).toEqual(picture);
    expect(layOut([]).nodes).toEqual([]);
  });
});
