import { and, eq, sql } from "drizzle-orm";
import { matchProposals } from "@/db/schema/matching";
import { organisations } from "@/db/schema/schools";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/access/context";
import { personIdOf } from "@/lib/access/scope";
import { recordEvent } from "@/lib/events/record-event";
import { weekdayNames } from "@/lib/kernel/dates";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { count } from "@/lib/kernel/words";
import { createWorkGroup } from "@/lib/workgroups/create-work-group";
import type { WorkGroupRefusal } from "@/lib/workgroups/refusals";
import { actForHubs } from "./act-for-hubs";
import { matchGroupPlanned } from "./events";
import { freezeLeads } from "./freeze-leads";
import type { PlanProposedGroupInput } from "./input";
import { whyNotLead } from "./lead-rules";
import { type LockedRun, lockRun, subjectsOf } from "./locks";
import type { MatchInput } from "./match-input";
import { canRunMatch } from "./policy";
import type { GroupProposal } from "./propose-groups";
import type { MatchingRefusal } from "./refusals";
import { ANY_ROLE, whyNotPlan } from "./rules";

type Refused = Extract<
  MatchingRefusal,
  "not_found" | "not_computed" | "wrong_status" | "offer_over" | "venue_unknown" | "proposed_lead_gone"
>;
type Answer = Result<{ runId: string; workGroupId: string }, Refused>;

/**
 * Makes a group that a run proposes real: a planned group at its venue, with its day, its sizes and its lead, through the
 * deed of the groups. The next run of the offer may place schools in it. Said twice, it is made once.
 */
export async function planProposedGroup(ctx: Ctx, input: PlanProposedGroupInput): Promise<Answer> {
  return withTransaction(ctx, async (tx): Promise<Answer> => {
    const run = await lockRun(tx, input.runId);
    if (!run || !canRunMatch(tx.actor, run)) return refuse("not_found");
    const row = await findProposal(tx, input);
    if (!row) return refuse("not_found");
    if (row.workGroupId) return ok({ runId: run.id, workGroupId: row.workGroupId });
    const why = whyNotPlan(run);
    if (why) return refuse(why);
    if (!(await isLeadFree(tx, run, row.proposal))) return refuse("proposed_lead_gone");
    const name = nameOf(row, row.proposal);
    const acting = actForHubs(tx, run, [row.proposal.hub]);
    const planned = await createWorkGroup(acting, { ...groupOf(run, row.proposal), ...venueOf(row), name });
    if (!planned.ok) return refuse(refusedBecause(planned.refusal.code));
    const { workGroupId } = planned.value;
    await keep(tx, input, workGroupId);
    await recordEvent(tx, matchGroupPlanned, {
      ...subjectsOf(run),
      workGroupId,
      payload: { name, schools: row.proposal.applications.length },
    });
    return ok({ runId: run.id, workGroupId });
  });
}

async function findProposal(tx: TxCtx, { runId, number }: PlanProposedGroupInput) {
  const [row] = await tx.db
    .select({
      proposal: sql<GroupProposal>`${matchProposals.proposal}`,
      workGroupId: matchProposals.workGroupId,
      school: organisations.name,
      town: organisations.town,
      postcode: organisations.postcode,
    })
    .from(matchProposals)
    .innerJoin(organisations, eq(organisations.id, matchProposals.venueId))
    .where(and(eq(matchProposals.runId, runId), eq(matchProposals.number, number)));
  return row;
}

/** Whether the lead whom the run found is still free for it. */
async function isLeadFree(tx: TxCtx, run: LockedRun, proposal: GroupProposal): Promise<boolean> {
  const lead = (await freezeLeads(tx, run)).find(({ id }) => id === proposal.lead);
  if (!lead) return false;
  const role = (run.input as MatchInput | null)?.norm?.role ?? ANY_ROLE;
  const group = { ...proposal, id: "", role, lead: null, leadSchool: null, held: 0, acceptsGuests: true };
  return !whyNotLead(lead, { ...group, members: [] });
}

interface Venue {
  readonly school: string;
  readonly town: string | null;
  readonly postcode: string | null;
}

const LONGEST_NAME = 80;

/** "Ravensmoor Wednesday" */
function nameOf({ town, school }: Venue, { online, weekday }: GroupProposal): string {
  const where = online ? "Online" : (town ?? school);
  const day = weekdayNames[weekday] ?? "";
  return `${where.slice(0, LONGEST_NAME - day.length - 1)} ${day}`;
}

function venueOf({ school, postcode }: Venue) {
  return { venueName: school.slice(0, 120), venuePostcode: postcode ?? "" };
}

function groupOf({ offerId }: LockedRun, proposal: GroupProposal) {
  return {
    hubId: proposal.hub,
    offerId,
    leadId: proposal.lead,
    leadReason: sayLead(proposal),
    meets: proposal.online ? ("online" as const) : ("face_to_face" as const),
    weekday: proposal.weekday,
    weekPattern: "every" as const,
    minimumSchools: proposal.minimum,
    maximumSchools: proposal.capacity,
    whatToPrepare: "",
  };
}

/** For the lead: the match gives each proposal the one of those still free for whom it costs least. */
function sayLead({ applications, weekday }: GroupProposal): string {
  return `A match proposed this new group for ${count(applications.length, "school")} that waited. Of the leads who were still free on ${weekdayNames[weekday]}s, nobody would have suited it better.`;
}

async function keep(
  tx: TxCtx,
  { runId, number }: PlanProposedGroupInput,
  workGroupId: string,
): Promise<void> {
  await tx.db
    .update(matchProposals)
    .set({ workGroupId, plannedAt: tx.now, plannedBy: personIdOf(tx.actor) ?? null })
    .where(and(eq(matchProposals.runId, runId), eq(matchProposals.number, number)));
}

function refusedBecause(
  code: Extract<WorkGroupRefusal, "not_found" | "offer_over" | "unknown_postcode" | "not_a_lead">,
): Refused {
  if (code === "unknown_postcode") return "venue_unknown";
  return code === "not_a_lead" ? "proposed_lead_gone" : code;
}
