import { inArray, lt } from "drizzle-orm";
import { bulkInsert, overwrite } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { establishments } from "@/db/schema/schools";
import { CellFault } from "./gias/cells";
import { type Establishment, type EstablishmentReader, establishmentReader } from "./gias/establishment";
import { FileFault } from "./gias/file-fault";
import { readRows } from "./gias/read-rows";
import { type ImportNotes, newImportNotes } from "./import-notes";
import { FIRST_INVENTED_URN } from "./register-rules";
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
  waiting: ChangedRow[];
  /** Postgres writes one batch while the next is read. */
  writing: Promise<void>;
}

interface ChangedRow {
  readonly number: number;
  readonly row: Establishment;
  readonly contentHash: string;
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
    writing: Promise.resolve(),
  };
  const rows = await takeFile(merge, path, progress);
  await rememberWords(db, merge.words);
  return { rows, notes: merge.notes, ...missingSchools(merge) };
}

/** Answers how many rows the file has below its header. */
async function takeFile(merge: Merge, path: string, progress: Progress): Promise<number> {
  let reader: EstablishmentReader | undefined;
  let rows = 0;
  try {
    for await (const batch of readRows(path))
      for (const { number, cells } of batch) {
        if (!reader) {
          reader = establishmentReader(cells);
          continue;
        }
        rows += 1;
        takeRow(merge, number, reader, cells);
        if (merge.waiting.length >= BATCH) await passOn(merge);
        if (rows % PROGRESS_EVERY === 0) progress(`${rows.toLocaleString("en-GB")} rows read`);
      }
    await passOn(merge);
  } finally {
    // A fault of the file must not end the transaction between two statements of a batch.
    await merge.writing;
  }
  return rows;
}

async function passOn(merge: Merge): Promise<void> {
  await merge.writing;
  const batch = merge.waiting;
  merge.waiting = [];
  merge.writing = writeRows(merge, batch);
  // Told to whoever awaits it next; until then it is nobody's.
  merge.writing.catch(() => undefined);
}

async function readKnown(db: Queryable): Promise<Merge["known"]> {
  const rows = await db
    .select({ urn: establishments.urn, hash: establishments.contentHash, open: establishments.open })
    .from(establishments)
    .where(lt(establishments.urn, FIRST_INVENTED_URN));
  return new Map(rows.map(({ urn, hash, open }) => [urn, { hash, open }]));
}

/** `LastChangedDate` is a day, so a second change on one day would be missed; the hash of the cells misses none. */
function takeRow(merge: Merge, number: number, reader: EstablishmentReader, cells: readonly string[]): void {
  try {
    const urn = reader.urnOf(cells);
    const first = merge.seen.get(urn);
    if (first !== undefined) throw new FileFault("duplicate_urn", { urn, row: number, first });
    merge.seen.set(urn, number);
    const contentHash = reader.hashOf(cells);
    if (merge.known.get(urn)?.hash !== contentHash)
      merge.waiting.push({ number, row: reader.read(cells), contentHash });
  } catch (fault) {
    if (!(fault instanceof CellFault)) throw fault;
    merge.notes.add(number, "refused", { detail: { column: fault.column, reason: fault.reason } });
  }
}

async function writeRows(merge: Merge, batch: readonly ChangedRow[]): Promise<void> {
  const { db, importId } = merge;
  const [first] = batch;
  if (!first) return;
  const before = await readBefore(merge, batch);
  for (const { number, row } of batch) noteRow(merge, number, row, before.get(row.urn));
  await bulkInsert(
    db,
    establishments,
    batch.map(({ row, contentHash }) => ({ ...row, contentHash, importId })),
    overwrite(["urn"], Object.keys({ ...first.row, contentHash: "", importId })),
  );
}

async function readBefore(
  { db, known }: Merge,
  batch: readonly ChangedRow[],
): Promise<Map<number, Establishment>> {
  const urns = batch.map(({ row }) => row.urn).filter((urn) => known.has(urn));
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
