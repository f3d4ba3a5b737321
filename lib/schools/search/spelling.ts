/** Shorter words have too many neighbours to be guessed at. */
const SHORTEST = 4;

/** Whether a slip of the finger in this word can be put right: letters only, and enough of them. */
export function isSpellable(word: string): boolean {
  return word.length >= SHORTEST && /^[a-z]+$/.test(word);
}

/**
 * The word and what is left when any one of its letters is taken out. Two words that share a form differ by one letter
 * wrong, missing, too many, or out of its place; so a misspelt word is found by looking forms up, without comparing it with every word.
 */
export function spellingForms(word: string): string[] {
  if (!isSpellable(word)) return [word];
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at += 1) forms.add(word.slice(0, at) + word.slice(at + 1));
  return [...forms];
}

/** Whether one slip of the finger turns one word into the other. */
export function areNear(one: string, other: string): boolean {
  if (!isSpellable(one) || !isSpellable(other) || Math.abs(one.length - other.length) > 1) return false;
  const forms = new Set(spellingForms(one));
  return spellingForms(other).some((form) => forms.has(form));
}
