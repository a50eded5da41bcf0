/** The arithmetic of a ballot, written from the rule book alone: from roll, positions and events to the outcome. */

const hour = 3_600_000;
const at = (instant) => {
  const time = typeof instant === "string" && instant.endsWith("Z") ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`"${instant}" is no instant in UTC.`);
  return time;
};

const plain = ["yes", "no", "abstain", "recuse"];
const free = ["abstain", "recuse"];
const every = ["yes", "no-objection", "discuss", "no", "abstain", "recuse"];

/** Table B: the words of a type, what else a position may hold, and whether B12c asks for a quorum. */
const types = {
  recommendation: { words: every },
  iso: { words: plain, quorum: true },
  "simple-majority": { words: plain, quorum: true },
  "two-thirds": { words: plain },
  consensus: { words: ["yes", "no-objection", "discuss", "abstain", "recuse"], quorum: true },
  weighted: { words: plain },
  approval: { words: free, set: true, quorum: true },
  "ranked-irv": { words: free, ranking: true, quorum: true },
  "ranked-schulze": { words: free, ranking: true, ties: true, quorum: true },
  "straw-poll": { words: every, set: true, ranking: true, ties: true },
};

/** B6, B8, B9, B47: when the ballot closes in the end. */
export function closing(ballot) {
  let close = at(ballot.closesAt);
  const outages = [];
  for (const span of (ballot.outages ?? []).map((one) => [at(one.from), at(one.to)]).sort((a, b) => a[0] - b[0])) {
    const last = outages.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else if (span[1] > span[0]) outages.push(span);
  }
  const steps = outages.map(([from, to]) => ({ when: to, from, to }));
  for (const event of ballot.events) if (event.type === "extend") steps.push({ when: at(event.at), event });
  steps.sort((a, b) => a.when - b.when);
  let extended = 0;
  for (const { when, event, from, to } of steps) {
    if (event === undefined) {
      const counts = to - from >= 300_000;
      if (counts && from < close && to > close - 24 * hour) close = to + 24 * hour;
      else if (!counts && from < close && to > close) close = to;
      continue;
    }
    const next = at(event.closesAt);
    const inOrder = new Set(event.by).size >= 2 && when >= at(ballot.opensAt) && when <= close - 24 * hour;
    if (inOrder && extended < 2 && next > close && next - close <= 336 * hour) {
      close = next;
      extended += 1;
    }
  }
  return ballot.closedEarlyAt === undefined ? close : Math.min(close, at(ballot.closedEarlyAt));
}

function isWordOfType(ballot, position) {
  const { words, set, ranking, ties } = types[ballot.type];
  const options = ballot.options;
  const distinctOptions = (list) => new Set(list).size === list.length && list.every((one) => options.includes(one));
  if (position.word !== undefined)
    return words.includes(position.word) && !(position.word === "discuss" && ballot.mode === "SEALED");
  if (options === undefined) return false;
  if (position.set !== undefined) return set === true && distinctOptions(position.set);
  const places = position.ranking.map((place) => [place].flat());
  if (ranking !== true || places.some((place) => place.length === 0)) return false;
  return (ties === true || places.every((place) => place.length === 1)) && distinctOptions(places.flat());
}

/** P1: the first of the tests that a position fails, in their order; null if it is taken, or what it repeats (P6). */
function tested(ballot, recused, close, mine, position) {
  const when = at(position.at);
  const standing = mine.filter((one) => !isDisputed(one, close, when));
  const same = position.key === undefined ? undefined : standing.find((one) => one.key === position.key);
  if (same !== undefined) return { of: same.index };
  if (!ballot.roll.some((line) => line.seat === position.seat)) return { code: "seat" };
  if (when < at(ballot.opensAt)) return { code: "state" };
  if (when >= close) return { code: "late" };
  if (recused.has(position.seat) || standing.some((one) => one.word === "recuse")) return { code: "recused" };
  if (!isWordOfType(ballot, position)) return { code: "word" };
  const needs = ["no", "discuss", "recuse"].includes(position.word);
  if (needs && (position.reason ?? "").trim() === "") return { code: "reason-missing" };
  if (position.word === "discuss" && standing.some((one) => one.word === "discuss")) return { code: "limit" };
  return null;
}

/** P10: recorded for the seat, and disputed by it within 48 h after close. */
function isDisputed(position, close, now) {
  if (position.recordedBy === undefined || position.disputedAt === undefined) return false;
  const disputed = at(position.disputedAt);
  return disputed >= at(position.at) && disputed < close + 48 * hour && disputed <= now;
}

/** P13 to P19: what a Discuss that is still current counts as. */
function discussCounts(ballot, close, seat, made, eligibleAt) {
  const own = (type) =>
    ballot.events.filter((one) => one.type === type && one.seat === seat).sort((a, b) => at(a.at) - at(b.at));
  const answer = own("answer").find((one) => at(one.at) > made);
  let lapse = Number.POSITIVE_INFINITY;
  if (answer !== undefined) {
    lapse = at(answer.at) + 240 * hour;
    const renewed = own("renew").find((one) => at(one.at) >= at(answer.at) && at(one.at) < lapse);
    if (renewed !== undefined) lapse = at(renewed.at) + 240 * hour;
  }
  for (const override of ballot.type === "consensus" ? [] : own("override")) {
    const [announced, decided] = [at(override.announcedAt), at(override.at)];
    if (announced <= made || decided - announced < 48 * hour || decided >= close || lapse <= decided) continue;
    const eligible = eligibleAt(decided);
    const voices = (seats) => new Set(seats.filter((one) => one !== seat && eligible.has(one))).size;
    if (3 * voices(override.for) >= 2 * (eligible.size - 1) && voices(override.against) <= 2) return "no";
  }
  return lapse <= close ? "abstain" : "discuss";
}

/** B24. */
function approve(ballot, sets) {
  const approvals = Object.fromEntries(
    ballot.options.map((one) => [one, sets.filter((set) => set.includes(one)).length]),
  );
  const voters = sets.filter((set) => set.length > 0).length;
  let adopted = ballot.options.filter((one) => 2 * approvals[one] > voters);
  if (ballot.atMost !== undefined && adopted.length > ballot.atMost)
    adopted = adopted.filter(
      (one) => adopted.filter((other) => approvals[other] >= approvals[one]).length <= ballot.atMost,
    );
  return { approvals, adoptedOptions: adopted };
}

/** B25, B26. */
function runOff(ballot, rankings) {
  const tieOrder = ballot.tieOrder ?? ballot.options;
  const rounds = [];
  const order = [];
  let standing = [...ballot.options];
  while (standing.length > 1) {
    const votes = Object.fromEntries(standing.map((one) => [one, 0]));
    for (const ranking of rankings) {
      const first = ranking.flat().find((one) => standing.includes(one));
      if (first !== undefined) votes[first] += 1;
    }
    rounds.push(votes);
    if (standing.length === 2 && votes[standing[0]] === votes[standing[1]])
      return { rounds, order: null, winner: null };
    const worse = (one, other) => {
      if (votes[one] !== votes[other]) return votes[one] - votes[other];
      for (const round of rounds) if (round[one] !== round[other]) return round[one] - round[other];
      return tieOrder.indexOf(other) - tieOrder.indexOf(one);
    };
    const leaving = [...standing].sort(worse)[0];
    order.unshift(leaving);
    standing = standing.filter((one) => one !== leaving);
  }
  return { rounds, order: [standing[0], ...order], winner: standing[0] };
}

/** B27, B28. */
function beatpath(ballot, rankings) {
  const { options } = ballot;
  const place = (ranking, option) => {
    const index = ranking.findIndex((one) => [one].flat().includes(option));
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  };
  const pairwise = options.map((i) =>
    options.map((j) => rankings.filter((one) => place(one, i) < place(one, j)).length),
  );
  const path = pairwise.map((row, i) => row.map((votes, j) => (votes > pairwise[j][i] ? votes : 0)));
  for (const k of options.keys())
    for (const i of options.keys())
      for (const j of options.keys()) if (i !== j) path[i][j] = Math.max(path[i][j], Math.min(path[i][k], path[k][j]));
  const order = [];
  let left = [...options.keys()];
  while (left.length > 0) {
    const group = left.filter((i) => left.every((j) => path[j][i] <= path[i][j]));
    order.push(group.map((i) => options[i]));
    left = left.filter((i) => !group.includes(i));
  }
  return { pairwise, order, winner: order[0].length === 1 ? order[0][0] : null };
}

/** The conditions of a type that fail, by their ids; B12 before them. */
function failing(ballot, n, result) {
  const { type } = ballot;
  if (type === "straw-poll") return { outcome: "advisory", failing: [] };
  const quorum = [];
  if (n.E < 5) quorum.push("B12a");
  if (2 * n.E < n.R) quorum.push("B12b");
  if (types[type].quorum && 2 * n.P <= n.E) quorum.push("B12c");
  if (quorum.length > 0) return { outcome: "void", failing: quorum };
  const support = n.Y >= 3 && 5 * n.Y >= n.E;
  const lastRound = Object.values(result.rounds?.at(-1) ?? { only: 1 });
  const conditions = {
    recommendation: { B13: 3 * (n.Y + n.O) >= 2 * n.E, B14: support, B15: 3 * n.N <= n.Y + n.O, B16: n.D === 0 },
    iso: { B17: 3 * n.Yp >= 2 * (n.Yp + n.Np) && n.Yp + n.Np >= 1, B18: 4 * n.N <= n.Y + n.N },
    "simple-majority": { B19: n.Y > n.N },
    "two-thirds": { B20: 3 * n.Y >= 2 * n.R },
    consensus: { B14: support, B16: n.D === 0 },
    weighted: { B21: 20 * n.Y >= 11 * n.E, B22: 20 * n.wY >= 13 * n.wE || n.E - n.Y <= 3 },
    approval: { B24: (result.adoptedOptions ?? []).length > 0 },
    "ranked-irv": { B26: lastRound.length === 1 || lastRound[0] !== lastRound[1] },
    "ranked-schulze": { B28: result.order?.[0].length === 1 },
  }[type];
  const unmet = Object.keys(conditions).filter((id) => !conditions[id]);
  return { outcome: unmet.length === 0 ? "adopted" : "not-adopted", failing: unmet };
}

function count(ballot, recused, close) {
  const accepted = [];
  const refused = [];
  const duplicates = [];
  const inOrder = ballot.positions.map((position, index) => ({ ...position, index }));
  inOrder.sort((a, b) => at(a.at) - at(b.at) || a.index - b.index);
  for (const position of inOrder) {
    const mine = accepted.filter((one) => one.seat === position.seat);
    const fault = tested(ballot, recused, close, mine, position);
    if (fault === null) accepted.push(position);
    else if ("of" in fault) duplicates.push({ index: position.index, of: fault.of });
    else refused.push({ index: position.index, code: fault.code });
  }
  const standing = accepted.filter((one) => !isDisputed(one, close, Number.POSITIVE_INFINITY));
  const leftBy = (instant) =>
    standing.filter((one) => one.word === "recuse" && at(one.at) <= instant).map((one) => one.seat);
  const eligibleAt = (instant) => {
    const gone = new Set([...recused, ...leftBy(instant)]);
    return new Set(ballot.roll.map((line) => line.seat).filter((seat) => !gone.has(seat)));
  };
  const n = { R: ballot.roll.length, X: 0, E: 0, P: 0, Y: 0, O: 0, D: 0, N: 0, A: 0, S: 0, Yp: 0, Np: 0, wY: 0, wE: 0 };
  const letter = { yes: "Y", "no-objection": "O", discuss: "D", no: "N", abstain: "A" };
  const [sets, rankings] = [[], []];
  const eligible = eligibleAt(Number.POSITIVE_INFINITY);
  for (const { seat, class: kind, weight = 0 } of ballot.roll) {
    if (!eligible.has(seat)) {
      n.X += 1;
      continue;
    }
    n.E += 1;
    n.wE += weight;
    const current = standing.filter((one) => one.seat === seat).at(-1);
    if (current === undefined) {
      n.S += 1;
      continue;
    }
    n.P += 1;
    if (current.set !== undefined) sets.push(current.set);
    if (current.ranking !== undefined) rankings.push(current.ranking);
    if (current.word === undefined) continue;
    const word =
      current.word === "discuss" ? discussCounts(ballot, close, seat, at(current.at), eligibleAt) : current.word;
    n[letter[word]] += 1;
    if (word === "yes") n.wY += weight;
    if (kind === "P" && word === "yes") n.Yp += 1;
    if (kind === "P" && word === "no") n.Np += 1;
  }
  const byIndex = (a, b) => a.index - b.index;
  return { n, sets, rankings, refused: refused.sort(byIndex), duplicates: duplicates.sort(byIndex) };
}

function accountOf(ballot, recused, close) {
  const { n, sets, rankings, refused, duplicates } = count(ballot, recused, close);
  let result = {};
  if (ballot.type === "approval") result = approve(ballot, sets);
  if (ballot.type === "ranked-irv") result = runOff(ballot, rankings);
  if (ballot.type === "ranked-schulze") result = beatpath(ballot, rankings);
  if (ballot.type === "straw-poll" && ballot.options) result = { approvals: approve(ballot, sets).approvals };
  const judged = failing(ballot, n, result);
  if (judged.outcome === "void") {
    if (result.adoptedOptions) result.adoptedOptions = [];
    if ("winner" in result) result.winner = null;
    if (result.rounds) result.order = null;
  }
  if (ballot.type === "weighted") result = { weights: { wY: n.wY, wE: n.wE } };
  const { R, X, E, P, Y, O, D, N, A, S } = n;
  const aboutOptions =
    ballot.type === "straw-poll" ? ballot.options !== undefined : types[ballot.type].set || types[ballot.type].ranking;
  const counts = aboutOptions ? { R, X, E, P, A, S } : { R, X, E, Y, O, D, N, A, S };
  return { ...judged, counts, refused, duplicates, ...result };
}

/** The account of a ballot (B34), X8 included: the second account stands beside the first where interests came late. */
export function tally(ballot) {
  if (types[ballot.type] === undefined) throw new Error(`"${ballot.type}" is no type of table B.`);
  const close = closing(ballot);
  const first = accountOf(ballot, new Set(ballot.recused), close);
  const late = ballot.events
    .filter(
      (one) =>
        one.type === "interest-found" && at(one.at) >= close && ballot.roll.some((line) => line.seat === one.seat),
    )
    .map((one) => one.seat);
  if (late.length === 0) return { ...first, closesAt: close, flagged: false };
  const { outcome, failing: unmet, counts } = accountOf(ballot, new Set([...ballot.recused, ...late]), close);
  return { ...first, closesAt: close, flagged: true, recount: { outcome, failing: unmet, counts } };
}
