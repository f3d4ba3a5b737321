import type { AcademicYear } from "@/lib/kernel/academic-year";
import type { OfferRule } from "@/lib/programmes/eligibility/rule";
import { type OfferTerm, type OfferWindow, termOf, windowOf } from "./offer-dates";
import type { OfferDescription, OfferVariant, ProgrammeDescription } from "./programme-description";
import { acrossPhases, targetedSupport } from "./programmes-across-phases";
import { localLeaders } from "./programmes-leaders";
import { masteringNumber } from "./programmes-mastering-number";
import { specialistKnowledge } from "./programmes-people";
import { primaryLadder } from "./programmes-primary";
import { secondaryGroups, secondaryLadder } from "./programmes-secondary";

/** Every programme, in the order a list without a school shows them. */
export const allProgrammes: readonly ProgrammeDescription[] = [
  ...masteringNumber,
  ...primaryLadder,
  ...secondaryLadder,
  ...secondaryGroups,
  ...specialistKnowledge,
  ...acrossPhases,
  ...localLeaders,
  ...targetedSupport,
];

/** One offer of a programme in one academic year, ready for its row. */
export interface OfferSpecification extends OfferWindow, OfferTerm {
  readonly academicYear: AcademicYear;
  readonly code: string;
  readonly theme: string | null;
  readonly description: Omit<OfferDescription, "rules" | "window" | "term">;
  readonly rules: readonly OfferRule[];
}

/** The offers of a programme in an academic year: one, or one for each theme, pathway or start that the year has. */
export function offersFor(
  programme: ProgrammeDescription,
  academicYear: AcademicYear,
): readonly OfferSpecification[] {
  if (!programme.variants) return [specify(programme, academicYear)];
  return programme.variants
    .filter((variant) => offeredIn(variant, academicYear))
    .map((variant) => specify(programme, academicYear, variant));
}

/** The code of an offer in its year: "NCPyy-14" with "b" in 2026/27 is NCP26-14b. */
export function offerCode(pattern: string, academicYear: AcademicYear, suffix = ""): string {
  return `${pattern.replace("yy", String(academicYear % 100).padStart(2, "0"))}${suffix}`;
}

function offeredIn(variant: OfferVariant, year: AcademicYear): boolean {
  return (variant.from ?? year) <= year && year <= (variant.until ?? year);
}

function specify(
  programme: ProgrammeDescription,
  academicYear: AcademicYear,
  variant?: OfferVariant,
): OfferSpecification {
  const { suffix, theme, from: _from, until: _until, ...differs } = variant ?? { suffix: "", theme: null };
  const { rules, window, term, ...description }: OfferDescription = { ...programme.offer, ...differs };
  return {
    academicYear,
    code: offerCode(programme.code, academicYear, suffix),
    theme,
    ...windowOf(window, academicYear),
    ...termOf(term, academicYear),
    description,
    rules: typeof rules === "function" ? rules(academicYear) : rules,
  };
}
