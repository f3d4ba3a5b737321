import { FileFault } from "./file-fault";

const QUOTE = 34;
const RETURN = 13;

export interface SplitRow {
  readonly cells: string[];
  /** Where the next row begins. */
  readonly next: number;
}

/**
 * The row that begins at `from`, or undefined when the text ends inside it. Commas and line breaks may stand inside quotation marks,
 * which are doubled there. A few times faster than a parser that looks at every letter, which on this file is half the import.
 */
export function splitRow(text: string, from: number, row: number): SplitRow | undefined {
  const cells: string[] = [];
  let at = from;
  let lineEnd = text.indexOf("\n", at);
  while (lineEnd >= 0) {
    const end = text.charCodeAt(at) === QUOTE ? closingQuote(text, at) : cellEnd(text, at, lineEnd);
    if (end === undefined || end > text.length) return undefined;
    cells.push(text.charCodeAt(at) === QUOTE ? unquote(text, at, end) : text.slice(at, end));
    if (text[end] === ",") at = end + 1;
    else if (text[end] === "\n") return { cells, next: end + 1 };
    else if (text[end] === "\r" && text[end + 1] === "\n") return { cells, next: end + 2 };
    else if (end + 1 >= text.length) return undefined;
    else throw new FileFault("broken_row", { row });
    if (at > lineEnd) lineEnd = text.indexOf("\n", at);
  }
  return undefined;
}

function cellEnd(text: string, at: number, lineEnd: number): number {
  const comma = text.indexOf(",", at);
  if (comma >= 0 && comma < lineEnd) return comma;
  return lineEnd > at && text.charCodeAt(lineEnd - 1) === RETURN ? lineEnd - 1 : lineEnd;
}

/** Just after the mark that closes the cell; undefined when the text ends first. */
function closingQuote(text: string, at: number): number | undefined {
  let quote = text.indexOf('"', at + 1);
  while (quote >= 0 && text.charCodeAt(quote + 1) === QUOTE) quote = text.indexOf('"', quote + 2);
  return quote < 0 || quote + 1 >= text.length ? undefined : quote + 1;
}

function unquote(text: string, at: number, end: number): string {
  const inside = text.slice(at + 1, end - 1);
  return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
}
