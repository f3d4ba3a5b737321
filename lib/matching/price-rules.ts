import { POLICY_NUMBERS } from "./policy-numbers";

/**
 * Whether so many points stand for somebody's place and not for journeys. Leaving a school waiting weighs at least fifty
 * moves (lib/matching/instance.ts), and no journey costs as much as one.
 */
export function endsWaiting(points: number): boolean {
  return points >= POLICY_NUMBERS.move;
}
