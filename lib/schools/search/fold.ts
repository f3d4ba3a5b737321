const APOSTROPHES = /['’‘ʼ`´′]/g;
const ACCENTS = /\p{M}/gu;
const NOT_ASCII = /[^ -~]/;

/** Words that say nothing about which school is meant. */
const silent = new Set(["the", "and", "of"]);

/** Spellings of one thing that people, and the register, use side by side. */
const sameWord: Readonly<Record<string, readonly string[]>> = {
  saint: ["st"],
  ss: ["st"],
  sts: ["st"],
  cofe: ["ce"],
  coe: ["ce"],
  cevc: ["ce", "vc"],
  cevcp: ["ce", "vc", "primary"],
  ceva: ["ce", "va"],
  cevap: ["ce", "va", "primary"],
  rc: ["catholic"],
  cath: ["catholic"],
  sch: ["school"],
  schools: ["school"],
  pri: ["primary"],
  prim: ["primary"],
  jnr: ["junior"],
  jun: ["junior"],
  juniors: ["junior"],
  inf: ["infant"],
  infants: ["infant"],
  acad: ["academy"],
  coll: ["college"],
  comm: ["community"],
  sec: ["secondary"],
};
const samePhrase: Readonly<Record<string, string>> = {
  "church england": "ce",
  "roman catholic": "catholic",
  "voluntary aided": "va",
  "voluntary controlled": "vc",
};

/**
 * The words of a name, a place or a question as the search compares them: lower case, without accents, apostrophes and
 * punctuation, and one spelling for St and Saint, CofE and Church of England, RC and Roman Catholic, & and and.
 * Rows and questions go through this one function, so that they can only differ where the words differ.
 */
export function foldWords(text: string): string[] {
  // Apostrophes first: taken apart, some of them are a space and an accent.
  const whole = text.replace(APOSTROPHES, "");
  const plain = NOT_ASCII.test(whole) ? whole.normalize("NFKD").replace(ACCENTS, "") : whole;
  const words = plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !silent.has(word));
  return joinPhrases(joinInitials(words).flatMap((word) => sameWord[word] ?? [word]));
}

export function fold(text: string): string {
  return foldWords(text).join(" ");
}

/** "c e" and "C. of E." are one word; the single letter of "Thomas a Becket" stays alone. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = "";
  for (const word of [...words, ""]) {
    if (/^[a-z]$/.test(word)) initials += word;
    else {
      if (initials !== "") joined.push(initials);
      initials = "";
      if (word !== "") joined.push(word);
    }
  }
  return joined;
}

function joinPhrases(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const phrase = samePhrase[`${joined.at(-1)} ${word}`];
    if (phrase) joined[joined.length - 1] = phrase;
    else joined.push(word);
  }
  return joined;
}
