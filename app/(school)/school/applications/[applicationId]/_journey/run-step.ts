import type { z } from "zod";
import type { Ctx } from "@/lib/access/context";
import { type ApplicationRefusal, applicationRefusals } from "@/lib/applications/refusals";
import type { Saved } from "@/lib/applications/save-days";
import { fieldText } from "@/lib/forms/field-text";
import { leadTo, runForm } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { isId } from "@/lib/kernel/ids";
import type { Result } from "@/lib/kernel/result";

interface StepHandling {
  /** The page after this one, below the application's address. */
  readonly next: string | ((saved: Saved) => string);
  readonly fields?: Partial<Record<ApplicationRefusal, string>>;
}

const carried = new Set(["applicationId", "organisationId", "from", "later", "unit", "meets"]);

/**
 * Saves one question and leads on: to the next, back to the answers being checked, back to an application that was sent, or
 * home. Somebody who typed nothing and wants to come back later is let go.
 */
export async function runStep<Schema extends z.ZodType>(
  state: FormState,
  formData: FormData,
  schema: Schema,
  deed: (ctx: Ctx, input: z.infer<Schema>) => Promise<Result<Saved, ApplicationRefusal>>,
  { next, fields = {} }: StepHandling,
): Promise<FormState> {
  const base = `/school/applications/${fieldText(formData, "applicationId")}`;
  const later = formData.get("later") === "yes";
  const organisationId = fieldText(formData, "organisationId");
  const home = isId(organisationId) ? `/school/${organisationId}` : "/school";
  if (later && !isFilled(formData)) return leadTo(home, state);
  return runForm(state, formData, schema, deed, {
    refusals: applicationRefusals,
    fields,
    to: (saved) => {
      const following = `${base}${typeof next === "string" ? next : next(saved)}`;
      if (later) return home;
      if (following.endsWith("?from=check")) return following;
      if (saved.sent) return base;
      return formData.get("from") === "check" ? `${base}/check` : following;
    },
  });
}

function isFilled(formData: FormData): boolean {
  return [...formData].some(
    ([name, value]) => !carried.has(name) && !name.startsWith("$ACTION") && value !== "",
  );
}
