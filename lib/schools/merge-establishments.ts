import { inArray } from "drizzle-orm";
import { bulkInsert, overwrite } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { establishments } from "@/db/schema/schools";
import { CellFault } from "./gias/cells";
import { type Establishment, establishmentReader, type ReadEstablishment } from "./gias/establishment";
import { FileFault } from "./gias/file-fault";
import { readRows } from "./gias/read-rows";
import { type ImportNotes, newImportNotes } from "./import-notes";
import { collectWords, rememberWords } from "./remember-words";

export type Progress = (line: string) => void;

/** What a file of establishments did to the register. */
export interface EstablishmentsMerged {
  readonly rows: number;
  readonly notes: ImportNotes;
  /** How many schools were open before, and which of them the file does not have. */
  readonly openBefore: number;
  readonly missing: readonly number[];
}

interface Merge {
  readonly db: Queryable;
  readonly importId: string;
  readonly notes: ImportNotes;
  readonly known: ReadonlyMap<number, { hash: string; open: boolean }>;
  readonly authorities: ReadonlySet<string>;
  /** The row of each URN, to tell one that comes twice. */
  readonly seen: Map<number, number>;
  readonly words: Set<string>;
  waiting: NumberedRow[];
}

interface NumberedRow {
  readonly number: number;
  readonly row: Establishment;
}

const BATCH = 2000;
const PROGRESS_EVERY = 10_000;

/** Brings the register to what the file says, row by row, and notes what each row changed. Throws a `FileFault`. */
export async function mergeEstablishments(
  db: Queryable,
  options: { path: string; importId: string; authorities: ReadonlySet<string>; progress: Progress },
): Promise<EstablishmentsMerged> {
  const { path, importId, authorities, progress } = options;
  const merge: Merge = {
    db,
    importId,
    authorities,
    notes: newImportNotes(),
    known: await readKnown(db),
    seen: new Map(),
    words: new Set(),
    waiting: [],
  };
  let read: ReadEstablishment | undefined;
  let rows = 0;
  for await (const batch of readRows(path))
    for (const { number, cells } of batch) {
      if (!read) {
        read = establishmentReader(cells);
        continue;
      }
      rows += 1;
      takeRow(merge, number, read, cells);
      if (merge.waiting.length >= BATCH) await writeRows(merge);
      if (rows % PROGRESS_EVERY === 0) progress(`${rows.toLocaleString("en-GB")} rows read`);
    }
  await writeRows(merge);
  await rememberWords(db, merge.words);
  return { rows, notes: merge.notes, ...missingSchools(merge) };
}

async function readKnown(db: Queryable): Promise<Merge["known"]> {
  const rows = await db
    .select({ urn: establishments.urn, hash: establishments.contentHash, open: establishments.open })
    .from(establishments);
  return new Map(rows.map(({ urn, hash, open }) => [urn, { hash, open }]));
}

function takeRow(merge: Merge, number: number, read: ReadEstablishment, cells: readonly string[]): void {
  try {
    const row = read(cells);
    const first = merge.seen.get(row.urn);
    if (first !== undefined) throw new FileFault("duplicate_urn", { urn: row.urn, row: number, first });
    merge.seen.set(row.urn, number);
    if (merge.known.get(row.urn)?.hash !== row.contentHash) merge.waiting.push({ number, row });
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    merge.notes.add(number, "refused", { detail: { column: fault.column, reason: fault.reason } });
  }
}

async function writeRows(merge: Merge): Promise<void> {
  const { db, importId, waiting } = merge;
  const [first] = waiting;
  if (!first) return;
  const before = await readBefore(merge);
  for (const { number, row } of waiting) noteRow(merge, number, row, before.get(row.urn));
  await bulkInsert(
    db,
    establishments,
    waiting.map(({ row }) => ({ ...row, importId })),
    overwrite(["urn"], Object.keys({ ...first.row, importId })),
  );
  merge.waiting = [];
}

async function readBefore({ db, known, waiting }: Merge): Promise<Map<number, Establishment>> {
  const urns = waiting.map(({ row }) => row.urn).filter((urn) => known.has(urn));
  if (urns.length === 0) return new Map();
  const rows = await db.select().from(establishments).where(inArray(establishments.urn, urns));
  return new Map(rows.map((row) => [row.urn, row]));
}

function noteRow(
  { notes, words, authorities }: Merge,
  number: number,
  row: Establishment,
  before: Establishment | undefined,
): void {
  const { urn } = row;
  collectWords(words, row.searchText);
  if (before) notes.addChange(number, row, before);
  else notes.add(number, "new", { urn });
  if (row.open && !authorities.has(row.laCode ?? ""))
    notes.add(number, "unknown_la", { urn, detail: { laCode: row.laCode, laName: row.laName } });
}

function missingSchools({ known, seen }: Merge): Pick<EstablishmentsMerged, "openBefore" | "missing"> {
  const open = [...known].filter(([, school]) => school.open).map(([urn]) => urn);
  return { openBefore: open.length, missing: open.filter((urn) => !seen.has(urn)) };
}
