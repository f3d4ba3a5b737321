/** What each refusal of the progression deeds says. */
export const progressionRefusals = {
  not_found: "We cannot find that review. It may belong to another group or hub",
  changed_meanwhile: "Somebody changed this while you were looking. Read it again, then answer",
  not_on_ladder: "This group is not a stage of Teaching for Mastery, so there is nothing to recommend",
  not_started: "Mark the school in a register first: a review follows from a year’s work together",
  school_answered:
    "The school has answered already, so the recommendation stays as it is. Take it back to write it again",
  never: "This stage cannot follow: Development is done once, and secondary schools have no Readiness",
  school_first: "The school has not answered yet. You can decide when it has said that it continues",
  school_pauses: "The school does not continue, so there is nothing to decide. It may change its answer",
  decided: "The hub has decided already",
  not_decided: "The hub has not decided yet",
  reason_needed:
    "Say why: this differs from what the lead suggests, or from the usual way through the stages",
  no_offer: "The next year’s programme is not in the catalogue yet. Your hub will know when it comes",
  already_started: "The next application is there already",
  cannot_start: ({ sentence }: Readonly<Record<string, string | number>>) =>
    String(sentence ?? "The application cannot be started yet"),
} as const;

export type ProgressionRefusal = keyof typeof progressionRefusals;
