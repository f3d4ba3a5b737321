import { type IsoDate, londonDate } from "./dates";

/** An academic year is named by the calendar year in which its September falls: 2026 is 2026/27. It begins on 1 September. */
export type AcademicYear = number;

export function academicYearOf(date: IsoDate): AcademicYear {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 9 ? year : year - 1;
}

export function currentAcademicYear(now: Date): AcademicYear {
  return academicYearOf(londonDate(now));
}

export function startOfAcademicYear(year: AcademicYear): IsoDate {
  return `${year}-09-01`;
}

export function endOfAcademicYear(year: AcademicYear): IsoDate {
  return `${year + 1}-08-31`;
}

/** "2026/27" */
export function sayAcademicYear(year: AcademicYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** Reads "2026/27", "2026-27" (as in an address) or "2026"; undefined for anything else. */
export function parseAcademicYear(text: string): AcademicYear | undefined {
  const found = /^(20\d{2})(?:[/-](\d{2}))?$/.exec(text.trim());
  if (!found) return undefined;
  const year = Number(found[1]);
  return found[2] === undefined || Number(found[2]) === (year + 1) % 100 ? year : undefined;
}
