import { asc, inArray } from "drizzle-orm";
import { applications } from "@/db/schema/applications";
import type { matchResults } from "@/db/schema/matching";
import { workGroups } from "@/db/schema/workgroups";
import type { TxCtx } from "@/lib/access/context";
import { keepWaiting } from "@/lib/applications/keep-waiting";
import { movePlace } from "@/lib/applications/move-place";
import { offerPlace } from "@/lib/applications/offer-place";
import { placeExplanation, waitingExplanation } from "@/lib/applications/placement-explanation";
import type { ApplicationRefusal } from "@/lib/applications/refusals";
import type { IsoDate } from "@/lib/kernel/dates";
import { actForHubs } from "./act-for-hubs";
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
  readonly moved: string[];
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
  const policy = asPolicyNumbers(run.policy);
  const leads = await lockLeads(tx, run.id, groupsOf(results));
  const now = await freezeInput(tx, { ...run, policy, mayMove: run.besideRunId !== null });
  const changes = new Changes(frozen, now);
  const whyNot = new Map(
    results.map(({ applicationId, workGroupId }) => [
      applicationId,
      changes.findChange(applicationId, workGroupId, stateOf(states, applicationId)),
    ]),
  );
  const sent = results.filter(({ applicationId }) => !whyNot.get(applicationId));
  const acting = actForHubs(tx, run, hubsOf(frozen));
  const led = await publishLeads(acting, { leads, now, schoolsOf: schoolsOf(sent, frozen) });
  const published: Published = { offered: [], moved: [], waiting: [], leftOut: new Map(), leads: led };
  await inRounds(inOrderOfPriority(results, frozen), async (result) => {
    const { applicationId } = result;
    const why = whyNot.get(applicationId) ?? (await send(acting, result, answerBy));
    if (why) published.leftOut.set(applicationId, why);
    else listOf(published, result).push(applicationId);
    return why === "group_full";
  });
  for (const id of [...published.offered, ...published.moved]) published.leftOut.delete(id);
  return published;
}

function hubsOf({ hubs }: MatchInput): string[] {
  return hubs.map(({ id }) => id);
}

function groupsOf(results: readonly StoredResult[]): string[] {
  return [
    ...new Set(results.flatMap((result) => [result.workGroupId ?? [], movedFrom(result) ?? []].flat())),
  ];
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

function listOf({ offered, moved, waiting }: Published, result: StoredResult): string[] {
  if (!result.workGroupId) return waiting;
  return movedFrom(result) ? moved : offered;
}

/** The group that the result takes its school out of. */
function movedFrom({ outcome }: StoredResult): string | undefined {
  const from = outcome.movedFrom;
  return typeof from === "string" ? from : undefined;
}

/** Whoever finds the group full comes again after the others: in a repair a place is free once another has moved on. */
async function inRounds<Item>(
  items: readonly Item[],
  isInTheWay: (item: Item) => Promise<boolean>,
): Promise<void> {
  let left = items;
  for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
    before = left.length;
    const again: Item[] = [];
    for (const item of left) if (await isInTheWay(item)) again.push(item);
    left = again;
  }
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

async function send(tx: TxCtx, result: StoredResult, answerBy: IsoDate): Promise<LeftOut | undefined> {
  const { applicationId, workGroupId, reason, explanation } = result;
  const answer = workGroupId
    ? await give(tx, result, { workGroupId, answerBy })
    : await keepWaiting(tx, { applicationId, reason, explanation: waitingExplanation.parse(explanation) });
  if (answer.ok) return undefined;
  const why = leftOutBecause[answer.refusal.code];
  if (!why) throw new Error(`A place could not be offered: ${answer.refusal.code}`);
  return why;
}

/** A place for a school without one is offered; a school that has one is moved. */
function give(tx: TxCtx, result: StoredResult, to: { workGroupId: string; answerBy: IsoDate }) {
  const { applicationId, reason } = result;
  const explanation = placeExplanation.parse(result.explanation);
  const fromGroupId = movedFrom(result);
  const place = { ...to, applicationId, reason, explanation };
  return fromGroupId ? movePlace(tx, { ...place, fromGroupId }) : offerPlace(tx, place);
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
  place_changed: "place_changed",
};
