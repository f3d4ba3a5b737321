import { z } from "zod";
import { isIsoDate } from "@/lib/kernel/dates";

const runId = z.uuid();

/** No hub stands for all hubs together. */
const scope = z.union([z.uuid(), z.literal("").transform(() => null)]);
export const startMatchRunInput = z.object({ hubId: scope, offerId: z.uuid() });
export type StartMatchRunInput = z.infer<typeof startMatchRunInput>;

export const matchRunInput = z.object({ runId });
export type MatchRunInput = z.infer<typeof matchRunInput>;

const answerBy = z.string().trim().refine(isIsoDate, "Enter a date by which schools answer");

/** `applicationId` is the school that was shown as the next. */
export const offerFreePlaceInput = z.object({ workGroupId: z.uuid(), applicationId: z.uuid(), answerBy });
export type OfferFreePlaceInput = z.infer<typeof offerFreePlaceInput>;

/** `workGroupId` is the group that was shown as having a place for it. */
export const offerLatePlaceInput = z.object({ applicationId: z.uuid(), workGroupId: z.uuid(), answerBy });
export type OfferLatePlaceInput = z.infer<typeof offerLatePlaceInput>;

export const freedPlaceInput = z.object({ freedPlaceId: z.uuid() });
export type FreedPlaceInput = z.infer<typeof freedPlaceInput>;

/** `change` is one of the choices of the page: what to do, and with which group. */
export const changeMatchByHandInput = z
  .object({
    runId,
    applicationId: z.uuid(),
    change: z
      .string("Choose what to change")
      .regex(/^(?:put|keep_out) [0-9a-f-]{36}$/, "Choose what to change"),
    reason: z
      .string()
      .trim()
      .min(1, "Say why: your colleagues read it later")
      .max(500, "Use 500 characters or fewer"),
  })
  .transform(({ change, ...rest }) => {
    const [kind = "", workGroupId = ""] = change.split(" ");
    return { ...rest, kind: kind === "put" ? ("put" as const) : ("keep_out" as const), workGroupId };
  });
export type ChangeMatchByHandInput = z.infer<typeof changeMatchByHandInput>;

export const undoHandChangeInput = z.object({ runId, changeId: z.uuid() });
export type UndoHandChangeInput = z.infer<typeof undoHandChangeInput>;

/** A proposal of a run, by its number. */
export const planProposedGroupInput = z.object({ runId, number: z.coerce.number().int().positive() });
export type PlanProposedGroupInput = z.infer<typeof planProposedGroupInput>;

/** The part of a run's results that waits, beside the ids of groups. */
export const WAITING_PART = "waiting";

/** `parts` names groups and `waiting`; it counts only where `chosen` says so. */
export const publishMatchRunInput = z
  .object({
    runId,
    answerBy,
    chosen: z.enum(["all", "some"]).default("all"),
    parts: z.array(z.string()).default([]),
  })
  .transform(({ chosen, parts, ...rest }) => ({ ...rest, parts: chosen === "all" ? null : parts }));
/** `parts` null publishes everything that has not been published yet. */
export type PublishMatchRunInput = z.infer<typeof publishMatchRunInput>;
