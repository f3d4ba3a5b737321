import { type AcademicYear, endOfAcademicYear, startOfAcademicYear } from "@/lib/kernel/academic-year";
import { addDays, type IsoDate, weekdayOf } from "@/lib/kernel/dates";
import { proclaimedBankHolidays } from "./bank-holidays";

/** When an offer can be applied for, and when hubs promise a decision. */
export interface OfferWindow {
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly decisionsOn: IsoDate;
}

/** First and last day of an offer's own year, which may begin before September. */
export interface OfferTerm {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

const MONDAY = 0;
const TUESDAY = 1;
const WEDNESDAY = 2;
const THURSDAY = 3;
const FRIDAY = 4;

const windows = {
  /** Work Groups: March to May for the next September. */
  spring: (year: AcademicYear) => window(nthWeekday(year, 3, MONDAY, 1), lastWeekday(year, 5, FRIDAY), 14),
  /** Programmes for one person: until the end of June. */
  spring_to_summer: (year: AcademicYear) =>
    window(nthWeekday(year, 3, MONDAY, 1), lastWeekday(year, 6, FRIDAY), 14),
  /** Schools that must find partners first: until July. */
  until_july: (year: AcademicYear) =>
    window(nthWeekday(year, 4, MONDAY, 3), nthWeekday(year, 7, FRIDAY, 1), 14),
  /** Groups that start after the autumn half-term plan is known. */
  until_september: (year: AcademicYear) =>
    window(nthWeekday(year, 6, MONDAY, 1), nthWeekday(year, 9, FRIDAY, 3), 14),
  /** The national deadline of the leaders' programmes falls in March. */
  leaders: (year: AcademicYear) => window(nthWeekday(year, 1, MONDAY, 2), nthWeekday(year, 3, FRIDAY, 3), 28),
  /** Communities take in members through the autumn. */
  community: (year: AcademicYear) =>
    window(nthWeekday(year, 6, MONDAY, 1), lastWeekday(year + 1, 1, FRIDAY), 14),
  /** For a start in the summer term before the academic year. */
  mid_year: (year: AcademicYear) =>
    window(nthWeekday(year - 1, 11, MONDAY, 1), nthWeekday(year, 3, FRIDAY, 2), 14),
  all_year: (year: AcademicYear) => window(startOfAcademicYear(year), lastWeekday(year + 1, 5, FRIDAY), 14),
} as const satisfies Record<string, (year: AcademicYear) => OfferWindow>;

const terms = {
  work_group: (year: AcademicYear) => ({
    startsOn: nthWeekday(year, 9, THURSDAY, 3),
    endsOn: nthWeekday(year + 1, 6, THURSDAY, 4),
  }),
  autumn_to_may: (year: AcademicYear) => ({
    startsOn: nthWeekday(year, 10, TUESDAY, 2),
    endsOn: nthWeekday(year + 1, 5, TUESDAY, 3),
  }),
  autumn_to_july: (year: AcademicYear) => ({
    startsOn: nthWeekday(year, 10, WEDNESDAY, 2),
    endsOn: nthWeekday(year + 1, 7, FRIDAY, 1),
  }),
  /** Starts in the summer term before the academic year it is counted in. */
  summer_to_march: (year: AcademicYear) => ({
    startsOn: lastWeekday(year, 4, MONDAY),
    endsOn: nthWeekday(year + 1, 3, FRIDAY, 3),
  }),
  whole_year: (year: AcademicYear) => ({
    startsOn: startOfAcademicYear(year),
    endsOn: endOfAcademicYear(year),
  }),
} as const satisfies Record<string, (year: AcademicYear) => OfferTerm>;

export type WindowName = keyof typeof windows;
export type TermName = keyof typeof terms;

export function windowOf(name: WindowName, year: AcademicYear): OfferWindow {
  return windows[name](year);
}

export function termOf(name: TermName, year: AcademicYear): OfferTerm {
  return terms[name](year);
}

/**
 * Windows that stand around a day, whatever its month: most open, the deadlines between one and ten weeks ahead, every
 * seventh still to open. For the demonstration. An offer that starts too soon to be decided keeps its own window.
 */
export function windowAround(day: IsoDate, own: OfferWindow & OfferTerm, position: number): OfferWindow {
  const opensIn = position % 7 === 6 ? 21 : -(14 + (position % 4) * 7);
  const wished = fridayOnOrAfter(addDays(day, 8 + (position % 8) * 7 + Math.max(opensIn, 0)));
  const opensOn = addDays(day, opensIn);
  const closesOn = earlier(wished, addDays(own.startsOn, -8));
  if (closesOn <= addDays(day, 2) || closesOn < opensOn) return keepWindow(own);
  const decisionsOn = earlier(fridayOnOrAfter(addDays(closesOn, 14)), addDays(own.startsOn, -1));
  return { opensOn, closesOn, decisionsOn };
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

function keepWindow({ opensOn, closesOn, decisionsOn }: OfferWindow): OfferWindow {
  return { opensOn, closesOn, decisionsOn };
}

function window(opensOn: IsoDate, closesOn: IsoDate, daysToDecide: number): OfferWindow {
  return { opensOn, closesOn, decisionsOn: addDays(closesOn, daysToDecide) };
}

/** A Friday on which somebody is at school to meet a deadline: not over Christmas, not on a bank holiday. */
function fridayOnOrAfter(day: IsoDate): IsoDate {
  const friday = addDays(day, (FRIDAY - weekdayOf(day) + 7) % 7);
  return isAway(friday) ? fridayOnOrAfter(addDays(friday, 1)) : friday;
}

function isAway(day: IsoDate): boolean {
  const monthAndDay = day.slice(5);
  const isChristmas = monthAndDay >= "12-20" || monthAndDay <= "01-05";
  return isChristmas || (proclaimedBankHolidays[Number(day.slice(0, 4))] ?? []).includes(monthAndDay);
}

/** The nth Monday, Tuesday … of a month; `month` counts from 1. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): IsoDate {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function lastWeekday(year: number, month: number, weekday: number): IsoDate {
  const next = month === 12 ? nthWeekday(year + 1, 1, weekday, 1) : nthWeekday(year, month + 1, weekday, 1);
  return addDays(next, -7);
}
