export type FileFaultCode =
  | "unreadable_file"
  | "empty_file"
  | "wrong_header"
  | "truncated_file"
  | "broken_row"
  | "not_windows_1252"
  | "lost_letter"
  | "duplicate_urn";

export type FileFaultDetail = Readonly<Record<string, string | number>>;

/** What is wrong with a file as a whole. Thrown while it is read, so that nothing of it is kept. */
export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly detail: FileFaultDetail = {},
  ) {
    super(code);
  }
}
