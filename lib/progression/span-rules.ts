import { type AcademicYear, academicYearOf } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import type { Stage } from "./move-rules";

/** Academic years from one to another, both included, that are drawn as one bar. */
export interface Span {
  readonly from: AcademicYear;
  readonly to: AcademicYear;
  /** How it is drawn. `next`: not certain; `break`: not there; `number`: Mastering Number. */
  readonly kind: Stage | "support" | "number" | "break" | "next";
  readonly label: string;
  /** A few words under the label. */
  readonly note: string | null;
  /** Why a break follows, in two words. */
  readonly pause?: string | null;
  /** False where it ended before its time: it does not run on into the next year. */
  readonly whole: boolean;
}

export function spanOf(
  { startedOn, finishedOn }: { startedOn: IsoDate; finishedOn: IsoDate | null },
  today: IsoDate,
): { from: AcademicYear; to: AcademicYear } {
  const from = academicYearOf(startedOn);
  return { from, to: Math.max(from, academicYearOf(finishedOn ?? today)) };
}

/** Years of the same that follow each other become one, told with the words of the last. */
export function mergeYears(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const at = merged.findIndex(
      (one) => one.kind === span.kind && one.label === span.label && one.whole && one.to + 1 >= span.from,
    );
    const before = merged[at];
    if (before) merged[at] = { ...span, from: before.from, to: Math.max(before.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** Years up to now in which there was nothing between the first and the last: each stretch is a break. */
export function findBreaks(spans: readonly Span[], now: AcademicYear): Span[] {
  if (spans.length === 0) return [];
  const covered = new Set(coveredYears(spans));
  const first = Math.min(...covered);
  const missing = coveredYears([{ from: first, to: now }]).filter((year) => !covered.has(year));
  return mergeYears(
    missing.map((year) => ({
      from: year,
      to: year,
      kind: "break",
      label: "Break",
      note:
        spans.find((span) => span.to < year && span.pause && isLastBefore(spans, span, year))?.pause ?? null,
      whole: true,
    })),
  );
}

function isLastBefore(spans: readonly Span[], span: Span, year: AcademicYear): boolean {
  return spans.every((other) => other.to >= year || other.to <= span.to);
}

/** Every year that one of the spans touches, in order, each once. */
export function coveredYears(spans: readonly { from: AcademicYear; to: AcademicYear }[]): AcademicYear[] {
  const years = spans.flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}
