import type { OpenSetSearch } from "./open-set-search";
import type { SizedProblem } from "./sized-problem";

/** Two to the power of this many sets are tried in tens of milliseconds. */
const MOST_GROUPS = 9;

/** Tries every set of groups when there are few: afterwards the best is known. False when there are too many. */
export function tryEveryOpenSet(search: OpenSetSearch, { groups, minimum }: SizedProblem): boolean {
  const optional = Array.from({ length: groups }, (_, group) => group).filter(
    (group) => minimum[group] !== 0,
  );
  if (optional.length > MOST_GROUPS) return false;
  const wanted = new Uint8Array(groups).fill(1);
  for (let set = 0; set < 2 ** optional.length; set++) {
    optional.forEach((group, bit) => {
      wanted[group] = (set >> bit) & 1;
    });
    search.tryExactly(wanted);
  }
  return true;
}
