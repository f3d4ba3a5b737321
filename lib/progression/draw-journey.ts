import { type AcademicYear, academicYearOf, sayAcademicYear } from "@/lib/kernel/academic-year";
import type { IsoDate } from "@/lib/kernel/dates";
import { type Phase, phases, type Stage } from "./move-rules";
import { phaseNames, stageNames } from "./rules";
import { coveredYears, findBreaks, mergeYears, type Span, spanOf } from "./span-rules";

/** What is known of a school's way: as `getJourney` reads it. */
export interface JourneyFacts {
  readonly today: IsoDate;
  readonly periods: readonly {
    readonly phase: Phase;
    readonly stage: Stage;
    readonly startedOn: IsoDate;
    readonly finishedOn: IsoDate | null;
    readonly outcome: string | null;
    readonly note: string | null;
    readonly lead: string | null;
  }[];
  readonly places: readonly {
    readonly programme: string;
    readonly strand: string;
    readonly stage: Stage | null;
    readonly phase: Phase | null;
    readonly academicYear: AcademicYear;
    readonly decision: string;
    readonly placement: string;
  }[];
  readonly cases: readonly {
    readonly level: "enhanced" | "intensive";
    readonly status: string;
    readonly openedOn: IsoDate;
    readonly closedOn: IsoDate | null;
  }[];
  readonly decided: readonly {
    readonly phase: Phase;
    readonly stage: Stage;
    readonly academicYear: AcademicYear;
  }[];
}

export interface JourneyBar extends Span {
  /** Column of the drawing, 1 for its first year, and how many it covers. */
  readonly column: number;
  readonly columns: number;
  /** "2024/25 to 2025/26" */
  readonly years: string;
}

export interface Journey {
  readonly years: readonly AcademicYear[];
  readonly strands: readonly { readonly title: string; readonly bars: readonly JourneyBar[] }[];
}

/** As many columns as the drawing has room for; earlier years stand in the table. */
const MOST_COLUMNS = 8;
/** A short journey does not fill the page. */
const LEAST_COLUMNS = 4;

/**
 * A school's years as bars: one strand for each ladder, for Targeted Support and for Mastering Number. Years of one stage
 * that follow each other are one bar; what is not certain, and a break, is drawn dashed. Empty where nothing is known.
 */
export function drawJourney(facts: JourneyFacts): Journey {
  const strands = [
    ...phases.map((phase) => ({
      title: phases.every((each) => facts.periods.some((period) => period.phase === each))
        ? `Teaching for Mastery, ${phaseNames[phase].toLowerCase()}`
        : "Teaching for Mastery",
      spans: ladderSpans(facts, phase),
    })),
    { title: "Targeted Support", spans: supportSpans(facts) },
    { title: "Mastering Number", spans: numberSpans(facts) },
  ].filter(({ spans }) => spans.length > 0);
  const all = strands.flatMap(({ spans }) => spans);
  if (all.length === 0) return { years: [], strands: [] };
  const last = Math.max(academicYearOf(facts.today), ...all.map(({ to }) => to));
  const began = Math.min(last - LEAST_COLUMNS + 1, ...all.map(({ from }) => from));
  const first = Math.max(last - MOST_COLUMNS + 1, began);
  return {
    years: coveredYears([{ from: first, to: last }]),
    strands: strands.map(({ title, spans }) => ({
      title,
      bars: spans.flatMap((span) => place(span, first)),
    })),
  };
}

function place(span: Span, first: AcademicYear): JourneyBar[] {
  if (span.to < first) return [];
  const from = Math.max(span.from, first);
  const years =
    span.from === span.to
      ? sayAcademicYear(span.from)
      : `${sayAcademicYear(span.from)} to ${sayAcademicYear(span.to)}`;
  return [{ ...span, column: from - first + 1, columns: span.to - from + 1, years }];
}

function ladderSpans(facts: JourneyFacts, phase: Phase): Span[] {
  const now = academicYearOf(facts.today);
  const happened = facts.periods
    .filter((period) => period.phase === phase)
    .map(
      (period): Span => ({
        ...spanOf(period, facts.today),
        kind: period.stage,
        label: stageNames[period.stage],
        note:
          period.outcome === "withdrew"
            ? (period.note ?? "ended early")
            : period.lead && `with ${period.lead}`,
        pause: period.note,
        whole: period.outcome !== "withdrew",
      }),
    );
  const ahead = [
    ...facts.places
      .filter((one) => one.stage !== null && one.phase === phase && one.academicYear >= now)
      .flatMap((one) => asked(one, one.stage ? stageNames[one.stage] : one.programme)),
    ...facts.decided
      .filter((one) => one.phase === phase && one.academicYear > now)
      .map((one) => next(stageNames[one.stage], one.academicYear, "agreed by the hub")),
  ];
  const solid = mergeYears(happened);
  return inOrder([...solid, ...findBreaks(solid, now), ...notYetThere(ahead, solid)]);
}

function supportSpans({ cases, today }: JourneyFacts): Span[] {
  return inOrder(
    cases.map(({ level, status, openedOn, closedOn }) => ({
      ...spanOf({ startedOn: openedOn, finishedOn: closedOn }, today),
      kind: "support",
      label: level === "intensive" ? "Intensive" : "Enhanced",
      note: closedOn ? `ended ${monthOf(closedOn)}` : status === "paused" ? "paused" : "now",
      whole: true,
    })),
  );
}

function numberSpans({ places, today }: JourneyFacts): Span[] {
  const now = academicYearOf(today);
  const own = places.filter(({ strand }) => strand === "mastering_number");
  const solid = mergeYears(
    own
      .filter((one) => isTaken(one.placement) && one.academicYear <= now)
      .map((one) => ({
        from: one.academicYear,
        to: one.academicYear,
        kind: "number",
        label: one.programme,
        note: null,
        whole: true,
      })),
  );
  const ahead = own.filter((one) => one.academicYear >= now).flatMap((one) => asked(one, one.programme));
  return inOrder([...solid, ...notYetThere(ahead, solid)]);
}

/** What a school has asked for and does not have yet. */
function asked(one: JourneyFacts["places"][number], label: string): Span[] {
  const note = sayAsked(one);
  return note ? [next(label, one.academicYear, note)] : [];
}

function sayAsked({ decision, placement }: JourneyFacts["places"][number]): string | undefined {
  if (placement === "accepted") return "place accepted";
  if (placement === "offered") return "place offered";
  if (placement === "waiting") return "waiting";
  if (decision === "draft") return "not sent yet";
  return isTaken(placement) ? undefined : "applied";
}

function next(label: string, year: AcademicYear, note: string): Span {
  return { from: year, to: year, kind: "next", label, note, whole: true };
}

/** Each stage of a year is drawn once: what happened before what was asked, and that before what was agreed. */
function notYetThere(ahead: readonly Span[], solid: readonly Span[]): Span[] {
  const drawn = [...solid];
  return ahead.filter((span) => {
    const isThere = drawn.some(
      ({ label, from, to }) => label === span.label && from <= span.from && span.from <= to,
    );
    if (!isThere) drawn.push(span);
    return !isThere;
  });
}

function isTaken(placement: string): boolean {
  return ["accepted", "started", "completed", "paused"].includes(placement);
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.from - b.from || a.to - b.to || a.label.localeCompare(b.label));
}

const months = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

function monthOf(date: IsoDate): string {
  return months.format(new Date(`${date}T00:00:00Z`));
}
