import { and, eq, isNull, sql } from "drizzle-orm";
import { workGroupSessions, workGroups } from "@/db/schema/workgroups";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { workGroupEdited } from "./events";
import type { EditWorkGroupInput } from "./input";
import { canArrangeGroup } from "./policy";
import { locateVenue } from "./queries/locate-postcode";
import { countPlaces, type LockedGroup, lockGroup } from "./queries/lock-group";
import type { WorkGroupRefusal } from "./refusals";
import { whyNotEdit } from "./rules";

type Refused = Extract<
  WorkGroupRefusal,
  | "not_found"
  | "changed_meanwhile"
  | "unknown_postcode"
  | "wrong_status"
  | "places_held"
  | "maximum_below_places"
>;
type Columns = Omit<typeof workGroups.$inferInsert, "id" | "offerId" | "hubId" | "code" | "createdAt">;

/** Changes what a group is. Sessions that meet where the group meets follow it to another venue. */
export async function editWorkGroup(
  ctx: Ctx,
  input: EditWorkGroupInput,
): Promise<Result<{ workGroupId: string }, Refused>> {
  return withTransaction(ctx, async (tx): Promise<Result<{ workGroupId: string }, Refused>> => {
    const group = await lockGroup(tx, input.workGroupId);
    if (!group || !canArrangeGroup(tx.actor, group)) return refuse("not_found");
    if (group.version !== input.version) return refuse("changed_meanwhile");
    const columns = await columnsOf(tx, input);
    if (!columns) return refuse("unknown_postcode");
    const changed = changedFacts(group, columns);
    const { held } = await countPlaces(tx, group.id);
    const why = whyNotEdit(group, { ...input, movesPlaceOrDay: changed.some(movesPlaceOrDay) }, held);
    if (why) return refuse(why, { held });
    if (changed.length > 0) await write(tx, group, columns, changed);
    return ok({ workGroupId: group.id });
  });
}

async function columnsOf(tx: TxCtx, input: EditWorkGroupInput): Promise<Columns | undefined> {
  const venue = await locateVenue(tx, input);
  if (!venue) return undefined;
  const { name, weekday, weekPattern, minimumSchools, maximumSchools } = input;
  const whatToPrepare = input.whatToPrepare || null;
  return { name, weekday, weekPattern, minimumSchools, maximumSchools, whatToPrepare, ...venue };
}

const factNames = {
  name: "name",
  online: "way of meeting",
  venueName: "venue",
  venuePostcode: "postcode",
  weekday: "weekday",
  weekPattern: "weeks",
  minimumSchools: "smallest number of schools",
  maximumSchools: "largest number of schools",
  whatToPrepare: "what to prepare",
} as const;
type Fact = keyof typeof factNames;

function changedFacts(group: LockedGroup, columns: Columns): Fact[] {
  return (Object.keys(factNames) as Fact[]).filter((fact) => group[fact] !== columns[fact]);
}

function movesPlaceOrDay(fact: Fact): boolean {
  return ["online", "venueName", "venuePostcode", "weekday", "weekPattern"].includes(fact);
}

async function write(
  tx: TxCtx,
  group: LockedGroup,
  columns: Columns,
  changed: readonly Fact[],
): Promise<void> {
  await tx.db
    .update(workGroups)
    .set({ ...columns, version: sql`${workGroups.version} + 1` })
    .where(eq(workGroups.id, group.id));
  if (changed.some((fact) => fact === "online" || fact === "venueName" || fact === "venuePostcode"))
    await moveSessions(tx, group, columns);
  await recordEvent(tx, workGroupEdited, {
    workGroupId: group.id,
    hubId: group.hubId,
    offerId: group.offerId,
    payload: { changed: changed.map((fact) => factNames[fact]) },
  });
}

async function moveSessions(tx: TxCtx, group: LockedGroup, columns: Columns): Promise<void> {
  await tx.db
    .update(workGroupSessions)
    .set({
      online: columns.online,
      venueName: columns.venueName,
      venuePostcode: columns.venuePostcode,
      sequence: sql`${workGroupSessions.sequence} + 1`,
    })
    .where(
      and(
        eq(workGroupSessions.workGroupId, group.id),
        isNull(workGroupSessions.cancelledAt),
        isNull(workGroupSessions.registerSavedAt),
        sql`${workGroupSessions.venueName} is not distinct from ${group.venueName}`,
      ),
    );
}
