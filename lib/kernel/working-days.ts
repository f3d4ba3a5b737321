import { proclaimedBankHolidays } from "@/db/reference/bank-holidays";
import { addDays, type IsoDate, weekdayOf } from "./dates";

/** The bank holidays of a year in England: as proclaimed where that is known, otherwise by the standing rules. */
export function bankHolidays(year: number): readonly IsoDate[] {
  const proclaimed = proclaimedBankHolidays[year];
  return proclaimed ? proclaimed.map((day) => `${year}-${day}`) : standingBankHolidays(year);
}

export function isBankHoliday(date: IsoDate): boolean {
  return bankHolidays(Number(date.slice(0, 4))).includes(date);
}

export function isWorkingDay(date: IsoDate): boolean {
  return weekdayOf(date) < 5 && !isBankHoliday(date);
}

/** The date `days` working days after `date`, which itself does not count. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The holidays that come round by rule (Banking and Financial Dealings Act 1971), without any that is proclaimed once. */
export function standingBankHolidays(year: number): IsoDate[] {
  const easter = easterSunday(year);
  return [
    ...substituted([`${year}-01-01`]),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(`${year}-05-01`),
    lastMonday(`${year}-05-31`),
    lastMonday(`${year}-08-31`),
    ...substituted([`${year}-12-25`, `${year}-12-26`]),
  ];
}

/** A holiday at the weekend moves to the next weekday that is not a holiday already. */
function substituted(dates: readonly IsoDate[]): IsoDate[] {
  const kept = dates.filter((date) => weekdayOf(date) < 5);
  for (const date of dates.filter((candidate) => weekdayOf(candidate) >= 5)) {
    let moved = date;
    while (weekdayOf(moved) >= 5 || kept.includes(moved)) moved = addDays(moved, 1);
    kept.push(moved);
  }
  return kept.sort();
}

function firstMonday(date: IsoDate): IsoDate {
  return addDays(date, (7 - weekdayOf(date)) % 7);
}

export function lastMonday(date: IsoDate): IsoDate {
  return addDays(date, -weekdayOf(date));
}

/** Western Easter by the anonymous Gregorian computation (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (correction + 19 * golden + 15) % 30;
  const moon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  const day = offset + 28 - 31 * Math.floor(month / 4);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
