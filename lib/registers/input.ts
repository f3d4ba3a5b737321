import { z } from "zod";
import { marks } from "./rules";

export const saveRegisterInput = z.object({
  sessionId: z.uuid(),
  marks: z
    .array(
      z.object({
        participantId: z.uuid(),
        mark: z.enum(marks),
        substituteName: z.string().trim().max(200).optional(),
      }),
    )
    .max(400),
});
export type SaveRegisterInput = z.infer<typeof saveRegisterInput>;

const MARK_FIELD = /^mark-([0-9a-f-]{36})$/;

/** Reads the fields of a register form: `mark-<participant>` and `substitute-<participant>`, and the button that marks everyone left. */
export function registerFields(
  values: Readonly<Record<string, string | string[]>>,
  sessionId: string,
): unknown {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const rest = text("everyone-left") === "attended";
  const everyone = values.participant;
  const ids = new Set(typeof everyone === "string" ? [everyone] : everyone);
  for (const name of Object.keys(values)) {
    const id = MARK_FIELD.exec(name)?.[1];
    if (id) ids.add(id);
  }
  const entries = [...ids].flatMap((participantId) => {
    const mark = text(`mark-${participantId}`) || (rest ? "attended" : "");
    const substituteName = text(`substitute-${participantId}`).trim();
    return mark === ""
      ? []
      : [{ participantId, mark, ...(mark === "substitute" && substituteName ? { substituteName } : {}) }];
  });
  return { sessionId, marks: entries };
}

export const openCalendarFeedInput = z.object({ organisationId: z.uuid().optional() });
export type OpenCalendarFeedInput = z.infer<typeof openCalendarFeedInput>;

export const closeCalendarFeedInput = z.object({ feedId: z.uuid() });
export type CloseCalendarFeedInput = z.infer<typeof closeCalendarFeedInput>;
