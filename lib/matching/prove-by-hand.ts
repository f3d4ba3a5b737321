import { buildSizedProblem } from "./build-sized-problem";
import type { ComponentStatus } from "./exact/place-with-minimum-sizes";
import { costOf, type Gap, type Proof } from "./exact/size-component";
import type { PlacedByHand } from "./place-by-hand";
import { tryEveryOpenSet } from "./solver/every-open-set";
import { OpenSetSearch } from "./solver/open-set-search";
import { arcsIn, type SizedComponent, splitIntoComponents } from "./solver/sized-components";
import { waitingByTier } from "./solver/waiting-by-tier";
import { raiseWorthBound } from "./solver/worth-bound";

/**
 * Whether around what was decided by hand another choice of groups could be better, of each set of schools and groups
 * that have to do with each other: as in a run, but without the exact solver, so that it answers at once. A group in
 * which somebody was put counts as one of any size, so that what is proved holds all the more.
 */
export function proveByHand({ instance, placement }: PlacedByHand): ComponentStatus[] {
  return splitIntoComponents(buildSizedProblem(instance)).map((component) => {
    const { applications, groups } = component;
    const proof = new ProofByHand(component, arcsIn(component, placement.groupOf)).find();
    return { applications, groups, proved: proof.gap === null, ...proof };
  });
}

interface Found {
  readonly waiting: readonly number[];
  readonly cost: number;
}

class ProofByHand {
  private readonly component: SizedComponent;
  private readonly placed: Found;
  private readonly search: OpenSetSearch;

  constructor(component: SizedComponent, arcOf: Int32Array) {
    this.component = component;
    this.placed = this.worthOf(arcOf);
    this.search = new OpenSetSearch(component);
  }

  find(): { readonly proof: Proof | null; readonly gap: Gap | null } {
    const { search, component, placed } = this;
    search.begin();
    search.improve(0);
    const proof = this.proofOfSearch() ?? (tryEveryOpenSet(search, component) ? "every set" : null);
    const best = this.worthOf(search.best.arcOf);
    if (proof) return isSame(placed, best) ? { proof, gap: null } : { proof: null, gap: gapOf(placed, best) };
    const isFewest = placed.waiting.every((n, tier) => n === search.flowWaiting[tier]);
    if (!isFewest)
      return {
        proof: null,
        gap: { ...gapOf(placed, { waiting: search.flowWaiting, cost: 0 }), points: null },
      };
    const worth = Float64Array.from({ length: component.applications }, (_, a) => search.best.value(a));
    const { bound } = raiseWorthBound(component, search.incoming, { ...placed, worth });
    if (bound > placed.cost - 1) return { proof: "bound", gap: null };
    return { proof: null, gap: gapOf(placed, { waiting: placed.waiting, cost: Math.ceil(bound - 1e-4) }) };
  }

  private proofOfSearch(): Proof | null {
    const { search } = this;
    if (search.best.total === search.flowBound) return "flow";
    return search.slack() === 0 ? "prices" : null;
  }

  private worthOf(arcOf: Int32Array): Found {
    return { waiting: waitingByTier(this.component, arcOf), cost: costOf(this.component, arcOf) };
  }
}

function isSame(one: Found, other: Found): boolean {
  return one.cost === other.cost && one.waiting.every((n, tier) => n === other.waiting[tier]);
}

/** Points while as many wait of each tier; otherwise it is open what it would cost. */
function gapOf(placed: Found, best: Found): Gap {
  const waiting = placed.waiting.map((n, tier) => Math.max(0, n - (best.waiting[tier] ?? 0)));
  const isFewest = waiting.every((n) => n === 0);
  return { waiting, points: isFewest ? Math.max(0, placed.cost - best.cost) : null };
}
