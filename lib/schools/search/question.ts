import { foldWords } from "./fold";
import { isSoft } from "./soft-words";
import { areNear } from "./spelling";

/** What somebody typed to find a school, ready to be compared with search texts. */
export interface Question {
  readonly words: readonly string[];
  /** Those of the words that say which school is meant; all of them where none does. */
  readonly telling: readonly string[];
  /** Whether the words tell nothing: "primary school". */
  readonly vague: boolean;
}

/** Longer texts are cut: no name and town of a school together have as many. */
export const LONGEST_QUESTION = 120;
/** Below this nothing is looked for: two letters fit thousands of schools. */
export const SHORTEST_QUESTION = 3;
const MOST_WORDS = 14;

const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s+(\d[a-z]{0,2})\b/gi;
const churchOfEngland = /\b([a-z]{5,7}) of ([a-z]{6,8})\b/gi;
const numbered = /\burn\b[\s:]*(?=\d)/gi;

/** Undefined for a text too short to look for. */
export function readQuestion(text: string): Question | undefined {
  const cut = text.slice(0, LONGEST_QUESTION);
  // The search texts hold a postcode and its first half: with its space "OX2 9" is in OX2, without it could be OX29.
  const joined = cut.replace(numbered, "").replace(postcode, "$1 $1$2").replace(churchOfEngland, mendChurch);
  const words = [...new Set(foldWords(joined))].slice(0, MOST_WORDS);
  if (words.join("").length < SHORTEST_QUESTION) return undefined;
  const telling = words.filter((word) => !isSoft(word));
  return { words, telling: telling.length > 0 ? telling : words, vague: telling.length === 0 };
}

/** The one thing that schools' names write in three words must be known as one, misspelt or not. */
function mendChurch(text: string, church: string, england: string): string {
  return areNear(church.toLowerCase(), "church") && areNear(england.toLowerCase(), "england")
    ? "Church of England"
    : text;
}
