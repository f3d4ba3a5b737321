import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file of the project as the rules see it: its path from the root, its text, and the text without comments and strings. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  /** What it imports, as paths from the root where that is known, else as written. */
  readonly imports: readonly string[];
}

/** One broken rule: where, and what to do instead. */
export interface Fault {
  readonly path: string;
  readonly sentence: string;
}

export type Rule = (files: readonly SourceFile[]) => Fault[];

const skipped = new Set(["node_modules", "build", "meta"]);

/** Every file below the places that has one of the endings. */
export function readSources(root: string, places: readonly string[], endings: RegExp): SourceFile[] {
  const found: SourceFile[] = [];
  const visit = (path: string) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) {
      if (endings.test(path)) found.push(sourceFile(path, readFileSync(full, "utf8")));
      return;
    }
    for (const entry of readdirSync(full)) if (!skipped.has(entry)) visit(`${path}/${entry}`);
  };
  for (const place of places) visit(place);
  return found;
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, code: withoutCommentsAndStrings(text), imports: importsOf(path, text) };
}

const importStatement =
  /(?:^|\n)\s*(?:import|export)\b[^"'`;]*?from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"|(?:^|\n)import\s+"([^"]+)"/g;

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importStatement)].map((match) =>
    fromRoot(path, match[1] ?? match[2] ?? match[3] ?? ""),
  );
}

function fromRoot(path: string, written: string): string {
  if (written.startsWith("@/")) return written.slice(2);
  if (!written.startsWith(".")) return written;
  return join(path, "..", written).replaceAll("\\", "/");
}

/** Good enough to look for words and calls: regular expressions and text between tags stay. */
function withoutCommentsAndStrings(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g,
    (part) => (part.startsWith("/") ? "" : '""'),
  );
}
