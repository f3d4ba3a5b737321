import { weekdayNames } from "@/lib/kernel/dates";
import { daysOf, EVERY_DAY } from "@/lib/kernel/weekdays";
import { listWords } from "@/lib/kernel/words";
import type { MeetingMode } from "./input";

export interface Wishes {
  readonly impossibleDays: number;
  readonly preferredDays: number;
  readonly mode: MeetingMode;
  readonly maximumKm: number;
  readonly neighbourHubs: boolean;
}

const modeWords: Readonly<Record<MeetingMode, string>> = {
  face_to_face: "Face to face",
  online: "Online",
  either: "Face to face or online",
};

/** A school's wishes as it reads them back, and as its hub reads them. */
export function sayWishes(
  wishes: Wishes,
): Readonly<Record<"days" | "best" | "meeting" | "travel" | "hubs", string>> {
  return {
    days: sayDays(EVERY_DAY & ~wishes.impossibleDays, "Any day"),
    best: wishes.preferredDays === 0 ? "No day in particular" : sayDays(wishes.preferredDays, "Any day"),
    meeting: modeWords[wishes.mode],
    travel:
      wishes.mode === "online" ? "Not needed online" : `Up to ${wishes.maximumKm} km in a straight line`,
    hubs: wishes.neighbourHubs ? "A neighbouring hub's group is possible" : "Your own hub's groups only",
  };
}

function sayDays(bits: number, all: string): string {
  if (bits === EVERY_DAY) return all;
  return listWords(
    daysOf(bits).map((day) => weekdayNames[day] ?? ""),
    "or",
  );
}
