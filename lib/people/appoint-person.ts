import { type Ctx, withTransaction } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { findOrAddPerson } from "./find-or-add-person";
import { giveGrant } from "./give-grant";
import type { AppointPersonInput } from "./input";
import { canAppoint } from "./policy";

/** Gives somebody a role from the operator's command line: how the first people of a new installation get in. */
export async function appointPerson(
  ctx: Ctx,
  input: AppointPersonInput,
): Promise<Result<{ personId: string }, "not_found">> {
  if (!canAppoint(ctx.actor)) return refuse("not_found");
  return withTransaction(ctx, async (tx) => {
    const { name, email, role, hubId = null, phase = null } = input;
    const person = await findOrAddPerson(tx, { name, email });
    await giveGrant(tx, { personId: person.id, role, hubId, phase, way: "operator" });
    return ok({ personId: person.id });
  });
}
