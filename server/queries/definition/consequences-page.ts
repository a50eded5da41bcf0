/** What a text does in numbers: its thresholds, and the real systems with the figures that it asks for. */

import { candidateThing, findCandidate } from "../../../db/store/candidate.ts";
import { findDefinition, findVersion, loadVersionHeads } from "../../../db/store/definition.ts";
import { findCommittee, findMembers } from "../../../db/store/membership.ts";
import { findSystemsWith, type SystemRow } from "../../../db/store/system.ts";
import { conditionsOf, quantitiesOf } from "../../../domain/definition/consequences/conditions.ts";
import { readThreshold, thresholdsIn } from "../../../domain/definition/consequences/thresholds.ts";
import type { Clause, ControlText } from "../../../domain/definition/control-text.ts";
import { numbers } from "../../../domain/definition/numbering.ts";
import { quantityKey } from "../../../domain/definition/quantity-key.ts";
import { isInCircle } from "../../../domain/membership/role.ts";
import { powers } from "../../../domain/powers.ts";
import { notFound } from "../../../domain/refusal.ts";
import { readHeadText } from "../../freeze-head.ts";
import { query } from "../../query.ts";
import { candidateHead } from "../candidate/candidate-head.ts";
import { asRefusals } from "../candidate/candidate-page.ts";

export type ConsequencesParams = {
  candidate: string;
  /** The number of a version; else the text as it stands now. */
  version?: string | null;
  /** The threshold that is moved, by its place. */
  threshold?: string | null;
  /** Where it is moved to, as typed. */
  value?: string | null;
};

/** What pictures and lists need of a system: its head, and of its figures those that the text asks for. */
function viewSystem(system: SystemRow, keys: Set<string>, memberNames: Map<string, string>) {
  const { id, name, maker, country, kind, year, area, figures } = system;
  return {
    ...{ id, name, maker, country, kind, year, area },
    /** The member whose the maker's country is; null for others. */
    member: country === null ? null : (memberNames.get(country) ?? null),
    figures: figures
      .filter(({ quantity }) => keys.has(quantityKey(quantity)))
      .map(({ quantity, value, unit, source, address, sourceDate, note }) => ({
        ...{ key: quantityKey(quantity), quantity, value, unit, source, address, sourceDate, note },
      })),
  };
}

const firstWords = (clause: Clause | undefined, most = 90): string => {
  const words =
    clause?.content.map((part) => ("text" in part ? part.text : "param" in part ? part.param.raw : "")) ?? [];
  const whole = words.join("");
  return whole.length > most ? `${whole.slice(0, most)}…` : whole;
};

export const consequencesPage = query(async (tx, actor, params: ConsequencesParams) => {
  const candidate = await findCandidate(tx, params.candidate);
  if (!candidate || !isInCircle(actor, candidate.committeeId)) return notFound();
  const definition = await findDefinition(tx, candidate.id);
  const number = /^\d{1,6}$/.test(params.version ?? "") ? Number(params.version) : null;
  const version = definition && number !== null ? await findVersion(tx, definition.id, number) : null;
  if (number !== null && !version) return notFound();
  const head = version ? null : await readHeadText(tx, candidate);
  const clauses = version ? (JSON.parse(version.text) as ControlText).clauses : (head?.text.clauses ?? []);
  const conditions = conditionsOf(clauses);
  const thresholds = thresholdsIn(conditions);
  const keys = quantitiesOf(conditions).map(({ key }) => key);
  const systems = await findSystemsWith(tx, candidate.committeeId, keys);
  const committee = (await findCommittee(tx, candidate.committeeId))!;
  const memberNames = new Map((await findMembers(tx)).map(({ code, name }) => [code, name] as const));
  const labels = numbers(clauses);
  const byNid = new Map(clauses.map((clause) => [clause.nid, clause]));
  return {
    candidate: candidateHead(candidate),
    committee: { code: committee.code, name: committee.name },
    versions: definition
      ? (await loadVersionHeads(tx, definition.id)).map(({ number, frozenAt }) => ({ number, frozenAt }))
      : [],
    /** The version whose text this is; null for the text as it stands now. */
    version: version?.number ?? null,
    conditions,
    labels: Object.fromEntries([...labels].map(([nid, label]) => [nid, label.replace(/\.$/, "")])),
    notInNumbers: conditions.notInNumbers.map((nid) => ({
      label: labels.get(nid) ?? "",
      words: firstWords(byNid.get(nid)),
    })),
    thresholds,
    chosen: {
      threshold: thresholds.find(({ id }) => id === params.threshold)?.id ?? null,
      value: params.value ? readThreshold(params.value) : null,
      /** What was typed and is no number. */
      unread: params.value && readThreshold(params.value) === null ? params.value.slice(0, 40) : null,
    },
    systems: systems.map((system) => viewSystem(system, new Set(keys), memberNames)),
    may: asRefusals({
      "record-system": powers["record-system"](actor, { committeeId: committee.id }),
      "propose-amendment": powers["propose-amendment"](actor, await candidateThing(tx, candidate)),
    }),
    topics: [`candidate:${candidate.id}`, `committee:${candidate.committeeId}`],
  };
});
