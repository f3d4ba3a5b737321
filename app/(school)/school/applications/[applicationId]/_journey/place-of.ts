import type { ApplicationView } from "@/lib/applications/queries/application";
import type { StepPlace } from "./step-form";
import { eyebrowOf, type Step } from "./steps";

/** What a question's form needs to know of its application. */
export function placeOf(
  application: ApplicationView,
  part: Step["part"],
  from: string | string[] | undefined,
): StepPlace {
  const { id, organisationId, decision } = application;
  return {
    applicationId: id,
    organisationId,
    eyebrow: eyebrowOf(application, part),
    from: from === "check" ? "check" : "",
    isDraft: decision === "draft",
  };
}
