import type { Refusal } from "@/lib/kernel/result";

type Sentence = string | ((detail: NonNullable<Refusal["detail"]>) => string);

export const overrideRefusals = {
  not_found: "We cannot find that school or programme.",
  by_referral: "Targeted Support begins with a referral. Make one instead of an exception.",
  offer_over: ({ endedOn }) => `This programme ended on ${endedOn}. Choose a later year.`,
  already_open: "The school can apply already. No exception is needed.",
  already_granted: "The hub has made this exception already.",
} as const satisfies Record<string, Sentence>;

export const revokeRefusals = {
  not_found: "We cannot find that exception.",
  already_revoked: "This exception has been taken back already.",
} as const satisfies Record<string, Sentence>;

export const stateRefusals = {
  not_found: "We cannot find that school or person.",
} as const satisfies Record<string, Sentence>;

export type OverrideRefusal = keyof typeof overrideRefusals;
export type RevokeRefusal = keyof typeof revokeRefusals;
export type StateRefusal = keyof typeof stateRefusals;
