import { listWords } from "@/lib/kernel/words";
import type { Obstacle } from "./cost";

const words: Readonly<Record<Obstacle, string>> = {
  hub: "it is in a hub that the school did not choose, or that takes no guests",
  day: "it meets on a day on which the school cannot attend",
  distance: "it is farther than the school travels",
  place_unknown: "the way there cannot be measured",
  own_lead: "somebody of the school leads it",
  by_hand: "the school is kept out of it by hand",
};

/** Why a group is not open to a school, for its hub. */
export function sayObstacles(obstacles: readonly Obstacle[]): string {
  return listWords(obstacles.map((one) => words[one]));
}
