import type { NewGroupSize } from "../group-ideas";
import type { GroupNorm } from "../match-input";
import type { InstanceFile } from "./instance-file";

/** How large the groups of each offer are, read from the groups that its programme has: the least they need and the most any takes. */
export function normsOf({ programmes, groups, applications }: InstanceFile): ReadonlyMap<string, GroupNorm> {
  const sizes = new Map<number, { minimum: number; capacity: number }>();
  for (const { prog, min, cap } of groups) {
    const known = sizes.get(prog) ?? { minimum: min, capacity: cap };
    sizes.set(prog, { minimum: Math.min(known.minimum, min), capacity: Math.max(known.capacity, cap) });
  }
  const roles = new Map(programmes.map(({ id, role }) => [id, role]));
  const norms = new Map<string, GroupNorm>();
  for (const { prog, stage } of applications) {
    const size = sizes.get(prog);
    const role = roles.get(prog);
    if (size && role !== undefined) norms.set(offerOf({ prog, stage }), { ...size, role });
  }
  return norms;
}

/** The same for explanations, which look at offers of programmes without a group too: as small as any that are known. */
export function newGroupSizesOf(file: InstanceFile): ReadonlyMap<string, NewGroupSize> {
  const norms = normsOf(file);
  const known = [...norms.values()];
  if (known.length === 0) return norms;
  const minimum = Math.min(...known.map((norm) => norm.minimum));
  const capacity = Math.min(...known.map((norm) => norm.capacity));
  const guess: NewGroupSize = { minimum, capacity, isGuess: true };
  return new Map(file.applications.map(offerOf).map((offer) => [offer, norms.get(offer) ?? guess]));
}

function offerOf({ prog, stage }: { readonly prog: number; readonly stage: number }): string {
  return `${prog}/${stage}`;
}
