import { weekdayNames } from "./dates";
import { listWords } from "./words";

/** All five weekdays as bits: bit 0 is Monday. */
export const EVERY_DAY = 0b11111;

/** "0", "3" as bits 0 and 3. */
export function bitsOf(days: readonly string[]): number {
  return days.reduce((bits, day) => bits | (1 << Number(day)), 0);
}

/** Bits as the numbers of their days, Monday first. */
export function daysOf(bits: number): number[] {
  return [0, 1, 2, 3, 4].filter((day) => (bits & (1 << day)) !== 0);
}

/** "Tuesdays and Fridays" */
export function sayWeekdays(bits: number): string {
  return listWords(daysOf(bits).map((day) => `${weekdayNames[day]}s`));
}
