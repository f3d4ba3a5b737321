import { foldWords } from "./fold";

/** Between the parts of a search text; no word contains it. */
const DIVIDER = " | ";

export interface Searchable {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  /** Other places that people may name: locality, authority, district, county. */
  readonly places: readonly (string | null | undefined)[];
}

/** The folded words of a row, by what they are. */
export interface SearchWords {
  readonly name: readonly string[];
  readonly town: readonly string[];
  readonly other: readonly string[];
}

/** What the indexes hold of a row: `name | town | URN, postcode and other places`, folded. */
export function searchText(row: Searchable): string {
  const name = foldWords(row.name);
  const town = foldWords(row.town ?? "");
  const said = new Set(town);
  const places = row.places.flatMap((place) => (place ? foldWords(place) : []));
  const other = [String(row.urn), ...postcodeWords(row.postcode)];
  for (const word of places)
    if (!said.has(word)) {
      said.add(word);
      other.push(word);
    }
  return [name.join(" "), town.join(" "), other.join(" ")].join(DIVIDER);
}

export function readSearchText(text: string): SearchWords {
  const [name = "", town = "", other = ""] = text.split(DIVIDER).map((part) => part.trim());
  return { name: wordsOf(name), town: wordsOf(town), other: wordsOf(other) };
}

/** "HG1 2AB" as "hg12ab", the way it is typed without its space, and its first half for whoever knows only that. */
function postcodeWords(postcode: string | null): string[] {
  const key = postcodeKey(postcode)?.toLowerCase();
  return key && key.length > 4 ? [key, key.slice(0, -3)] : [];
}

/** Upper case and without its space; null when there is none. */
export function postcodeKey(postcode: string | null): string | null {
  return postcode?.toUpperCase().replace(/[^A-Z0-9]/g, "") || null;
}

function wordsOf(part: string): string[] {
  return part === "" ? [] : part.split(" ");
}
