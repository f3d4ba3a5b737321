import { count } from "@/lib/kernel/words";
import type { ImportReport } from "./import-register";

/** Refused rows, and schools that are not in the file, that are told one by one. */
const SHOWN = 20;
const CHANGED = "changed.";

/** The report of an import, line by line: what happened how often, which columns changed, which rows were refused and why. */
export function tellImport(report: ImportReport, seconds: number): string[] {
  const counted = Object.entries(report.counts).filter(([, number]) => number > 0);
  const [columns, kinds] = [
    counted.filter(([name]) => name.startsWith(CHANGED)),
    counted.filter(([name]) => !name.startsWith(CHANGED)),
  ];
  return [
    `Imported ${count(report.rows, "row")} in ${seconds.toFixed(1)} s.`,
    ...(kinds.length === 0 ? ["No change."] : []),
    ...kinds.map(([name, number]) => figure(number, name.replaceAll("_", " "))),
    ...columns.map(([name, number]) => figure(number, `${name.slice(CHANGED.length)} changed`, 4)),
    ...tellRefused(report),
    ...tellMissing(report),
  ];
}

function figure(number: number, words: string, indent = 0): string {
  return `${" ".repeat(indent)}${number.toLocaleString("en-GB").padStart(9)}  ${words}`;
}

function tellRefused({ refused }: ImportReport): string[] {
  const rows = refused.slice(0, SHOWN).map(({ row, kind, detail }) => {
    const file = kind === "link_refused" ? "Links, row" : "Row";
    return `${file} ${row}, column ${String(detail.column)}: ${String(detail.reason)}`;
  });
  return refused.length > SHOWN
    ? [...rows, `and ${count(refused.length - SHOWN, "more refused row")}.`]
    : rows;
}

function tellMissing({ missing }: ImportReport): string[] {
  if (missing.length === 0) return [];
  const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : "";
  return [`Open here and not in the file, kept as they were: ${missing.slice(0, SHOWN).join(", ")}${more}.`];
}
