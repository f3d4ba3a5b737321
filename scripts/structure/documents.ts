import { posix } from "node:path";
import type { Fault, SourceFile } from "./source-file";

const place = /`((?:app|lib|db|drizzle|e2e|bench|scripts|docs|public)\/[^`\s]*)`/g;
const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g;

/**
 * Documents that name a path which is gone.
 * @param exists whether there is a file or folder at a path from the root
 */
export function documentsNameWhatExists(
  documents: readonly SourceFile[],
  exists: (path: string) => boolean,
): Fault[] {
  return documents.flatMap(({ path, text }) =>
    [...namedPaths(text), ...linkedPaths(path, text)]
      .filter((named) => !exists(named))
      .map((named) => ({ path, sentence: `There is no ${named} (any more). Say where it is now.` })),
  );
}

/** Paths with a part to fill in, such as `lib/<domain>/`, name no one file. */
function namedPaths(text: string): string[] {
  return [...text.matchAll(place)].map((match) => match[1] ?? "").filter((path) => !/[<*{…]/.test(path));
}

function linkedPaths(from: string, text: string): string[] {
  return [...text.matchAll(link)].map((match) => posix.join(posix.dirname(from), match[1] ?? ""));
}
