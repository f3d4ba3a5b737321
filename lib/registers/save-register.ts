import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { applications, participants } from "@/db/schema/applications";
import { offers, programmes } from "@/db/schema/programmes";
import { attendances, workGroupLeads, workGroupSessions, workGroups } from "@/db/schema/workgroups";
import type { Ctx, TxCtx } from "@/lib/access/context";
import { withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { startPlaces } from "@/lib/applications/start-places";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { placeStarted, registerSaved } from "./events";
import type { SaveRegisterInput } from "./input";
import { canTakeRegister, type GroupSubject } from "./policy";
import type { SaveRegisterRefusal } from "./refusals";
import { wasThere, whyNotMark } from "./rules";

export interface SavedRegister {
  readonly workGroupId: string;
  readonly sessionId: string;
  readonly marked: number;
}

/**
 * Saves the marks of a session's register. Sending the same marks again changes nothing, so a phone may try until it gets through.
 * A school's first attendance starts its place.
 */
export async function saveRegister(
  ctx: Ctx,
  input: SaveRegisterInput,
): Promise<Result<SavedRegister, SaveRegisterRefusal>> {
  return withTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, input.sessionId);
    const markedBy = personIdOf(tx.actor);
    if (!session || !markedBy || !canTakeRegister(tx.actor, session.group)) return refuse("not_found");
    const why = whyNotMark(session, londonDate(tx.now));
    if (why) return refuse(why);
    if (input.marks.length === 0) return refuse("nothing_marked");
    const members = await membersOf(
      tx,
      session.workGroupId,
      input.marks.map(({ participantId }) => participantId),
    );
    if (input.marks.some(({ participantId }) => !members.has(participantId))) return refuse("not_in_group");
    const changed = await writeMarks(tx, input, markedBy);
    if (changed === 0)
      return ok({ workGroupId: session.workGroupId, sessionId: session.id, marked: input.marks.length });
    await tx.db
      .update(workGroupSessions)
      .set({ registerSavedAt: tx.now })
      .where(eq(workGroupSessions.id, session.id));
    const there = input.marks.filter(({ mark }) => wasThere(mark));
    await recordEvent(tx, registerSaved, {
      workGroupId: session.workGroupId,
      hubId: session.group.hubId,
      payload: {
        sessionId: session.id,
        number: session.number,
        marked: input.marks.length,
        there: there.length,
      },
    });
    await startPlacesOf(
      tx,
      session,
      there.flatMap(({ participantId }) => members.get(participantId) ?? []),
    );
    return ok({ workGroupId: session.workGroupId, sessionId: session.id, marked: input.marks.length });
  });
}

async function startPlacesOf(
  tx: TxCtx,
  session: { id: string; workGroupId: string },
  applicationIds: string[],
): Promise<void> {
  for (const place of await startPlaces(tx, applicationIds)) {
    await recordEvent(tx, placeStarted, {
      ...place,
      workGroupId: session.workGroupId,
      payload: { sessionId: session.id },
    });
  }
}

async function lockSession(tx: TxCtx, sessionId: string) {
  const [row] = await tx.db
    .select({ session: workGroupSessions, hubId: workGroups.hubId, phase: programmes.phase })
    .from(workGroupSessions)
    .innerJoin(workGroups, eq(workGroups.id, workGroupSessions.workGroupId))
    .innerJoin(offers, eq(offers.id, workGroups.offerId))
    .innerJoin(programmes, eq(programmes.id, offers.programmeId))
    .where(eq(workGroupSessions.id, sessionId))
    .for("update", { of: workGroupSessions });
  if (!row) return undefined;
  const today = londonDate(tx.now);
  const leads = await tx.db
    .select({ personId: workGroupLeads.personId })
    .from(workGroupLeads)
    .where(
      and(
        eq(workGroupLeads.workGroupId, row.session.workGroupId),
        sql`(${workGroupLeads.finishedOn} is null or ${workGroupLeads.finishedOn} > ${today})`,
      ),
    );
  const { hubId, phase } = row;
  const group: GroupSubject = { hubId, phase, leadIds: leads.map(({ personId }) => personId) };
  return { ...row.session, group };
}

/** The application of each participant who takes part in the group at present. */
async function membersOf(
  tx: TxCtx,
  workGroupId: string,
  participantIds: string[],
): Promise<Map<string, string>> {
  const rows = await tx.db
    .select({ id: participants.id, applicationId: participants.applicationId })
    .from(participants)
    .innerJoin(applications, eq(applications.id, participants.applicationId))
    .where(
      and(
        inArray(participants.id, participantIds),
        isNull(participants.removedAt),
        eq(applications.workGroupId, workGroupId),
        inArray(applications.placement, ["accepted", "started", "completed"]),
      ),
    );
  return new Map(rows.map((row) => [row.id, row.applicationId]));
}

/** Upserts the marks that differ from what is stored and answers how many did. */
async function writeMarks(tx: TxCtx, input: SaveRegisterInput, markedBy: string): Promise<number> {
  const rows = input.marks.map((entry) => ({
    ...entry,
    substituteName: entry.substituteName ?? null,
    sessionId: input.sessionId,
    markedBy,
    markedAt: tx.now,
  }));
  const written = await tx.db
    .insert(attendances)
    .values(rows)
    .onConflictDoUpdate({
      target: [attendances.sessionId, attendances.participantId],
      set: {
        mark: sql`excluded.mark`,
        substituteName: sql`excluded.substitute_name`,
        markedBy: sql`excluded.marked_by`,
        markedAt: sql`excluded.marked_at`,
      },
      setWhere: sql`(${attendances.mark}, ${attendances.substituteName}) is distinct from (excluded.mark, excluded.substitute_name)`,
    })
    .returning({ participantId: attendances.participantId });
  return written.length;
}
