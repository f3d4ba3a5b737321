import { buildSizedProblem } from "./build-sized-problem";
import {
  placeWithMinimumSizes,
  type SizedPlacement,
  type SizeOptions,
} from "./exact/place-with-minimum-sizes";
import type { Instance } from "./instance";
import { type Certificate, certify } from "./solver/certificate";

export interface PlacedSized {
  readonly placement: SizedPlacement;
  readonly certificate: Certificate;
}

/**
 * Places an instance with the least sizes of its groups, and has the independent checker hold the result against the
 * pairs. Its certificate proves the placement for the groups that run; `placement.components` says of each component
 * whether another set of groups could do better. Throws when the result does not pass.
 */
export async function placeSized(instance: Instance, options: SizeOptions): Promise<PlacedSized> {
  const problem = buildSizedProblem(instance);
  const placement = await placeWithMinimumSizes(problem, options);
  const { capacity, minimum } = problem;
  const terms = { capacity, minimum, waitingWeight: placement.waitingWeight, pairs: instance.pairs };
  const certificate = certify(terms, placement);
  if (!certificate.proved) throw new Error(`The result is not proved: ${JSON.stringify(certificate)}`);
  return { placement, certificate };
}
