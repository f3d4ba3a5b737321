import { daysBetween, type IsoDate } from "@/lib/kernel/dates";
import type { Decision } from "./rules";

/** What decides whether an application waits for its school. Dates are ISO dates in London. */
export interface TaskFacts {
  readonly decision: Decision;
  readonly placement: string;
  readonly answerBy: IsoDate | null;
  readonly closesOn: IsoDate;
  /** The suggestion of a hub that redirected, as long as nothing has been made of it. */
  readonly suggestionIsDraft: boolean;
}

export type TaskKind = "answer_place" | "ask_headteacher" | "read_suggestion" | "send_draft";

export interface Task<Facts> {
  readonly kind: TaskKind;
  readonly application: Facts;
  /** The day after which it is too late; none where nothing runs out. */
  readonly by: IsoDate | null;
}

/** In the order in which they press: what others wait for comes before what nobody has seen yet. */
const pressing: readonly TaskKind[] = ["answer_place", "ask_headteacher", "read_suggestion", "send_draft"];

/** The one thing that a school's home opens with: the most pressing kind, and of that the one that runs out first. */
export function firstTask<Facts extends TaskFacts>(
  applications: readonly Facts[],
  today: IsoDate,
): Task<Facts> | undefined {
  return applications.flatMap((application) => taskOf(application, today)).sort(byUrgency)[0];
}

function taskOf<Facts extends TaskFacts>(application: Facts, today: IsoDate): Task<Facts>[] {
  const { decision, placement, answerBy, closesOn } = application;
  if (decision === "approved" && placement === "offered")
    return [{ kind: "answer_place", application, by: answerBy }];
  if (decision === "awaiting_headteacher") return [{ kind: "ask_headteacher", application, by: closesOn }];
  if (decision === "redirected" && application.suggestionIsDraft)
    return [{ kind: "read_suggestion", application, by: null }];
  if (decision === "draft" && closesOn >= today) return [{ kind: "send_draft", application, by: closesOn }];
  return [];
}

function byUrgency<Facts>(one: Task<Facts>, other: Task<Facts>): number {
  const rank = pressing.indexOf(one.kind) - pressing.indexOf(other.kind);
  if (rank !== 0) return rank;
  if (one.by === null || other.by === null) return Number(one.by === null) - Number(other.by === null);
  return daysBetween(other.by, one.by);
}
