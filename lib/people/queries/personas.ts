import { asc, eq } from "drizzle-orm";
import { demonstrationPersonas, people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { isDemonstration } from "@/lib/kernel/env";

export interface Persona {
  readonly personId: string;
  readonly name: string;
  readonly situation: string;
}

/** Whom a visitor of the demonstration may sign in as. Nobody in production. */
export async function listPersonas(ctx: Ctx): Promise<readonly Persona[]> {
  if (!isDemonstration()) return [];
  return ctx.db
    .select({ personId: people.id, name: people.name, situation: demonstrationPersonas.situation })
    .from(demonstrationPersonas)
    .innerJoin(people, eq(people.id, demonstrationPersonas.personId))
    .orderBy(asc(demonstrationPersonas.position));
}
