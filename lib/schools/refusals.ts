import type { Refusal } from "@/lib/kernel/result";
import { count } from "@/lib/kernel/words";
import type { FileFaultCode } from "./gias/file-fault";

type Detail = NonNullable<Refusal["detail"]>;
type Sentence = (detail: Detail) => string;

/** A file that is in order but changes more than a year brings: a person looks at it first. */
export type HeldCode = "many_missing" | "many_closed" | "many_refused" | "many_links_missing";
export type ImportRefusal = "not_found" | "no_authorities" | FileFaultCode | HeldCode;

export const heldCodes: ReadonlySet<string> = new Set<HeldCode>([
  "many_missing",
  "many_closed",
  "many_refused",
  "many_links_missing",
]);

const again = "Download the file again and import that one.";
const confirm = "If that is right, import it again with --confirm.";

/** What went wrong with an import and what to do. Nothing of the file was kept. */
export const importRefusals: Readonly<Record<ImportRefusal, Sentence>> = {
  not_found: () => "You may not import the register.",
  no_authorities: () =>
    "The database knows no local authorities yet. Start the service once (npm start), then import again.",
  unreadable_file: ({ reason }) =>
    `The file cannot be read (${reason}). Check its name and that it is a file.`,
  empty_file: () => `The file is empty. ${again}`,
  wrong_header: ({ missing, twice }) =>
    twice === undefined
      ? `The first row has no column "${missing}". Import "all establishment data" or its links file as they are downloaded.`
      : `The first row names the column "${twice}" twice. ${again}`,
  truncated_file: ({ row }) =>
    row === undefined
      ? `The file ends before its packed content does. ${again}`
      : `The file ends in the middle of row ${row}. ${again}`,
  broken_row: ({ row, found, expected }) =>
    found === undefined
      ? `Row ${row} has a quotation mark that is not closed. ${again}`
      : `Row ${row} has ${count(Number(found), "cell")} where the header has ${expected}. ${again}`,
  not_windows_1252: ({ row }) =>
    `Row ${row} is not in Windows-1252, perhaps because the file was opened and saved in UTF-8. Import it as it was downloaded.`,
  lost_letter: ({ row }) =>
    `Row ${row} holds the mark that stands for a lost letter (U+FFFD), so the file was damaged on its way. ${again}`,
  duplicate_urn: ({ urn, row, first }) =>
    `URN ${urn} stands in row ${first} and again in row ${row}. ${again}`,
  many_missing: ({ missing, open }) =>
    `${count(Number(missing), "open school")} of ${open} would be missing from the register. ${confirm} They stay as they are then.`,
  many_closed: ({ closed, open }) =>
    `${count(Number(closed), "school")} of ${open} that are open would be closed. ${confirm}`,
  many_refused: ({ refused, rows }) =>
    `${count(Number(refused), "row")} of ${rows} cannot be read. ${confirm} Those rows stay as they were then.`,
  many_links_missing: ({ missing, known }) =>
    `${count(Number(missing), "link")} of ${known} would be missing from the links. ${confirm}`,
};

export type OverrideRefusal =
  | "not_found"
  | "same_hub"
  | "authority_hub"
  | "moved_meanwhile"
  | "already_ended"
  | "no_authority";
export const overrideRefusals: Readonly<Record<OverrideRefusal, string>> = {
  not_found: "This school is not there, or you cannot change its hub.",
  same_hub: "The school belongs to this hub already. Choose another hub.",
  authority_hub:
    "This is the hub of the school’s local authority. Go back to the school and end the move instead.",
  moved_meanwhile:
    "Somebody has moved the school since you opened this page. Go back to the school to see where it is now.",
  already_ended: "The school is back with the hub of its local authority already.",
  no_authority:
    "We do not know the hub of the school’s local authority, so it would have none. Move it to another hub instead.",
};

export type ReviewRefusal = "not_found" | "already_resolved" | "choose_schools" | "in_use" | "needs_hub";
export const reviewRefusals: Readonly<Record<ReviewRefusal, string>> = {
  not_found: "This review is not there, or it belongs to another hub.",
  already_resolved: "Somebody has answered this already. Go back to the list.",
  choose_schools: "One of the schools has changed since you opened this page. Reload it and choose again.",
  in_use:
    "Both schools have records here already, so one history cannot take over the other. Keep them apart.",
  needs_hub: "Give the school a hub on its record. That answers this.",
};
