import { eq, sql } from "drizzle-orm";
import { bulkInsert, overwrite } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { organisations } from "@/db/schema/schools";
import { newId } from "@/lib/kernel/ids";

/** One organisation for each trust that has an open school in the register, under the name that the register gives it. */
export async function updateTrusts(db: Queryable): Promise<void> {
  const { rows: named } = await db.execute<{ code: string; name: string }>(sql`
    select distinct on (trust_code) trust_code as code, trust_name as name from establishments
    where open and trust_code is not null and trust_name is not null order by trust_code, urn desc`);
  const existing = await db
    .select({ id: organisations.id, code: organisations.trustCode, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.kind, "trust"));
  const byCode = new Map(existing.map((trust) => [trust.code, trust]));
  const changed = named
    .map(({ code, name }) => ({ code, name: sayTrust(name) }))
    .filter(({ code, name }) => byCode.get(code)?.name !== name);
  await bulkInsert(
    db,
    organisations,
    changed.map(({ code, name }) => ({
      id: byCode.get(code)?.id ?? newId(),
      kind: "trust" as const,
      name,
      trustCode: code,
      stateFunded: true,
    })),
    overwrite(["id"], ["name"]),
  );
}

const small = new Set(["and", "of", "the", "for", "in", "at", "on"]);

/** The register writes trusts in capitals: "UNITED LEARNING TRUST" is shown as "United Learning Trust". */
export function sayTrust(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .split(" ")
    .map((word, place) =>
      place > 0 && small.has(word) ? word : word.replace(/[a-z]/, (letter) => letter.toUpperCase()),
    )
    .join(" ");
}
