/**
 * Holds a placement and prices against the problem and says whether they prove each other (invariants I1 to I5
 * of model.md section 2.8); of groups with a least size, for the set of groups that runs. Reads the pairs as they were given, recomputes every figure and shares no code with
 * the solver.
 */
export interface Claim {
  /** The group of every application, -1 = waiting. */
  readonly groupOf: ArrayLike<number>;
  /** Points, one for each group. */
  readonly price: ArrayLike<number>;
  /** 1 for each group that runs; all do when not given. */
  readonly runs?: ArrayLike<number>;
}

export interface Terms {
  readonly capacity: ArrayLike<number>;
  /** Schools a group needs to run; 0 when not given. */
  readonly minimum?: ArrayLike<number>;
  readonly waitingWeight: ArrayLike<number>;
  readonly pairs: {
    readonly application: ArrayLike<number>;
    readonly group: ArrayLike<number>;
    readonly cost: ArrayLike<number>;
  };
}

export type Fault =
  | "not_one_line_each"
  | "unknown_group"
  | "not_eligible"
  | "over_capacity"
  | "bad_price"
  | "below_minimum"
  | "does_not_run"
  | "price_without_full_group"
  | "discount_above_minimum"
  | "not_exact"
  | "gap";

export interface Certificate {
  /** True when nothing is at fault: the placement is feasible and no other can cost less. */
  readonly proved: boolean;
  /** Sum of waiting weights and costs of the placement, in points. */
  readonly primal: number;
  /** What no placement can go below, by these prices. Equal to `primal` in a proof. */
  readonly dual: number;
  readonly faults: readonly { readonly fault: Fault; readonly at: number }[];
}

type FaultList = { fault: Fault; at: number }[];

export function certify(terms: Terms, claim: Claim): Certificate {
  const faults: FaultList = [];
  const applications = terms.waitingWeight.length;
  if (claim.groupOf.length !== applications || claim.price.length !== terms.capacity.length) {
    return {
      proved: false,
      primal: Number.NaN,
      dual: Number.NaN,
      faults: [{ fault: "not_one_line_each", at: -1 }],
    };
  }
  checkGroups(terms, claim, faults);
  const primal = primalOf(terms, claim, faults);
  const dual = dualOf(terms, claim);
  if (!Number.isSafeInteger(primal) || !Number.isSafeInteger(dual))
    faults.push({ fault: "not_exact", at: -1 });
  if (primal !== dual) faults.push({ fault: "gap", at: -1 });
  return { proved: faults.length === 0, primal, dual, faults };
}

function checkGroups(terms: Terms, claim: Claim, faults: FaultList): void {
  const groups = terms.capacity.length;
  const filled = new Array<number>(groups).fill(0);
  for (let a = 0; a < claim.groupOf.length; a++) {
    const group = claim.groupOf[a] ?? Number.NaN;
    if (group === -1) continue;
    if (!Number.isInteger(group) || group < 0 || group >= groups)
      faults.push({ fault: "unknown_group", at: a });
    else filled[group] = (filled[group] ?? 0) + 1;
  }
  filled.forEach((schools, group) => {
    for (const fault of faultsOfGroup(terms, claim, { group, schools })) faults.push({ fault, at: group });
  });
}

/** A price below 0 is a discount: it keeps schools in a group that would otherwise have fewer than it needs. */
function* faultsOfGroup(
  terms: Terms,
  claim: Claim,
  { group, schools }: { group: number; schools: number },
): Generator<Fault> {
  const places = terms.capacity[group] ?? 0;
  const least = terms.minimum?.[group] ?? 0;
  const price = claim.price[group] ?? Number.NaN;
  if (!isRunning(claim, group)) {
    if (schools > 0) yield "does_not_run";
    return;
  }
  if (schools > places) yield "over_capacity";
  if (schools < least) yield "below_minimum";
  if (!Number.isSafeInteger(price) || (price < 0 && least === 0)) yield "bad_price";
  else if (price > 0 && schools < places) yield "price_without_full_group";
  else if (price < 0 && schools > least) yield "discount_above_minimum";
}

function isRunning({ runs }: Claim, group: number): boolean {
  return runs === undefined || runs[group] === 1;
}

/** Cost of the placement, and a fault for everybody who is in a group without an eligible pair. */
function primalOf(terms: Terms, claim: Claim, faults: FaultList): number {
  const { application, group, cost } = terms.pairs;
  const paid = Array.from(terms.waitingWeight, (weight, a) =>
    claim.groupOf[a] === -1 ? weight : Number.NaN,
  );
  for (let pair = 0; pair < application.length; pair++) {
    const a = application[pair] ?? Number.NaN;
    if (claim.groupOf[a] === group[pair]) paid[a] = cost[pair] ?? Number.NaN;
  }
  let total = 0;
  paid.forEach((points, a) => {
    if (Number.isNaN(points)) faults.push({ fault: "not_eligible", at: a });
    else total += points;
  });
  return total;
}

/** The least each application could pay at these prices, less what the places are worth. */
function dualOf(terms: Terms, claim: Claim): number {
  const { price } = claim;
  const { application, group, cost } = terms.pairs;
  const least = Array.from(terms.waitingWeight);
  for (let pair = 0; pair < application.length; pair++) {
    const a = application[pair] ?? Number.NaN;
    if (!isRunning(claim, group[pair] ?? Number.NaN)) continue;
    const pays = (cost[pair] ?? Number.NaN) + (price[group[pair] ?? Number.NaN] ?? Number.NaN);
    if (pays < (least[a] ?? Number.NEGATIVE_INFINITY)) least[a] = pays;
  }
  let total = 0;
  for (const points of least) total += points;
  for (let g = 0; g < price.length; g++) {
    if (!isRunning(claim, g)) continue;
    const points = price[g] ?? Number.NaN;
    total -= points * ((points < 0 ? terms.minimum?.[g] : terms.capacity[g]) ?? Number.NaN);
  }
  return total;
}
