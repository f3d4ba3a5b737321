import type { Question } from "./question";
import { readSearchText, type SearchWords } from "./search-text";
import { isSoft } from "./soft-words";
import type { NearWords } from "./text-query";

export interface Candidate {
  readonly urn: number;
  readonly open: boolean;
  /** Closed, and an open organisation carries it on. */
  readonly carriedOn: boolean;
  readonly searchText: string;
}

/** What a word that was found is worth, by where and how: points that can be added up on paper. */
const worth = { telling: 10, soft: 2 } as const;
const place = { name: 1, town: 0.9, other: 0.7 } as const;
const likeness = { same: 1, possessive: 0.95, beginning: 0.8, near: 0.7, none: 0 } as const;
/** What it costs that the name says more than was asked, that the words stand apart, that the school is closed. */
const cost = { tellingLeft: 3, softLeft: 0.4, closed: 12, carriedOn: 3 } as const;
const bonus = { inOrder: 0.6, beginsWith: 1 } as const;

/** Best first: what answers the question most fully, open before closed, then the shorter name, then the lower URN. */
export function rank<Row extends Candidate>(
  question: Question,
  candidates: readonly Row[],
  near: NearWords,
): Row[] {
  const scored = candidates.map((row) => ({
    row,
    points: pointsOf(question, row, near),
    length: row.searchText.indexOf("|"),
  }));
  scored.sort((a, b) => b.points - a.points || a.length - b.length || a.row.urn - b.row.urn);
  return scored.map(({ row }) => row);
}

export function pointsOf(
  { words }: Question,
  { open, carriedOn, searchText }: Candidate,
  near: NearWords,
): number {
  const text = readSearchText(searchText);
  const hit = new Set<number>();
  let points = open ? 0 : -(carriedOn ? cost.carriedOn : cost.closed);
  let before = -1;
  words.forEach((word, at) => {
    const last = at === words.length - 1;
    const found = findWord(text, { word, last, near: near.get(word) ?? [] });
    points += worth[isSoft(word) ? "soft" : "telling"] * (found.share > 0 ? found.share : -1);
    if (found.at < 0) return;
    hit.add(found.at);
    if (at === 0 && found.at === 0) points += bonus.beginsWith;
    if (before >= 0 && found.at === before + 1) points += bonus.inOrder;
    before = found.at;
  });
  text.name.forEach((word, at) => {
    if (!hit.has(at)) points -= isSoft(word) ? cost.softLeft : cost.tellingLeft;
  });
  return points;
}

/** The best place of a word in a row: how much of its worth it earns, and where in the name it stands (-1: elsewhere). */
function findWord(text: SearchWords, typed: Typed): { share: number; at: number } {
  let best = { share: 0, at: -1 };
  for (const part of ["name", "town", "other"] as const)
    text[part].forEach((there, at) => {
      const share = place[part] * likeness[compare(typed, there)];
      if (share > best.share) best = { share, at: part === "name" ? at : -1 };
    });
  return best;
}

interface Typed {
  readonly word: string;
  /** The last word may be the beginning of one. */
  readonly last: boolean;
  readonly near: readonly string[];
}

function compare({ word, last, near }: Typed, there: string): keyof typeof likeness {
  if (word === there) return "same";
  if (`${word}s` === there || word === `${there}s`) return "possessive";
  if (there.startsWith(word) && (last || word.length >= 4)) return "beginning";
  return near.includes(there) ? "near" : "none";
}
