import { caseNotes } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { noteWritten } from "./events";
import type { WriteNoteInput } from "./input";
import { lockCase, subjectsOf } from "./locks";
import { canRunCase } from "./policy";
import type { CaseRefusal } from "./refusals";

/** Adds a professional note to the phase that the case is in. Notes are not changed afterwards. */
export async function writeNote(
  ctx: Ctx,
  input: WriteNoteInput,
): Promise<Result<{ noteId: string }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, input.caseId);
    const writtenBy = personIdOf(tx.actor);
    if (!row || !writtenBy || !canRunCase(tx.actor, row)) return refuse("not_found");
    if (row.status !== "open") return refuse("not_open");
    const [note] = await tx.db
      .insert(caseNotes)
      .values({ caseId: row.id, step: row.step, body: input.body, writtenBy, writtenAt: tx.now })
      .returning({ id: caseNotes.id });
    if (!note) throw new Error("The note was not written");
    await recordEvent(tx, noteWritten, { ...subjectsOf(row), payload: { noteId: note.id } });
    return ok({ noteId: note.id });
  });
}
