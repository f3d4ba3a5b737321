import { type IsoDate, isIsoDate } from "@/lib/kernel/dates";

/** A cell that does not hold what its column should. */
export class CellFault extends Error {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

const SPACES = /[\s\u00a0]+/g;

/** Without spaces at the ends, and single ones inside; null for nothing. */
export function readText(cell: string): string | null {
  return cell.replace(SPACES, " ").trim() || null;
}

/** "01-09-2012" or "01/09/2012" as 2012-09-01; null for nothing. */
export function readDate(cell: string, column: string): IsoDate | null {
  if (cell.trim() === "") return null;
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(cell.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isIsoDate(date)) throw new CellFault(column, `"${cell}" is not a date such as 01-09-2012`);
  return date;
}

/** A whole number from 0 up; null for nothing, and for figures that the register withholds. */
export function readCount(cell: string, column: string, most = 9_999_999): number | null {
  const number = readNumber(cell, column);
  if (number === null) return null;
  if (!Number.isInteger(number) || number > most)
    throw new CellFault(column, `"${cell}" is not a whole number up to ${most}`);
  return number;
}

/** A number from 0 to 100. */
export function readPercentage(cell: string, column: string): number | null {
  const number = readNumber(cell, column);
  if (number !== null && number > 100) throw new CellFault(column, `"${cell}" is not a percentage`);
  return number;
}

const withheld = new Set(["", "SUPP", "NE", "NA"]);

function readNumber(cell: string, column: string): number | null {
  const text = cell.trim();
  if (withheld.has(text)) return null;
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new CellFault(column, `"${cell}" is not a number`);
  return Number(text);
}

/** The six figures that stand for an establishment. */
export function readUrn(cell: string, column: string): number {
  if (!/^\d{6}$/.test(cell.trim())) throw new CellFault(column, `"${cell}" is not a URN of six figures`);
  return Number(cell);
}
