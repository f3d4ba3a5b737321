import { addDays, type IsoDate, weekdayOf } from "./dates";

/** Holidays that were moved or proclaimed for one year only. */
const single: Readonly<Record<number, readonly (readonly [IsoDate, string])[]>> = {
  2020: [["2020-05-08", "Early May bank holiday (VE day)"]],
  2022: [
    ["2022-06-02", "Spring bank holiday"],
    ["2022-06-03", "Platinum Jubilee bank holiday"],
    ["2022-09-19", "State funeral of Queen Elizabeth II"],
  ],
  2023: [["2023-05-08", "Coronation of King Charles III"]],
};
/** The yearly holidays that those took the place of. */
const moved: readonly IsoDate[] = ["2020-05-04", "2022-05-30"];

const years = new Map<number, ReadonlyMap<IsoDate, string>>();

/** The name of the bank holiday of England on this date, or undefined on any other day. By the Banking and Financial Dealings Act 1971, with substitute days. */
export function bankHoliday(date: IsoDate): string | undefined {
  const year = Number(date.slice(0, 4));
  const known = years.get(year) ?? holidaysOf(year);
  years.set(year, known);
  return known.get(date);
}

function holidaysOf(year: number): ReadonlyMap<IsoDate, string> {
  const easter = easterSunday(year);
  const yearly: (readonly [IsoDate, string])[] = [
    ...substituted([[`${year}-01-01`, "New Year’s Day"]]),
    [addDays(easter, -2), "Good Friday"],
    [addDays(easter, 1), "Easter Monday"],
    [mondayFrom(`${year}-05-01`), "Early May bank holiday"],
    [mondayFrom(`${year}-05-25`), "Spring bank holiday"],
    [mondayFrom(`${year}-08-25`), "Summer bank holiday"],
    ...substituted([
      [`${year}-12-25`, "Christmas Day"],
      [`${year}-12-26`, "Boxing Day"],
    ]),
  ];
  return new Map([...yearly.filter(([date]) => !moved.includes(date)), ...(single[year] ?? [])]);
}

/** A holiday on a weekend is kept on the next working day that is not itself one of these holidays. */
function substituted(days: readonly (readonly [IsoDate, string])[]): (readonly [IsoDate, string])[] {
  const weekdays = days.filter(([date]) => weekdayOf(date) < 5);
  const taken = new Set(weekdays.map(([date]) => date));
  const substitutes = days
    .filter(([date]) => weekdayOf(date) >= 5)
    .map(([date, name]) => {
      let day = addDays(date, 1);
      while (weekdayOf(day) >= 5 || taken.has(day)) day = addDays(day, 1);
      taken.add(day);
      return [day, `${name} (substitute day)`] as const;
    });
  return [...weekdays, ...substitutes];
}

function mondayFrom(date: IsoDate): IsoDate {
  return addDays(date, (7 - weekdayOf(date)) % 7);
}

/** Gregorian Easter by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
