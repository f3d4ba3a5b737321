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

const formFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A register form: `mark-<participant>` and `substitute-<participant>` for each `participant`, and the button that marks everyone left. */
export const registerForm = formFields.transform(marksOfForm).pipe(saveRegisterInput);

function marksOfForm(values: z.infer<typeof formFields>): z.input<typeof saveRegisterInput> {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const everyone = values.participant ?? [];
  const ids = typeof everyone === "string" ? [everyone] : everyone;
  const rest = text("everyone-left") === "attended" ? "attended" : "";
  const entries = ids.flatMap((participantId) => {
    const mark = marks.find((known) => known === (text(`mark-${participantId}`) || rest));
    if (!mark) return [];
    const substituteName = mark === "substitute" ? text(`substitute-${participantId}`) : "";
    return [{ participantId, mark, ...(substituteName ? { substituteName } : {}) }];
  });
  return { sessionId: text("sessionId"), marks: entries };
}

export const openCalendarFeedInput = z.object({ organisationId: z.uuid().optional() });
export type OpenCalendarFeedInput = z.infer<typeof openCalendarFeedInput>;

export const closeCalendarFeedInput = z.object({ feedId: z.uuid() });
export type CloseCalendarFeedInput = z.infer<typeof closeCalendarFeedInput>;
