import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** The rows of a CSV file beside this one, by the names in its first line. Blank cells are empty text. */
export function readTable<Column extends string>(fileName: string): Record<Column, string>[] {
  const text = readFileSync(new URL(fileName, import.meta.url), "utf8");
  return parse<Record<Column, string>>(text, { columns: true });
}
