import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { establishmentColumns, linkColumns } from "../gias/columns";

/** Cells by the name in the header; what is left out is blank. */
export type Cells = Readonly<Record<string, string | number>>;

/** The columns of the register that the service reads, one that it only keeps, and one that names a person. */
export const registerHeader: readonly string[] = [...establishmentColumns, "Gender (name)", "HeadLastName"];

/** An open community primary school in Leeds, of pupils and all. */
export function aRow(urn: number, cells: Cells = {}): Cells {
  return {
    URN: urn,
    "LA (code)": 383,
    "LA (name)": "Leeds",
    EstablishmentNumber: 2001,
    EstablishmentName: `School ${urn}`,
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentTypeGroup (name)": "Local authority maintained schools",
    "EstablishmentStatus (name)": "Open",
    "PhaseOfEducation (name)": "Primary",
    OpenDate: "01-09-2012",
    StatutoryLowAge: 4,
    StatutoryHighAge: 11,
    NumberOfPupils: 210,
    PercentageFSM: "23.5",
    Town: "Leeds",
    Postcode: "LS1 1AA",
    "Gender (name)": "Mixed",
    HeadLastName: "Okonkwo",
    ...cells,
  };
}

export function aClosedRow(urn: number, closedOn: string, cells: Cells = {}): Cells {
  return aRow(urn, { "EstablishmentStatus (name)": "Closed", CloseDate: closedOn, ...cells });
}

/** Two rows of the links file, as both schools say it. */
export function succession(from: number, to: number, date = "31-08-2023"): Cells[] {
  return [
    { URN: from, LinkURN: to, LinkType: "Successor", LinkEstablishedDate: date },
    { URN: to, LinkURN: from, LinkType: "Predecessor", LinkEstablishedDate: date },
  ];
}

/** A file as the register has it: quoted header, CRLF. One byte a letter, which is Windows-1252 for every letter up to ÿ. */
function registerText(rows: readonly Cells[], header: readonly string[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))].map(line).join("");
}

const linksHeader: readonly string[] = [...linkColumns.slice(0, 2), "LinkName", ...linkColumns.slice(2)];

/** A folder for the files of a test file, to be removed after it. */
export function registerFolder() {
  const folder = mkdtempSync(join(tmpdir(), "maths-hubs-register-"));
  let files = 0;
  const bytes = (content: Buffer, ending: "csv" | "csv.gz") => {
    files += 1;
    const path = join(folder, `register-${files}.${ending}`);
    writeFileSync(path, content);
    return path;
  };
  const contents = (rows: readonly Cells[], header = registerHeader) =>
    Buffer.from(registerText(rows, header), "latin1");
  return {
    bytes,
    contents,
    packed: (content: Buffer) => gzipSync(content),
    /** A path to a file of these rows. */
    register: (rows: readonly Cells[], header = registerHeader) => bytes(contents(rows, header), "csv"),
    links: (rows: readonly Cells[]) => bytes(contents(rows, linksHeader), "csv"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
