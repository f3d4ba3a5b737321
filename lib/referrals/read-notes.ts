import { desc, eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { caseNoteReads, caseNotes, supportCases } from "@/db/schema/referrals";
import type { Ctx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { notesRead } from "./events";
import { subjectsOf } from "./locks";
import { canReadNotes } from "./policy";
import type { CaseRefusal } from "./refusals";
import type { CaseStep } from "./rules";

export interface NoteView {
  readonly id: string;
  readonly step: CaseStep;
  readonly body: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** Opens the notes of a case, and records that this person read them: a reading is a deed. */
export async function readNotes(
  ctx: Ctx,
  input: { caseId: string },
): Promise<Result<{ notes: NoteView[] }, CaseRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(supportCases).where(eq(supportCases.id, input.caseId));
    const readBy = personIdOf(tx.actor);
    if (!row || !readBy || !canReadNotes(tx.actor, row)) return refuse("not_found");
    const notes = await tx.db
      .select({
        id: caseNotes.id,
        step: caseNotes.step,
        body: caseNotes.body,
        writtenBy: people.name,
        writtenAt: caseNotes.writtenAt,
      })
      .from(caseNotes)
      .innerJoin(people, eq(people.id, caseNotes.writtenBy))
      .where(eq(caseNotes.caseId, row.id))
      .orderBy(desc(caseNotes.writtenAt), desc(caseNotes.id));
    await tx.db.insert(caseNoteReads).values({ caseId: row.id, readBy, readAt: tx.now });
    await recordEvent(tx, notesRead, { ...subjectsOf(row), payload: { notes: notes.length } });
    return ok({ notes });
  });
}
