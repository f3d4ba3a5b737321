import { sql } from "drizzle-orm";
import { bulkInsert } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { establishmentLinks } from "@/db/schema/schools";
import { CellFault } from "./gias/cells";
import { type Link, linkReader } from "./gias/link";
import { readRows } from "./gias/read-rows";
import type { ImportNotes } from "./import-notes";

export interface LinksMerged {
  readonly rows: number;
  readonly known: number;
  /** Links that were there before and that the file does not have. */
  readonly missing: number;
  readonly added: number;
}

/** Brings the links between establishments to what the file says. Throws a `FileFault`. */
export async function mergeLinks(
  db: Queryable,
  { path, notes }: { path: string; notes: ImportNotes },
): Promise<LinksMerged> {
  const known = new Map((await db.select().from(establishmentLinks)).map((link) => [keyOf(link), link]));
  const { links, rows } = await readLinks(path, notes);
  const fresh = [...links].filter(
    ([key, link]) => !known.has(key) || known.get(key)?.establishedOn !== link.establishedOn,
  );
  const missing = [...known].filter(([key]) => !links.has(key)).map(([, link]) => link);
  await deleteLinks(db, missing);
  await bulkInsert(
    db,
    establishmentLinks,
    fresh.map(([, link]) => link),
    sql`on conflict (urn, link_urn, link_type) do update set established_on = excluded.established_on`,
  );
  return { rows, known: known.size, missing: missing.length, added: fresh.length };
}

async function readLinks(
  path: string,
  notes: ImportNotes,
): Promise<{ links: Map<string, Link>; rows: number }> {
  const links = new Map<string, Link>();
  let read: ReturnType<typeof linkReader> | undefined;
  let rows = 0;
  for await (const batch of readRows(path))
    for (const { number, cells } of batch) {
      if (!read) {
        read = linkReader(cells);
        continue;
      }
      rows += 1;
      try {
        const link = read(cells);
        links.set(keyOf(link), link);
      } catch (fault) {
        if (!(fault instanceof CellFault)) throw fault;
        notes.add(number, "link_refused", { detail: { column: fault.column, reason: fault.reason } });
      }
    }
  return { links, rows };
}

async function deleteLinks(db: Queryable, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await db.execute(sql`
    delete from ${establishmentLinks} l
    using unnest(${sql.param(links.map((link) => link.urn))}::int[], ${sql.param(links.map((link) => link.linkUrn))}::int[],
      ${sql.param(links.map((link) => link.linkType))}::text[]) as gone(urn, link_urn, link_type)
    where (l.urn, l.link_urn, l.link_type) = (gone.urn, gone.link_urn, gone.link_type)`);
}

function keyOf(link: Link): string {
  return `${link.urn} ${link.linkUrn} ${link.linkType}`;
}
