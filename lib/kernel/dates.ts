/** A calendar date of England, `2026-09-01`. Dates of the domain are Europe/London; moments are `Date`. */
export type IsoDate = string;

const LONDON = "Europe/London";
const DAY = 86_400_000;

const isoParts = new Intl.DateTimeFormat("en-CA", {
  timeZone: LONDON,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const clockParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: LONDON,
  hour: "numeric",
  minute: "2-digit",
  hour12: false,
});
const longDate = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const dayMonth = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
});
const shortDate = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const monthYear = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** The date on the wall in England at this moment. */
export function londonDate(moment: Date): IsoDate {
  return isoParts.format(moment);
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = utc(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(utc(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(date: IsoDate): number {
  return (utc(date).getUTCDay() + 6) % 7;
}

export const weekdayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** The moment at which a clock in England shows this date and time (`13:30`), in winter and in summer. */
export function londonMoment(date: IsoDate, time = "00:00"): Date {
  const guess = new Date(`${date}T${time}:00Z`);
  const shown = `${londonDate(guess)}T${londonTime(guess)}:00Z`;
  return new Date(guess.getTime() - (new Date(shown).getTime() - guess.getTime()));
}

/** The last moment of a date in England: a deadline "by Friday" holds until midnight. */
export function endOfLondonDate(date: IsoDate): Date {
  return new Date(londonMoment(addDays(date, 1)).getTime() - 1);
}

/** `13:30` in England. */
export function londonTime(moment: Date): string {
  return clockParts.format(moment).replace(/^24/, "00").padStart(5, "0");
}

/** "Friday 12 June 2026" */
export function sayDate(date: IsoDate): string {
  return longDate.format(utc(date)).replace(",", "");
}

/** "Friday 12 June" */
export function sayDay(date: IsoDate): string {
  return dayMonth.format(utc(date)).replace(",", "");
}

/** "12 June 2026" */
export function sayShortDate(date: IsoDate): string {
  return shortDate.format(utc(date));
}

/** "September 2027" */
export function sayMonth(date: IsoDate): string {
  return monthYear.format(utc(date));
}

/** "1.30pm", from `13:30`. */
export function sayTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  const tail = minutes === 0 ? "" : `.${String(minutes).padStart(2, "0")}`;
  return `${hour}${tail}${hours < 12 ? "am" : "pm"}`;
}

/** "Friday 12 June 2026, 1.30pm", in England. */
export function sayMoment(moment: Date): string {
  return `${sayDate(londonDate(moment))}, ${sayTime(londonTime(moment))}`;
}

function utc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
