import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { sayDate } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";

const number = z.number().int().nonnegative();
const none = z.object({});

export const matchRunStarted = defineEvent(
  "match_run.started",
  z.object({ applications: number }),
  ({ applications }) => `A match of ${count(applications, "application")} was started`,
  "staff",
);
export const matchRunComputed = defineEvent(
  "match_run.computed",
  z.object({ inputHash: z.string(), placed: number, waiting: number, cost: number }),
  ({ placed, waiting }) => `The match was worked out and proved: ${placed} placed, ${waiting} waiting`,
  "staff",
);
export const matchRunFailed = defineEvent(
  "match_run.failed",
  z.object({ because: z.string(), tries: number }),
  ({ because }) => `The match could not be worked out. ${because}`,
  "staff",
);
export const matchRunReviewed = defineEvent(
  "match_run.reviewed",
  none,
  () => "The results were looked through",
  "staff",
);
export const matchRunPublished = defineEvent(
  "match_run.published",
  z.object({
    offered: number,
    moved: number.default(0),
    waiting: number,
    leftOut: number,
    answerBy: z.iso.date(),
    leads: number.default(0),
  }),
  ({ offered, moved, waiting, leftOut, answerBy, leads }) =>
    `${count(offered, "place")} offered, to be answered by ${sayDate(answerBy)}; ${moved > 0 ? `${count(moved, "school")} moved to another group; ` : ""}${count(waiting, "school")} told that they wait${leads > 0 ? `; ${count(leads, "group")} given ${leads === 1 ? "its" : "their"} lead` : ""}${leftOut > 0 ? `; ${leftOut} left out because something had changed` : ""}`,
  "staff",
);
const change = z.object({ school: z.string(), group: z.string(), kind: z.enum(["put", "keep_out"]) });
const sayChange = ({ school, group, kind }: z.infer<typeof change>) =>
  kind === "put" ? `${school} in ${group}` : `${school} not in ${group}`;

export const matchChangedByHand = defineEvent(
  "match_run.changed_by_hand",
  change.extend({ reason: z.string(), cost: z.string() }),
  (changed) =>
    `Decided by hand: ${sayChange(changed)}. Why: ${changed.reason}. What it costs: ${changed.cost}`,
  "staff",
);
export const matchChangeUndone = defineEvent(
  "match_run.change_undone",
  change,
  (changed) => `No longer decided by hand: ${sayChange(changed)}`,
  "staff",
);
export const matchGroupPlanned = defineEvent(
  "match_run.group_planned",
  z.object({ name: z.string(), schools: number }),
  ({ name, schools }) => `${name}, proposed for ${count(schools, "school")} that wait, was planned`,
  "staff",
);
export const matchRunDiscarded = defineEvent(
  "match_run.discarded",
  none,
  () => "The run was discarded. No school was told",
  "staff",
);

export const freePlaceOffered = defineEvent(
  "free_place.offered",
  z.object({ group: z.string(), answerBy: z.iso.date() }),
  ({ group, answerBy }) =>
    `A free place in ${group} went to the school whose turn it was by the match, to be answered by ${sayDate(answerBy)}`,
  "staff",
);

export const latePlaceOffered = defineEvent(
  "late_place.offered",
  z.object({ group: z.string(), answerBy: z.iso.date() }),
  ({ group, answerBy }) =>
    `A place in ${group} that was free after the match went to this application by the same rules, to be answered by ${sayDate(answerBy)}`,
  "staff",
);

export const repairChosen = defineEvent(
  "match_run.chosen",
  z.object({ mayMove: z.boolean() }),
  ({ mayMove }) =>
    mayMove
      ? "Of two ways to bring in late schools, the one that moves the fewest was chosen"
      : "Of two ways to bring in late schools, the one that moves nobody was chosen",
  "staff",
);

export const matchingEvents = [
  matchRunStarted,
  matchRunComputed,
  matchRunFailed,
  matchRunReviewed,
  matchRunPublished,
  matchChangedByHand,
  matchChangeUndone,
  matchGroupPlanned,
  matchRunDiscarded,
  freePlaceOffered,
  latePlaceOffered,
  repairChosen,
] as const;
