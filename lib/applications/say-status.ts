import { sayDay } from "@/lib/kernel/dates";
import type { Decision } from "./rules";

/** Who acts next: todo the reader, wait the other side, done nobody; no, bad and plain as the status tag draws them. */
export interface Status {
  readonly kind: "todo" | "wait" | "done" | "no" | "bad" | "plain";
  readonly words: string;
}

export interface StatusFacts {
  readonly decision: Decision;
  readonly placement: string;
  readonly answerBy: string | null;
  readonly headRefused: boolean;
  /** Of a draft: parts finished, and all parts. */
  readonly partsDone?: number;
  readonly partsAll?: number;
}

/** Where an application is, in the words of the school that made it. */
export function sayStatus(facts: StatusFacts): Status {
  switch (facts.decision) {
    case "draft":
      return { kind: "plain", words: sayDraft(facts) };
    case "awaiting_headteacher":
      return { kind: "todo", words: facts.headRefused ? "Headteacher said no" : "Headteacher to agree" };
    case "submitted":
      return { kind: "wait", words: "With your hub" };
    case "approved":
      return sayPlacement(facts);
    case "redirected":
      return { kind: "todo", words: "Something else suggested" };
    case "declined":
      return { kind: "no", words: "Not this time" };
    case "withdrawn":
      return { kind: "plain", words: "Withdrawn" };
  }
}

const placements: Readonly<Record<string, Status>> = {
  unplaced: { kind: "wait", words: "Approved, group to come" },
  proposed: { kind: "wait", words: "Approved, group to come" },
  waiting: { kind: "wait", words: "On the waiting list" },
  accepted: { kind: "done", words: "Placed" },
  started: { kind: "done", words: "Under way" },
  completed: { kind: "done", words: "Completed" },
  paused: { kind: "plain", words: "Paused" },
  declined: { kind: "plain", words: "You declined the place" },
  lapsed: { kind: "no", words: "The offer ran out" },
  withdrawn: { kind: "plain", words: "Withdrawn" },
};

function sayPlacement({ placement, answerBy }: StatusFacts): Status {
  if (placement === "offered" && answerBy) return { kind: "todo", words: `Answer by ${sayDay(answerBy)}` };
  return placements[placement] ?? { kind: "wait", words: "Approved" };
}

function sayDraft({ partsDone, partsAll }: StatusFacts): string {
  return partsAll === undefined ? "Draft" : `Draft, ${partsDone ?? 0} of ${partsAll} parts`;
}

/** The same for the hub's own lists. */
export function sayHubStatus(facts: StatusFacts & { readonly duplicates: number }): Status {
  if (facts.decision === "submitted" && facts.duplicates > 0)
    return { kind: "bad", words: "Check duplicate" };
  if (facts.decision === "submitted") return { kind: "wait", words: "To decide" };
  if (facts.decision === "awaiting_headteacher") return { kind: "todo", words: "Head to agree" };
  if (facts.decision === "redirected") return { kind: "plain", words: "Redirected" };
  if (facts.decision === "declined") return { kind: "no", words: "Declined" };
  if (facts.decision === "withdrawn") return { kind: "plain", words: "Withdrawn" };
  return hubPlacements[facts.placement] ?? { kind: "done", words: "Approved" };
}

const hubPlacements: Readonly<Record<string, Status>> = {
  waiting: { kind: "wait", words: "Waiting list" },
  offered: { kind: "wait", words: "Place offered" },
  accepted: { kind: "done", words: "Placed" },
  started: { kind: "done", words: "Under way" },
  completed: { kind: "done", words: "Completed" },
  declined: { kind: "no", words: "Place declined" },
  lapsed: { kind: "no", words: "Offer ran out" },
  withdrawn: { kind: "plain", words: "Withdrawn" },
};
