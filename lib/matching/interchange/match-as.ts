import { buildSizedProblem } from "../build-sized-problem";
import { explainApplications, explainerOf } from "../explain-applications";
import { explainSized } from "../explain-sized";
import { buildInstance, type Instance } from "../instance";
import { prove, solve } from "../match";
import type { MatchInput } from "../match-input";
import type { SizedApplicationResult } from "../match-outcome";
import { placeSizedWithinLimits } from "../place-sized-within-limits";
import { placeWholeWithinLimits } from "../place-whole-within-limits";
import type { PricedPlacement } from "../polish-placement";
import type { Certificate } from "../solver/certificate";
import type { Placement } from "../solver/placement";
import type { CommandOptions } from "./command-options";
import { type ComponentFigures, componentFigures } from "./component-figures";
import type { InstanceFile } from "./instance-file";
import { lateIds } from "./late-ids";
import { type LateFigures, placeLate } from "./place-late";
import type { stopLaps } from "./stop-laps";

/** For bounds on components in which people are counted; others need no time. */
const LIMITS_SECONDS = 60;

export interface Source {
  readonly file: InstanceFile;
  readonly whole: MatchInput;
  readonly laps: ReturnType<typeof stopLaps>;
}

export interface Matched {
  readonly instance: Instance;
  readonly placement: PricedPlacement;
  readonly certificate: Certificate;
  readonly explain: (placement: PricedPlacement) => SizedApplicationResult[];
  /** Of late applications, and of components where groups have least sizes or limits of people. */
  readonly figures?: { readonly late: LateFigures } | { readonly components: ComponentFigures };
}

/** Matches an instance in the way that is asked for: whole, with least sizes, or with late applications. */
export function matchAs({ sizes, late }: CommandOptions, source: Source): Matched | Promise<Matched> {
  if (sizes) return matchSized(source, sizes);
  return late ? matchLate(source, late) : matchWhole(source);
}

async function matchWhole({ whole, laps }: Source): Promise<Matched> {
  const { placed, components } = await placeWholeWithinLimits(
    whole,
    { timeLimit: LIMITS_SECONDS },
    (input) => {
      const built = buildInstance(input);
      laps.end("build");
      const solved = solve(built).placement;
      laps.end("solve");
      return { instance: built, placement: solved, groupOf: solved.toGroups() };
    },
  );
  const found = matched(placed.instance, placed.placement);
  if (!components) return found;
  const { runs } = found.placement;
  return { ...found, figures: { components: componentFigures({ components, runs, faults: [] }) } };
}

function matchLate(
  { file, whole, laps }: Source,
  { share, mode }: NonNullable<CommandOptions["late"]>,
): Matched {
  const { instance, placement, figures } = placeLate(whole, lateIds(file, share), mode);
  laps.end("solve");
  return { ...matched(instance, placement), figures: { late: figures } };
}

function matched(instance: Instance, placement: Placement): Matched {
  const { groups, waitingWeight } = instance.problem;
  const priced = {
    groupOf: placement.toGroups(),
    price: placement.price,
    waitingWeight,
    minimum: new Int32Array(groups),
    runs: new Uint8Array(groups).fill(1),
  };
  return {
    instance,
    placement: priced,
    certificate: prove(instance, placement),
    explain: (wanted) =>
      wanted === priced
        ? explainApplications(instance, explainerOf(placement))
        : explainSized(instance, wanted),
  };
}

async function matchSized(
  { whole, laps }: Source,
  sizes: NonNullable<CommandOptions["sizes"]>,
): Promise<Matched> {
  const { instance, placement, certificate } = await placeSizedWithinLimits(whole, sizes, laps.end);
  laps.end("solve");
  const { minimum } = buildSizedProblem(instance);
  return {
    instance,
    placement: { ...placement, minimum },
    certificate,
    explain: (polished) => explainSized(instance, polished),
    figures: { components: componentFigures(placement) },
  };
}
