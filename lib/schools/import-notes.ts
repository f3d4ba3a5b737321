import { bulkInsert } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { registerImportRows } from "@/db/schema/schools";
import type { Establishment } from "./gias/establishment";

/** What an import did to one row. */
export type NoteKind =
  | "new"
  | "changed"
  | "renamed"
  | "closed"
  | "reopened"
  | "unknown_la"
  | "refused"
  | "link_refused";

export interface Note {
  readonly row: number;
  readonly kind: NoteKind;
  readonly urn: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What an import did, row by row, and the sums of it. */
export interface ImportNotes {
  readonly rows: readonly Note[];
  /** By kind, and `changed.<column>` for each column that changed. */
  readonly counts: Readonly<Record<string, number>>;
  add(row: number, kind: NoteKind, about: { urn?: number; detail?: Note["detail"] }): void;
  addChange(row: number, after: Establishment, before: Establishment): void;
}

/** Not facts of the register, but what the service makes of them. */
const derived = new Set(["contentHash", "searchText", "postcodeKey", "importId", "rest"]);

export function newImportNotes(): ImportNotes {
  const rows: Note[] = [];
  const counts: Record<string, number> = {};
  const increase = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const add: ImportNotes["add"] = (row, kind, { urn = null, detail = {} }) => {
    rows.push({ row, kind, urn, detail });
    increase(kind);
  };
  return {
    rows,
    counts,
    add,
    addChange(row, after, before) {
      const { urn } = after;
      const fields = changedFields(before, after);
      if (fields.length === 0) return;
      for (const { field } of fields) increase(`changed.${field}`);
      add(row, "changed", {
        urn,
        detail: Object.fromEntries(fields.map(({ field, from, to }) => [field, [from, to]])),
      });
      if (before.name !== after.name)
        add(row, "renamed", { urn, detail: { from: before.name, to: after.name } });
      if (before.open && !after.open) add(row, "closed", { urn, detail: { closedOn: after.closedOn } });
      if (!before.open && after.open) add(row, "reopened", { urn });
    },
  };
}

interface ChangedField {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The columns that two states of one establishment differ in, those kept as they came included. */
export function changedFields(before: Establishment, after: Establishment): ChangedField[] {
  return [
    ...differences(before, after).filter(({ field }) => !derived.has(field)),
    ...differences(before.rest, after.rest),
  ];
}

function differences(before: object, after: object): ChangedField[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .map((field) => ({
      field,
      from: Reflect.get(before, field) ?? null,
      to: Reflect.get(after, field) ?? null,
    }))
    .filter(({ from, to }) => from !== to);
}

/** Keeps the notes of an import. Into an empty register every row is new, which is worth a count and no row. */
export async function writeNotes(
  db: Queryable,
  importId: string,
  { notes, first }: { notes: ImportNotes; first: boolean },
): Promise<void> {
  await bulkInsert(
    db,
    registerImportRows,
    notes.rows
      .filter(({ kind }) => !(first && kind === "new"))
      .map(({ row, kind, urn, detail }) => ({ importId, rowNumber: row, kind, urn, detail })),
  );
}
