import type { Chance } from "@/db/demo/random";

/** Other ways in which people write the same name. Each answers undefined for a name that it does not apply to. */
export type Spelling = (name: string, chance: Chance) => string | undefined;

const churchOfEngland = /\b(?:Church of England|C\.? ?of ?E\.?|CofE|C\.? ?E\.?)(?=\s|$)/;
const churchForms = ["CofE", "C of E", "CE", "C.E.", "Church of England"];
const catholic = /\b(?:Roman Catholic|R\.?C\.?|Catholic)(?=\s|$)/;
const catholicForms = ["RC", "Catholic", "Roman Catholic"];
const saint = /\b(?:Saint|St)\b\.?/;

export const anotherChurchSpelling: Spelling = (name, chance) =>
  swap(name, churchOfEngland, chance.pick(churchForms));
export const anotherCatholicSpelling: Spelling = (name, chance) =>
  swap(name, catholic, chance.pick(catholicForms));
export const anotherSaintSpelling: Spelling = (name, chance) =>
  swap(name, saint, chance.pick(["Saint", "St", "St."]));

export const otherAmpersand: Spelling = (name) => swap(name, / & /, " and ") ?? swap(name, / and /, " & ");

export const withoutApostrophes: Spelling = (name) =>
  /['’‘]/.test(name) ? name.replace(/['’‘]/g, "").toLowerCase() : undefined;

const leftOut =
  /\b(?:voluntary (?:controlled|aided)|church of england|c\.? ?of ?e\.?|cofe|c\.?e\.?|primary|infants?|junior|nursery|high|secondary|academy|community|school|college|the|va|vc|and|&)\b\.?/gi;

/** What somebody in a hurry types: no capitals, no signs, nothing that most schools have in their name. */
export const abbreviated: Spelling = (name) => {
  const short = name
    .replace(/\(.*?\)|,.*$/g, " ")
    .replace(leftOut, " ")
    .toLowerCase()
    .replace(/['’‘.]/g, "")
    .replace(/[^a-z0-9à-ÿ]+/g, " ")
    .trim();
  return short.replace(/\b(?:st|catholic|rc|roman)\b/g, "").trim().length >= 4 ? short : undefined;
};

/** One slip of the finger in a word of five letters or more: a letter wrong, missing, too many, or two in the wrong order. */
export const oneSlip: Spelling = (name, chance) => {
  const words = name.match(/[A-Za-z]{5,}/g)?.filter((word) => !/^(?:school|primary|academy)$/i.test(word));
  if (!words?.length) return undefined;
  const word = chance.pick(words);
  const wrong = slip(word, chance);
  return wrong === word ? undefined : name.replace(word, wrong);
};

function slip(word: string, chance: Chance): string {
  const at = chance.between(1, word.length - 2);
  const letter = chance.pick([..."abcdefghiklmnoprstuvwy"]);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (chance.between(1, 4)) {
    case 1:
      return before + letter + after;
    case 2:
      return before + after;
    case 3:
      return before + letter + word.slice(at);
    default:
      return before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}

function swap(name: string, pattern: RegExp, form: string): string | undefined {
  const changed = name.replace(pattern, form);
  return changed === name ? undefined : changed;
}
