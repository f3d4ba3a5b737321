import { type AcademicYear, academicYearOf, sayAcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import { listWords } from "@/lib/kernel/words";
import type { EligibilityFacts, PlaceFact, StageFact, StatementFact } from "./facts";
import type { LadderPhase, LadderStage } from "./rule";

/** Times at a stage that count: those somebody withdrew from do not. */
export function stagePeriods(facts: EligibilityFacts, phase: LadderPhase, stage: LadderStage): StageFact[] {
  return facts.stages.filter(
    (period) => period.phase === phase && period.stage === stage && period.outcome !== "withdrew",
  );
}

/** The academic years a period touches, up to this one where it is still open. */
export function yearsOfPeriod(period: StageFact, today: IsoDate): AcademicYear[] {
  const first = academicYearOf(period.startedOn);
  const last = Math.max(first, academicYearOf(period.finishedOn ?? today));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Years at a stage, each once, in order. */
export function stageYears(facts: EligibilityFacts, phase: LadderPhase, stage: LadderStage): AcademicYear[] {
  const years = stagePeriods(facts, phase, stage).flatMap((period) => yearsOfPeriod(period, facts.today));
  return inOrder(years);
}

/** Places in a programme that were taken: past ones only when somebody came, present ones when accepted. */
export function placesTaken(places: readonly PlaceFact[], programme: string, today: IsoDate): PlaceFact[] {
  return places.filter(
    (place) =>
      place.programme === programme &&
      (place.progress === "completed" ||
        place.progress === "started" ||
        (place.progress === "accepted" && place.endsOn >= today)),
  );
}

/**
 * Places that are finished before a day: those completed, and those under way that end by then. A past year that was started
 * but never completed does not count.
 */
export function placesFinishedBy(
  places: readonly PlaceFact[],
  programme: string,
  { today, by }: { today: IsoDate; by: IsoDate },
): PlaceFact[] {
  return placesTaken(places, programme, today).filter(
    (place) => place.endsOn <= by && (place.progress === "completed" || place.endsOn >= today),
  );
}

export function statementOf(
  statements: readonly StatementFact[],
  statement: string,
): StatementFact | undefined {
  return statements.find((fact) => fact.statement === statement);
}

/** "2024/25 and 2025/26" */
export function sayYears(years: readonly AcademicYear[]): string {
  return listWords(inOrder(years).map(sayAcademicYear));
}

function inOrder(years: readonly AcademicYear[]): AcademicYear[] {
  return [...new Set(years)].sort((one, other) => one - other);
}
