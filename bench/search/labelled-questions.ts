import { type Chance, chanceOf } from "@/db/demo/random";
import { foldWords } from "@/lib/schools/search/fold";
import { readSearchText } from "@/lib/schools/search/search-text";
import {
  abbreviated,
  anotherCatholicSpelling,
  anotherChurchSpelling,
  anotherSaintSpelling,
  oneSlip,
  otherAmpersand,
  type Spelling,
  withoutApostrophes,
} from "./spellings";

/** A row of the register that questions are drawn from. */
export interface RegisterRow {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly open: boolean;
  readonly searchText: string;
  /** The URN of the open school that carries it on; its own when it is open. */
  readonly today: number | null;
}

export interface LabelledQuestion {
  readonly category: string;
  readonly text: string;
  /** Every school that this text names equally well, by its URN today. */
  readonly right: ReadonlySet<number>;
}

type Draw = (row: RegisterRow, chance: Chance) => string | undefined;
/** The open schools that nothing in the text tells apart. */
type Fits = (row: RegisterRow, text: string) => readonly RegisterRow[];

interface Category {
  readonly name: string;
  readonly draw: Draw;
  readonly fits: Fits;
  readonly from: readonly RegisterRow[];
}

/** A text that fits more schools than this cannot have its school in the first three. */
const MOST_RIGHT = 3;

/** Questions of every kind that people ask, drawn from a register; the same seed draws the same. */
export function labelledQuestions(
  rows: readonly RegisterRow[],
  { seed, each }: { seed: string; each: number },
): LabelledQuestion[] {
  return categories(rows).flatMap((category) =>
    drawCategory(category, chanceOf(`${seed} ${category.name}`), each),
  );
}

function drawCategory(
  { name, draw, fits, from }: Category,
  chance: Chance,
  each: number,
): LabelledQuestion[] {
  const questions: LabelledQuestion[] = [];
  if (from.length === 0) return questions;
  for (let tries = 0; questions.length < each && tries < each * 400; tries += 1) {
    const row = chance.pick(from);
    const text = draw(row, chance);
    if (text === undefined) continue;
    const right = new Set(fits(row, text).map(({ today }) => today ?? 0));
    if (right.size > 0 && right.size <= MOST_RIGHT) questions.push({ category: name, text, right });
  }
  return questions;
}

function categories(rows: readonly RegisterRow[]): Category[] {
  const open = rows.filter((row) => row.open && row.town);
  const closed = rows.filter((row) => !row.open && row.town && row.today !== null);
  const namesakes = groupBy(open, (row) => partsOf(row).slice(0, 2).join("|"));
  const neighbours = groupBy(open, (row) => row.postcode ?? "");
  const sectors = groupBy(open, sectorOf);
  const sameName: Fits = (row) => namesakes.get(partsOf(row).slice(0, 2).join("|")) ?? [];
  const holdsAll: Fits = (_, text) => open.filter((row) => holds(row, foldWords(text)));
  const itself: Fits = (row) => [row];
  const named = (name: string, spelling: Spelling): Category => ({
    name,
    from: open,
    fits: sameName,
    draw: (row, chance) => join(spelling(row.name, chance), row.town),
  });
  return [
    named("name and town", (name) => name),
    {
      name: "name, town begun",
      from: open,
      fits: sameName,
      draw: (row) => join(row.name, row.town?.slice(0, 4)),
    },
    { name: "URN", from: open, fits: itself, draw: ({ urn }) => String(urn) },
    {
      name: "postcode",
      from: open,
      fits: (row) => neighbours.get(row.postcode ?? "") ?? [],
      draw: postcodeOf,
    },
    {
      name: "postcode without space",
      from: open,
      fits: (row) => neighbours.get(row.postcode ?? "") ?? [],
      draw: (row) => postcodeOf(row)?.replace(" ", "").toLowerCase(),
    },
    {
      name: "part of a postcode",
      from: open,
      fits: (row) => sectors.get(sectorOf(row)) ?? [],
      draw: sectorOf,
    },
    {
      name: "abbreviated",
      from: open,
      fits: holdsAll,
      draw: (row, chance) => join(abbreviated(row.name, chance), row.town?.toLowerCase()),
    },
    named("one slip", oneSlip),
    named("no apostrophes", withoutApostrophes),
    named("Church of England", anotherChurchSpelling),
    named("Catholic", anotherCatholicSpelling),
    named("Saint", anotherSaintSpelling),
    named("and, &", otherAmpersand),
    {
      name: "closed, carried on",
      from: closed,
      fits: (row) =>
        [...closed, ...open].filter(
          (other) => foldedName(other) === foldedName(row) && other.town === row.town,
        ),
      draw: (row) => join(row.name, row.town),
    },
  ];
}

function partsOf({ searchText }: RegisterRow): string[] {
  return searchText.split("|").map((part) => part.trim());
}

function foldedName(row: RegisterRow): string {
  return partsOf(row)[0] ?? "";
}

function holds({ searchText }: RegisterRow, words: readonly string[]): boolean {
  const { name, town, other } = readSearchText(searchText);
  return words.every((word) => name.includes(word) || town.includes(word) || other.includes(word));
}

function postcodeOf({ postcode }: RegisterRow): string | undefined {
  return postcode?.includes(" ") ? postcode : undefined;
}

function sectorOf({ postcode }: RegisterRow): string {
  return postcode?.slice(0, -2) ?? "";
}

function join(name: string | undefined, town: string | null | undefined): string | undefined {
  return name && town ? `${name} ${town}` : undefined;
}

function groupBy(
  rows: readonly RegisterRow[],
  keyOf: (row: RegisterRow) => string,
): Map<string, RegisterRow[]> {
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
