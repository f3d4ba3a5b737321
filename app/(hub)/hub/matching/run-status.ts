import type { StatusKind } from "@/app/_components/status-tag";
import type { MatchRunStatus } from "@/lib/matching/rules";

/** A run's state as a tag. */
export const runStatus: Readonly<Record<MatchRunStatus, { kind: StatusKind; words: string }>> = {
  queued: { kind: "wait", words: "In the queue" },
  computing: { kind: "wait", words: "Being worked out" },
  computed: { kind: "todo", words: "To look through" },
  reviewed: { kind: "todo", words: "To publish" },
  published: { kind: "done", words: "Published" },
  discarded: { kind: "plain", words: "Discarded" },
  failed: { kind: "bad", words: "Broke off" },
};
