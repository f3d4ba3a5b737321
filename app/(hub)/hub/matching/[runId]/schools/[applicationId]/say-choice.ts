import { weekdayNames } from "@/lib/kernel/dates";
import type { ChangeChoice, ChoiceGroup } from "@/lib/matching/change-choices";
import { sayEffect } from "@/lib/matching/say-effect";

/** A choice as a radio button draws it. */
export interface ChoiceOfForm {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly disabled: boolean;
}

/** "Fernley Tuesday, Tuesdays, 3.1 km" */
export function sayGroup({ name, weekday, online, km }: ChoiceGroup): string {
  return `${name} (${weekdayNames[weekday]}s, ${online || km === null ? "online" : `${km.toFixed(1)} km`})`;
}

export function choiceItem({ kind, group, effect, why }: ChangeChoice, now: string | null): ChoiceOfForm {
  return {
    value: `${kind} ${group.id}`,
    label: labelOf(kind, group, now),
    hint: effect ? sayEffect(effect) : reasons[why ?? "change_too_few"],
    disabled: effect === undefined,
  };
}

function labelOf(kind: ChangeChoice["kind"], group: ChoiceGroup, now: string | null): string {
  if (kind === "keep_out") return `Not in ${group.name}: its best other place, or the waiting list`;
  return group.id === now
    ? `Keep it in ${sayGroup(group)}, whatever else is changed`
    : `Put it in ${sayGroup(group)}`;
}

const reasons: Readonly<Record<NonNullable<ChangeChoice["why"]>, string>> = {
  not_found: "This group is no longer part of the run",
  change_not_open: "Not open to the school",
  change_group_idle: "This group does not run: not enough schools could come",
  change_group_full: "Every place is held, or kept for a school by hand",
  change_too_few: "With that, a group would have fewer schools than it needs, and nobody else could come",
};
