import { leadProfiles } from "@/db/schema/people";
import { type Ctx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { bitsOf } from "@/lib/kernel/weekdays";
import { weekdaysChosen } from "./events";
import type { ChooseWeekdaysInput } from "./input";
import { canChooseWeekdays } from "./policy";

/** Keeps the weekdays on which the actor can lead: matches that begin from now on give them new groups on these only. */
export async function chooseWeekdays(
  ctx: Ctx,
  input: ChooseWeekdaysInput,
): Promise<Result<{ weekdays: number }, "not_found">> {
  const personId = personIdOf(ctx.actor);
  if (!personId || !canChooseWeekdays(ctx.actor)) return refuse("not_found");
  const weekdays = bitsOf(input.days);
  return withTransaction(ctx, async (tx) => {
    const said = { weekdays, weekdaysSaidAt: tx.now };
    await tx.db
      .insert(leadProfiles)
      .values({ personId, ...said })
      .onConflictDoUpdate({ target: leadProfiles.personId, set: said });
    await recordEvent(tx, weekdaysChosen, { personId, payload: { weekdays } });
    return ok({ weekdays });
  });
}
