import { asc, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { matchResults } from "@/db/schema/matching";
import { workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { keepWaiting } from "@/lib/applications/keep-waiting";
import { offerPlace } from "@/lib/applications/offer-place";
import { placeExplanation, waitingExplanation } from "@/lib/applications/placement-explanation";
import type { ApplicationRefusal } from "@/lib/applications/refusals";
import type { IsoDate } from "@/lib/kernel/dates";
import { type ApplicationNow, Changes } from "./changes";
import { compareText } from "./compare-text";
import { freezeInput } from "./freeze-input";
import type { LockedRun } from "./locks";
import type { MatchInput } from "./match-input";
import { asPolicyNumbers } from "./policy-numbers";
import { lockLeads, publishLeads } from "./publish-leads";
import type { LeftOut } from "./reasons";

export type StoredResult = typeof matchResults.$inferSelect;

/** Ids of applications. */
export interface Published {
  readonly offered: string[];
  readonly waiting: string[];
  readonly leftOut: Map<string, LeftOut>;
  /** How many groups were given their lead. */
  readonly leads: number;
}

interface Publication {
  readonly run: LockedRun;
  readonly results: readonly StoredResult[];
  readonly answerBy: IsoDate;
}

/** Sends each result that still holds through the deeds of the applications, as part of the transaction it is given. */
export async function publishResults(tx: TxCtx, { run, results, answerBy }: Publication): Promise<Published> {
  const frozen = run.input as MatchInput;
  const states = await lockAll(tx, results);
  const { hubId, offerId } = run;
  const leads = await lockLeads(tx, run.id, groupsOf(results));
  const policy = asPolicyNumbers(run.policy);
  const now = await freezeInput(tx, { hubId, offerId, policy, forReview: true });
  const changes = new Changes(frozen, now);
  const whyNot = new Map(
    results.map(({ applicationId, workGroupId }) => [
      applicationId,
      changes.findChange(applicationId, workGroupId, stateOf(states, applicationId)),
    ]),
  );
  const sent = results.filter(({ applicationId }) => !whyNot.get(applicationId));
  const led = await publishLeads(tx, { leads, now, schoolsOf: schoolsOf(sent, frozen) });
  const published: Published = { offered: [], waiting: [], leftOut: new Map(), leads: led };
  for (const result of inOrderOfPriority(results, frozen)) {
    const { applicationId, workGroupId } = result;
    const why = whyNot.get(applicationId) ?? (await send(tx, result, answerBy));
    if (why) published.leftOut.set(applicationId, why);
    else if (workGroupId) published.offered.push(applicationId);
    else published.waiting.push(applicationId);
  }
  return published;
}

function groupsOf(results: readonly StoredResult[]): string[] {
  return [...new Set(results.flatMap(({ workGroupId }) => workGroupId ?? []))];
}

/** The schools that are about to be offered a place, by group. */
function schoolsOf(
  results: readonly StoredResult[],
  { applications: rows }: MatchInput,
): Map<string, string[]> {
  const schools = new Map(rows.map(({ id, school }) => [id, school]));
  const byGroup = new Map<string, string[]>();
  for (const { applicationId, workGroupId } of results) {
    const school = schools.get(applicationId);
    if (workGroupId && school) byGroup.set(workGroupId, [...(byGroup.get(workGroupId) ?? []), school]);
  }
  return byGroup;
}

/**
 * Holds every group and application of the publication against other deeds: groups first, then applications, each in
 * order of id, as whoever gives a place does, so that no two wait for each other.
 */
async function lockAll(tx: TxCtx, results: readonly StoredResult[]): Promise<Map<string, ApplicationNow>> {
  await tx.db
    .select({ id: workGroups.id })
    .from(workGroups)
    .where(inArray(workGroups.id, groupsOf(results)))
    .orderBy(asc(workGroups.id))
    .for("no key update");
  const { id, decision, placement } = applications;
  const ids = results.map(({ applicationId }) => applicationId);
  const rows = await tx.db
    .select({ id, decision, placement })
    .from(applications)
    .where(inArray(id, ids))
    .orderBy(asc(id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

function stateOf(states: ReadonlyMap<string, ApplicationNow>, applicationId: string): ApplicationNow {
  const state = states.get(applicationId);
  if (!state) throw new Error(`Application ${applicationId} vanished`);
  return state;
}

/** Where a group has shrunk, those with the higher priority come first and the last ones are left out. */
function inOrderOfPriority(results: readonly StoredResult[], { applications: rows }: MatchInput) {
  const precedence = new Map(rows.map((row) => [row.id, row.precedence]));
  const of = ({ applicationId }: StoredResult) => precedence.get(applicationId) ?? "";
  return results.toSorted(
    (x, y) => x.tier - y.tier || compareText(of(x), of(y)) || compareText(x.applicationId, y.applicationId),
  );
}

async function send(
  tx: TxCtx,
  { applicationId, workGroupId, reason, explanation }: StoredResult,
  answerBy: IsoDate,
): Promise<LeftOut | undefined> {
  const answer = workGroupId
    ? await offerPlace(tx, {
        applicationId,
        workGroupId,
        answerBy,
        reason,
        explanation: placeExplanation.parse(explanation),
      })
    : await keepWaiting(tx, { applicationId, reason, explanation: waitingExplanation.parse(explanation) });
  if (answer.ok) return undefined;
  const why = leftOutBecause[answer.refusal.code];
  if (!why) throw new Error(`A place could not be offered: ${answer.refusal.code}`);
  return why;
}

/** What the deeds of the applications may still refuse after the run's own look. */
const leftOutBecause: Partial<Record<ApplicationRefusal, LeftOut>> = {
  withdrawn: "withdrawn",
  not_approved: "decided_otherwise",
  not_unplaced: "has_a_place",
  newer_application: "replaced",
  group_full: "group_full",
  group_not_open: "group_closed",
  not_found: "group_closed",
  own_lead: "own_lead",
};
