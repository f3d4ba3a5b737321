import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { FileFault } from "./file-fault";
import { splitRow } from "./split-row";
import { checkWindows1252, decodeWindows1252, hasHighBytes, hasUtf8Mark } from "./windows-1252";

/** A row of the file: 1 is the header. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Longer than this no row of the register is; a quotation mark was not closed. */
const LONGEST_ROW = 1_000_000;
const CHUNK = 1 << 18;

/**
 * Reads a CSV file of the register, plain or gzipped, a few hundred rows at a time, and never more than that into memory.
 * Throws a `FileFault` for bytes that are not Windows-1252, rows of another length than the header, and a file that ends too soon.
 */
export async function* readRows(path: string): AsyncGenerator<FileRow[]> {
  let waiting = "";
  let number = 0;
  let columns = 0;
  for await (const bytes of readBytes(path)) {
    if (number === 0 && waiting === "" && hasUtf8Mark(bytes))
      throw new FileFault("not_windows_1252", { row: 1 });
    waiting += bytes;
    const rows: FileRow[] = [];
    let from = 0;
    for (let row = splitRow(waiting, 0, number + 1); row; row = splitRow(waiting, from, number + 1)) {
      number += 1;
      columns ||= row.cells.length;
      rows.push(checkRow(row.cells, { bytes: waiting.slice(from, row.next), number, columns }));
      from = row.next;
    }
    waiting = waiting.slice(from);
    if (waiting.length > LONGEST_ROW) throw new FileFault("broken_row", { row: number + 1 });
    if (rows.length > 0) yield rows;
  }
  if (waiting !== "") yield [lastRow(waiting, number + 1, columns)];
  else if (number === 0) throw new FileFault("empty_file");
}

/** The links file ends without a line break. Only a closed quotation mark after the last column proves that a row is whole. */
function lastRow(bytes: string, number: number, columns: number): FileRow {
  const row = bytes.endsWith('"') ? splitRow(`${bytes}\n`, 0, number) : undefined;
  if (row?.cells.length !== columns) throw new FileFault("truncated_file", { row: number });
  return checkRow(row.cells, { bytes, number, columns });
}

function checkRow(
  cells: readonly string[],
  { bytes, number, columns }: { bytes: string; number: number; columns: number },
): FileRow {
  if (cells.length !== columns)
    throw new FileFault("broken_row", { row: number, found: cells.length, expected: columns });
  if (!hasHighBytes(bytes)) return { number, cells };
  checkWindows1252(bytes, number);
  return { number, cells: cells.map(decodeWindows1252) };
}

/** The bytes of the file, unpacked, one character 0 to 255 for each. */
async function* readBytes(path: string): AsyncGenerator<string> {
  try {
    const file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    const packed = buffer[0] === 0x1f && buffer[1] === 0x8b;
    const stream = file.createReadStream({ start: 0, highWaterMark: CHUNK });
    try {
      const unpacked = packed ? stream.pipe(createGunzip({ chunkSize: CHUNK })) : stream;
      for await (const chunk of unpacked) yield (chunk as Buffer).toString("latin1");
    } finally {
      stream.destroy();
    }
  } catch (fault) {
    const code = Reflect.get(Object(fault), "code");
    if (code === "Z_BUF_ERROR" || code === "Z_DATA_ERROR") throw new FileFault("truncated_file");
    throw new FileFault("unreadable_file", { reason: String(code) });
  }
}
