/** Rows on a page of any list. */
export const PAGE_SIZE = 25;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** 1 for the first. */
  readonly page: number;
  readonly total: number;
}

/** The page asked for in an address; anything that is not a whole number from 1 up is page 1. */
export function pageNumber(text: string | string[] | undefined): number {
  const number = typeof text === "string" ? Number(text) : 1;
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1;
}

export function offsetOf(page: number): number {
  return (page - 1) * PAGE_SIZE;
}

export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}
