import { eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import type { TxCtx } from "@/lib/access/context";

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/** The one record of whoever has this address, made if there is none, as part of a deed that has asked its policy. */
export async function findOrAddPerson(
  tx: TxCtx,
  { name, email }: { name: string; email: string },
): Promise<KnownPerson> {
  await tx.db.insert(people).values({ name, email, createdAt: tx.now }).onConflictDoNothing();
  const [person] = await tx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, email));
  if (!person) throw new Error("The person was not written");
  return person;
}
