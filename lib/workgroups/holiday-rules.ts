import { addDays, type IsoDate, weekdayOf } from "@/lib/kernel/dates";
import { easterSunday, lastMonday } from "@/lib/kernel/working-days";

/**
 * The holidays that most schools in England have, in words; undefined in term. Each authority and trust sets its own dates,
 * so this is good for a warning and for nothing else. Read off the term dates that authorities published for 2023 to 2027.
 */
export function usualSchoolHoliday(date: IsoDate): string | undefined {
  const year = Number(date.slice(0, 4));
  return holidaysOf(year).find(({ from, to }) => from <= date && date <= to)?.name;
}

interface Holiday {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const known = new Map<number, readonly Holiday[]>();

function holidaysOf(year: number): readonly Holiday[] {
  const holidays = known.get(year) ?? computeHolidays(year);
  known.set(year, holidays);
  return holidays;
}

function computeHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const february = addDays(`${year}-02-18`, -weekdayOf(`${year}-02-18`));
  return [
    { name: "Christmas holiday", from: `${year}-01-01`, to: `${year}-01-03` },
    weekFrom("February half term", february),
    { name: "Easter holiday", from: addDays(easter, -6), to: addDays(easter, 5) },
    weekFrom("May half term", lastMonday(`${year}-05-31`)),
    { name: "summer holiday", from: `${year}-07-23`, to: `${year}-08-31` },
    weekFrom("October half term", lastMonday(`${year}-10-31`)),
    { name: "Christmas holiday", from: `${year}-12-21`, to: `${year}-12-31` },
  ];
}

function weekFrom(name: string, monday: IsoDate): Holiday {
  return { name, from: monday, to: addDays(monday, 4) };
}
