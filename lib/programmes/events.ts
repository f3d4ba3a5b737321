import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";
import { sayAcademicYear } from "@/lib/kernel/academic-year";
import { statementCodes, statements } from "./eligibility/statements";

const offer = { programme: z.string(), academicYear: z.number().int() };

export const eligibilityOverridden = defineEvent(
  "eligibility.overridden",
  z.object({ ...offer, reason: z.string() }),
  ({ programme, academicYear, reason }) =>
    `made an exception: the school may apply for ${programme} in ${sayAcademicYear(academicYear)}. ${reason}`,
);

export const eligibilityOverrideRevoked = defineEvent(
  "eligibility.override_revoked",
  z.object(offer),
  ({ programme, academicYear }) =>
    `took back the exception for ${programme} in ${sayAcademicYear(academicYear)}`,
);

export const factsStated = defineEvent(
  "eligibility.stated",
  z.object({ answers: z.array(z.object({ statement: z.enum(statementCodes), value: z.number().int() })) }),
  ({ answers }) =>
    `answered: ${answers.map(({ statement, value }) => `${statements[statement].question} ${sayAnswer(statement, value)}`).join(" ")}`,
);

export const programmesEvents = [eligibilityOverridden, eligibilityOverrideRevoked, factsStated];

function sayAnswer(statement: keyof typeof statements, value: number): string {
  if (statements[statement].answer === "academic_year") return `${sayAcademicYear(value)}.`;
  return value > 0 ? "Yes." : "No.";
}
