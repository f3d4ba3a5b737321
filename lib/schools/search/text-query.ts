import type { Question } from "./question";
import { isSoft, isWholeSoft } from "./soft-words";

/** For a typed word, the words of the register that it may have been meant for. */
export type NearWords = ReadonlyMap<string, readonly string[]>;

/** Text queries of Postgres, as `to_tsquery('simple', …)` reads them. Folded words hold nothing that it could take for a sign. */

/** Every word as it was typed, with or without the s of "Mary's" and "James's"; the last may be the beginning of one. */
export function asTyped({ words }: Question): string {
  return words
    .map((word, at) => (at === words.length - 1 ? lastWord(word) : withOrWithoutS(word)))
    .join(" & ");
}

function lastWord(word: string): string {
  return isWholeSoft(word) ? word : beginning(word);
}

function withOrWithoutS(word: string): string {
  if (isSoft(word) || !/^[a-z]{3,}$/.test(word)) return word;
  const without = word.endsWith("s") ? [word.slice(0, -1)] : [];
  return `(${[word, `${word}s`, ...without].join(" | ")})`;
}

/** The telling words, each as typed, as a beginning or as one of its near spellings. */
export function asMeant({ telling }: Question, near: NearWords): string {
  return telling.map((word) => anyOf(word, near)).join(" & ");
}

/** All telling words but one, whichever it is; undefined where that would leave fewer than two. */
export function asNearlyMeant({ telling }: Question, near: NearWords): string | undefined {
  if (telling.length < 3) return undefined;
  const all = telling.map((word) => anyOf(word, near));
  return all.map((_, left) => `(${all.filter((_, at) => at !== left).join(" & ")})`).join(" | ");
}

function anyOf(word: string, near: NearWords): string {
  const own = word.length >= 4 ? beginning(word) : word;
  return `(${[own, ...(near.get(word) ?? [])].join(" | ")})`;
}

function beginning(word: string): string {
  return `${word}:*`;
}
