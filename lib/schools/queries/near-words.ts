import { sql } from "drizzle-orm";
import { schoolWords } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import { areNear, isSpellable, spellingForms } from "../search/spelling";

/** "Knarsbrough" and "Knaresborough" share this much of their letters in threes; much less is chance. */
const ALIKE = 0.4;
/** Of the words that are only alike, so many are tried. */
const MOST_ALIKE = 3;

/** For each word, the words of the register that one slip of the finger turns it into; where there are none, the most alike. */
export async function findNearWords(ctx: Ctx, words: readonly string[]): Promise<Map<string, string[]>> {
  const spellable = words.filter(isSpellable);
  if (spellable.length === 0) return new Map();
  // A word at a time: for all their forms together Postgres would rather read the whole table.
  const parts = spellable.map(
    (word) => sql`select word from ${schoolWords} where forms && ${sql.param(spellingForms(word))}::text[]`,
  );
  const { rows } = await ctx.db.execute<{ word: string }>(sql.join(parts, sql` union all `));
  const near = new Map(
    spellable.map((typed) => [typed, rows.map(({ word }) => word).filter((word) => areNear(typed, word))]),
  );
  for (const [typed, found] of near) if (found.length === 0) near.set(typed, await findAlike(ctx, typed));
  return near;
}

async function findAlike(ctx: Ctx, word: string): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ word: string }>(sql`
    select word from ${schoolWords} where word % ${word} and similarity(word, ${word}) >= ${ALIKE}
    order by similarity(word, ${word}) desc, word limit ${MOST_ALIKE}`);
  return rows.map(({ word }) => word);
}
