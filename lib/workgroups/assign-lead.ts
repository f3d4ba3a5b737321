import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import { employments, grants, people } from "@/db/schema/people";
import { workGroupLeads } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { londonDate } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { queueMessage } from "@/lib/notifications/queue-message";
import { leadAssigned, leadStoodDown } from "./events";
import type { AssignLeadInput } from "./input";
import { canFormGroups } from "./policy";
import { findOpenLead, type LockedGroup, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { heldPlacements } from "./rules";

type Refused = Extract<
  WorkGroupRefusal,
  "not_found" | "wrong_status" | "not_a_lead" | "own_school" | "already_lead"
>;

type Assigned = { readonly workGroupId: string; readonly workGroupLeadId: string };

/** Gives the group its lead, or another one from today. The one before stays in the group's history. */
export async function assignLead(ctx: Ctx, input: AssignLeadInput): Promise<Result<Assigned, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<Assigned, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canFormGroups(tx.actor, group)) return refuse("not_found");
    if (group.status === "finished" || group.status === "cancelled") return refuse("wrong_status");
    const before = await findOpenLead(tx, group.id);
    if (before?.personId === input.personId) return refuse("already_lead");
    if (await worksAtSchoolOfGroup(tx, input)) return refuse("own_school");
    if (before) await standDown(tx, group, before);
    const put = await putLead(tx, { ...input, workGroupId: group.id, hubId: group.hubId });
    if (!put) return refuse("not_a_lead");
    await tellLead(tx, group, { ...put, reason: input.reason });
    return ok({ workGroupId: group.id, workGroupLeadId: put.workGroupLeadId });
  });
}

/** Writes the lead of a group that has none; undefined when the person does not lead for the hub today. */
export async function putLead(
  tx: TxCtx,
  lead: { workGroupId: string; hubId: string; personId: string; reason?: string },
): Promise<{ workGroupLeadId: string; name: string; email: string | null } | undefined> {
  const person = await findLeadOfHub(tx, lead);
  if (!person) return undefined;
  const [row] = await tx.db
    .insert(workGroupLeads)
    .values({
      workGroupId: lead.workGroupId,
      personId: lead.personId,
      startedOn: londonDate(tx.now),
      assignedBy: personIdOf(tx.actor) ?? null,
      reason: lead.reason || null,
    })
    .returning({ id: workGroupLeads.id });
  if (!row) throw new Error(`The lead of group ${lead.workGroupId} was not written`);
  await recordEvent(tx, leadAssigned, {
    workGroupId: lead.workGroupId,
    hubId: lead.hubId,
    personId: lead.personId,
    payload: { personId: lead.personId, name: person.name },
  });
  return { ...person, workGroupLeadId: row.id };
}

async function findLeadOfHub(tx: TxCtx, lead: { hubId: string; personId: string }) {
  const today = londonDate(tx.now);
  const [person] = await tx.db
    .select({ name: people.name, email: people.email })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(
        eq(grants.personId, lead.personId),
        eq(grants.hubId, lead.hubId),
        eq(grants.role, "work_group_lead"),
        lte(grants.startedOn, today),
        or(isNull(grants.finishedOn), gt(grants.finishedOn, today)),
      ),
    )
    .limit(1);
  return person;
}

async function worksAtSchoolOfGroup(tx: TxCtx, input: AssignLeadInput): Promise<boolean> {
  const ownPlaces = await tx.db.$count(
    applications,
    and(
      eq(applications.workGroupId, input.workGroupId),
      inArray(applications.placement, heldPlacements),
      inArray(
        applications.organisationId,
        tx.db
          .select({ id: employments.organisationId })
          .from(employments)
          .where(and(eq(employments.personId, input.personId), isNull(employments.finishedOn))),
      ),
    ),
  );
  return ownPlaces > 0;
}

async function standDown(
  tx: TxCtx,
  group: LockedGroup,
  before: { id: string; personId: string },
): Promise<void> {
  await tx.db
    .update(workGroupLeads)
    .set({ finishedOn: londonDate(tx.now) })
    .where(eq(workGroupLeads.id, before.id));
  const [person] = await tx.db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, before.personId));
  await recordEvent(tx, leadStoodDown, {
    workGroupId: group.id,
    hubId: group.hubId,
    personId: before.personId,
    payload: { personId: before.personId, name: person?.name ?? "" },
  });
}

async function tellLead(
  tx: TxCtx,
  group: LockedGroup,
  lead: { name: string; email: string | null; reason: string | undefined },
): Promise<void> {
  if (!lead.email) return;
  const why = lead.reason ? `\n\nWhy this group: ${lead.reason}` : "";
  await queueMessage(tx, {
    purpose: "work_group_lead",
    toName: lead.name,
    toEmail: lead.email,
    hubId: group.hubId,
    subject: `You lead ${group.name} (${group.code})`,
    body: `Hello ${lead.name},\n\nYou have been put down as the lead of ${group.name}.${why}\n\nIts dates, venue and schools are on your page of groups. If this is a mistake, please tell your hub.`,
  });
}
