export const phases = ["primary", "secondary"] as const;
export type Phase = (typeof phases)[number];

export const stages = ["readiness", "development", "embedding", "sustaining"] as const;
export type Stage = (typeof stages)[number];

/** Where a school stands on a ladder: at a stage, on a break after one (lapsed or withdrawn), or not begun. */
export const standings = ["none", ...stages, "break"] as const;
export type Standing = (typeof standings)[number];

/** `usual`: the ladder's own way. `override`: a step back, a skip or a repeat that the hub gives a reason for. */
export type Move = "usual" | "override" | "never";

type Ladder = Readonly<Record<Standing, Readonly<Record<Stage, Move>>>>;

/**
 * Which stage may follow where a school stands. Readiness is optional and may be repeated; a primary school may go from
 * Development straight to Sustaining; Sustaining is renewed every year; after a break a school returns to Sustaining.
 */
const primary: Ladder = {
  none: { readiness: "usual", development: "usual", embedding: "override", sustaining: "override" },
  readiness: { readiness: "usual", development: "usual", embedding: "override", sustaining: "override" },
  development: { readiness: "override", development: "never", embedding: "usual", sustaining: "usual" },
  embedding: { readiness: "override", development: "override", embedding: "override", sustaining: "usual" },
  sustaining: { readiness: "override", development: "override", embedding: "override", sustaining: "usual" },
  break: { readiness: "usual", development: "usual", embedding: "override", sustaining: "usual" },
};

/** Secondary has no Readiness; its Embedding runs beside a Sustaining group, so both follow Development. */
const secondary: Ladder = {
  none: { readiness: "never", development: "usual", embedding: "override", sustaining: "override" },
  readiness: { readiness: "never", development: "never", embedding: "never", sustaining: "never" },
  development: { readiness: "never", development: "never", embedding: "usual", sustaining: "usual" },
  embedding: { readiness: "never", development: "override", embedding: "override", sustaining: "usual" },
  sustaining: { readiness: "never", development: "override", embedding: "override", sustaining: "usual" },
  break: { readiness: "never", development: "usual", embedding: "override", sustaining: "usual" },
};

export const ladders: Readonly<Record<Phase, Ladder>> = { primary, secondary };

export interface Step {
  readonly phase: Phase;
  readonly from: Standing;
  readonly to: Stage;
  /** Whether the school was ever in Development in this phase, under any URN, without withdrawing from it. */
  readonly everDevelopment: boolean;
}

/** How a step counts for this school. Development is done once, and Sustaining asks for it, whatever came between. */
export function judgeMove({ phase, from, to, everDevelopment }: Step): Move {
  const move = ladders[phase][from][to];
  if (move === "never") return move;
  if (to === "development" && everDevelopment) return "never";
  if (from === "break" && to === "readiness" && everDevelopment) return "override";
  if (from === "break" && to === "sustaining" && !everDevelopment) return "override";
  return move;
}

/** The stages that may follow, in the ladder's order; those the hub has to give a reason for are among them. */
export function movesFrom(step: Omit<Step, "to">): { to: Stage; move: Exclude<Move, "never"> }[] {
  return stages.flatMap((to) => {
    const move = judgeMove({ ...step, to });
    return move === "never" ? [] : [{ to, move }];
  });
}

/** What most schools do next; undefined where no move is usual. */
export function usualNext(step: Omit<Step, "to">): Stage | undefined {
  const order: readonly Stage[] =
    step.from === "sustaining" || step.from === "break"
      ? ["sustaining", "development"]
      : ["embedding", "development", "sustaining"];
  return order.find((to) => to !== step.from && judgeMove({ ...step, to }) === "usual") ?? renewal(step);
}

function renewal(step: Omit<Step, "to">): Stage | undefined {
  return step.from !== "none" && step.from !== "break" && judgeMove({ ...step, to: step.from }) === "usual"
    ? step.from
    : undefined;
}
