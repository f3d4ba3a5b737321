import { aLead, anActor, anApplication, anOffer, aSession, aWorkGroup } from "@/db/testing/factories";
import { addDays, londonDate } from "@/lib/kernel/dates";
import { cancelWorkGroup } from "@/lib/workgroups/cancel-work-group";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import type { Place } from "./place";

/** Work Groups of the hub: addresses. */
export interface Groups {
  /** Has a lead, a school and two sessions, one of which is cancelled. */
  readonly recruiting: string;
  readonly session: string;
  readonly cancelledSession: string;
  /** Has none of them yet. */
  readonly planned: string;
  readonly cancelled: string;
  readonly questions: string;
  /** The same recruiting group, for a school that has a place in it. */
  readonly ofSchool: string;
}

export async function setGroups(given: Given, { hubId, schools, decider }: Place): Promise<Groups> {
  const { db } = given;
  const ctx = given.as(decider);
  const today = londonDate(ctx.now);
  const { id: offerId } = await anOffer(db, openFrom(today));
  const of = { offerId, hubId };
  const recruiting = await aWorkGroup(db, of);
  const planned = await aWorkGroup(db, { ...of, status: "planned" });
  const cancelled = await aWorkGroup(db, of);
  done(await cancelWorkGroup(ctx, { workGroupId: cancelled.id, reason: "Too few schools applied" }));
  const lead = await anActor(db, { role: "work_group_lead", hubId });
  await aLead(db, recruiting.id, lead.personId);
  await anApplication(db, {
    ...of,
    organisationId: schools.placed,
    decision: "approved",
    placement: "accepted",
    workGroupId: recruiting.id,
  });
  const session = await aSession(db, { workGroupId: recruiting.id, heldOn: addDays(today, 30) });
  const off = await aSession(db, {
    workGroupId: recruiting.id,
    number: 2,
    title: "Workshop 2",
    heldOn: addDays(today, 60),
    cancelledAt: ctx.now,
  });
  const at = ({ id }: { id: string }) => `/hub/work-groups/${id}`;
  return {
    recruiting: at(recruiting),
    session: `${at(recruiting)}/sessions/${session.id}`,
    cancelledSession: `${at(recruiting)}/sessions/${off.id}`,
    planned: at(planned),
    cancelled: at(cancelled),
    questions: `/hub/work-groups/new?offer=${offerId}`,
    ofSchool: `/school/work-groups/${recruiting.id}`,
  };
}

function openFrom(today: string) {
  return {
    opensOn: addDays(today, -40),
    closesOn: addDays(today, 40),
    decisionsOn: addDays(today, 60),
    startsOn: addDays(today, 7),
    endsOn: addDays(today, 320),
  };
}
