import { addDays, type IsoDate } from "@/lib/kernel/dates";
import { addWorkingDays } from "@/lib/kernel/working-days";
import { openStatuses, type WorkGroupStatus } from "@/lib/workgroups/rules";

export const matchRunStatuses = [
  "queued",
  "computing",
  "computed",
  "reviewed",
  "published",
  "discarded",
  "failed",
] as const;
export type MatchRunStatus = (typeof matchRunStatuses)[number];

/** What a match run may become. A published run is published again for the parts that were kept back. */
export const matchRunTransitions: Readonly<Record<MatchRunStatus, readonly MatchRunStatus[]>> = {
  queued: ["computing", "failed", "discarded"],
  computing: ["computing", "computed", "failed", "discarded"],
  computed: ["reviewed", "discarded"],
  reviewed: ["published", "discarded"],
  published: ["published"],
  discarded: [],
  failed: [],
};

export function mayBecome(from: MatchRunStatus, to: MatchRunStatus): boolean {
  return matchRunTransitions[from].includes(to);
}

/** Of one hub and offer, one run at most is in one of these. */
export const openRunStatuses = [
  "queued",
  "computing",
  "computed",
  "reviewed",
] as const satisfies readonly MatchRunStatus[];

export function isOpenRun(status: MatchRunStatus): boolean {
  return openRunStatuses.some((open) => open === status);
}

/** Placements of approved applications that a match may still place. */
export const placeable = ["unplaced", "waiting"] as const;

export function isPlaceable({
  decision,
  placement,
}: {
  readonly decision: string;
  readonly placement: string;
}) {
  return decision === "approved" && placeable.some((one) => one === placement);
}

/** Those that a repair may move to another group. */
const movable = ["offered", "accepted"] as const;

/** Placements of the applications that a run matches. */
export function matchable({ mayMove }: { readonly mayMove?: boolean }) {
  return [...placeable, ...(mayMove ? movable : [])];
}

export const matchNumbers = {
  /** How often a computation that broke off is begun again before the run counts as failed. */
  tries: 3,
  /** Simplex iterations that the exact solver may use for each component of a run. */
  exactWork: 100_000,
  /** Applications from which on a run is worked out in a thread, and the seconds after which that is ended. */
  inThread: 100,
  seconds: 570,
  /** Working days a school has to answer an offer, unless the hub says otherwise. */
  answerDays: 10,
  /** Calendar days within which an answer date has to lie: nobody holds a place open for a term. */
  longestAnswer: 92,
  /** Sessions of a group where the offer does not say; each takes one of its lead's days. */
  usualSessions: 6,
  /** Groups that somebody leads in a year who has not said how many days they offer, and how far they travel. */
  usualGroups: 2,
  usualKm: 40,
} as const;

/** The role of everybody who leads for a hub, for programmes that ask for no designation. */
export const ANY_ROLE = "work_group_lead";

/** The date by which schools answer, when the hub chooses no other. */
export function usualAnswerDate(today: IsoDate): IsoDate {
  return addWorkingDays(today, matchNumbers.answerDays);
}

/** Offers that are made today are answered tomorrow at the earliest. */
export function whyNotAnswerBy(
  answerBy: IsoDate,
  today: IsoDate,
): "answer_by_past" | "answer_by_far" | undefined {
  if (answerBy <= today) return "answer_by_past";
  return answerBy > addDays(today, matchNumbers.longestAnswer) ? "answer_by_far" : undefined;
}

/** Working days that a school has at least to answer an offer of the waiting list. */
const SHORTEST_ANSWER = 2;

/** The date by which a school answers the offer of a place that came free: as usual, but before the group first meets. Undefined when that is too soon. */
export function freedAnswerDate(today: IsoDate, firstOn: IsoDate | null): IsoDate | undefined {
  const usual = usualAnswerDate(today);
  const latest = firstOn === null || firstOn > usual ? usual : addDays(firstOn, -1);
  return latest < addWorkingDays(today, SHORTEST_ANSWER) ? undefined : latest;
}

export interface FreedPlaceFacts {
  readonly status: WorkGroupStatus;
  readonly maximumSchools: number;
  readonly held: number;
  readonly isMatched: boolean;
  readonly firstOn: IsoDate | null;
}

/** Why the waiting list asks nobody for a place that came free. */
export function whyNotAskNext(
  { status, maximumSchools, held, isMatched, firstOn }: FreedPlaceFacts,
  today: IsoDate,
): "closed" | "not_matched" | "too_late" | "not_free" | undefined {
  if (!openStatuses.some((open) => open === status)) return "closed";
  if (!isMatched) return "not_matched";
  if (!freedAnswerDate(today, firstOn)) return "too_late";
  return held >= maximumSchools ? "not_free" : undefined;
}

export interface RunFacts {
  readonly status: MatchRunStatus;
}

export function whyNotReview({ status }: RunFacts): "not_computed" | "wrong_status" | undefined {
  if (mayBecome(status, "reviewed")) return undefined;
  return status === "queued" || status === "computing" ? "not_computed" : "wrong_status";
}

/** Results are changed by hand before the first of them is published, and never where schools that have a place may move. */
export function whyNotChangeRun({
  status,
  besideRunId,
}: RunFacts & { readonly besideRunId: string | null }):
  | "not_computed"
  | "published"
  | "wrong_status"
  | "change_of_repair"
  | undefined {
  if (besideRunId) return "change_of_repair";
  if (status === "queued" || status === "computing") return "not_computed";
  if (status === "published") return "published";
  return status === "computed" || status === "reviewed" ? undefined : "wrong_status";
}

/** One of the two runs of a repair is chosen when both are there, or one of them broke off or was thrown away. */
export function whyNotChoose(chosen: RunFacts, other: RunFacts): "not_computed" | "wrong_status" | undefined {
  const isUnderWay = ({ status }: RunFacts) => status === "queued" || status === "computing";
  if (isUnderWay(chosen) || isUnderWay(other)) return "not_computed";
  const isChoice = chosen.status === "computed" || chosen.status === "reviewed";
  return isChoice && other.status !== "published" ? undefined : "wrong_status";
}

export function whyNotPublish(
  { status }: RunFacts,
  hasNewerRun: boolean,
): "not_computed" | "not_reviewed" | "wrong_status" | "newer_run" | undefined {
  if (status === "queued" || status === "computing") return "not_computed";
  if (status === "computed") return "not_reviewed";
  if (!mayBecome(status, "published")) return "wrong_status";
  return hasNewerRun ? "newer_run" : undefined;
}

/** A proposal is of use as long as the run stands, published or not. */
export function whyNotPlan({ status }: RunFacts): "not_computed" | "wrong_status" | undefined {
  if (status === "queued" || status === "computing") return "not_computed";
  return status === "discarded" || status === "failed" ? "wrong_status" : undefined;
}

export function whyNotDiscard({ status }: RunFacts): "published" | "wrong_status" | undefined {
  if (mayBecome(status, "discarded")) return undefined;
  return status === "published" ? "published" : "wrong_status";
}
