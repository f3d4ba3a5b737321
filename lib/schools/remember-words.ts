import { sql } from "drizzle-orm";
import { bulkInsert } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { schoolWords } from "@/db/schema/schools";
import { isSpellable, spellingForms } from "./search/spelling";

/** The words of search texts that a slip of the finger can be put right against. */
export function collectWords(into: Set<string>, searchText: string): void {
  for (const word of searchText.split(" ")) if (isSpellable(word)) into.add(word);
}

/** Adds words to those that the search knows. A word that is there already, or that no school uses any more, does no harm. */
export async function rememberWords(db: Queryable, words: ReadonlySet<string>): Promise<void> {
  await bulkInsert(
    db,
    schoolWords,
    [...words].map((word) => ({ word, forms: spellingForms(word) })),
    sql`on conflict (word) do nothing`,
  );
}
