import {
  aLead,
  anActor,
  anApplication,
  aParticipant,
  aSchool,
  aSession,
  aWorkGroup,
} from "@/db/testing/factories";
import type { UserActor } from "@/lib/access/actor";
import { findRow } from "@/lib/applications/testing/school-in-a-hub";
import { addDays } from "@/lib/kernel/dates";
import { chooseWeekdays } from "@/lib/people/choose-weekdays";
import { decideRecommendation } from "@/lib/progression/decide-recommendation";
import { type SchoolInAGroup, schoolInAGroup } from "@/lib/progression/testing/school-in-a-group";
import { done } from "../../fixtures/done";
import type { Given } from "../../fixtures/given";
import { confirmed, recommended, thisYear } from "../../fixtures/progression";

/** A group of Development and its schools, each with its review in another state. */
export interface Progress {
  readonly lead: UserActor;
  readonly schools: readonly SchoolInAGroup[];
  /** Addresses of the lead's pages. */
  readonly group: string;
  readonly emptyGroup: string;
  readonly register: string;
  readonly registerOfNobody: string;
  readonly registerAhead: string;
  readonly toWrite: string;
  readonly shared: string;
  readonly answered: string;
  /** Addresses of the hub's and the schools' pages: the recommendation waits for one of them, or is decided. */
  readonly withSchool: Recommendation;
  readonly withHub: Recommendation;
  readonly decided: Recommendation;
}

interface Recommendation {
  readonly hub: string;
  readonly school: string;
}

export async function setProgress(given: Given): Promise<Progress> {
  const { db } = given;
  const first = await schoolInAGroup(db, {}, thisYear);
  const [second, third, fourth] = [
    await another(given, first),
    await another(given, first),
    await another(given, first),
  ];
  const group = `/lead/groups/${first.workGroupId}`;
  const reviewOf = ({ applicationId }: SchoolInAGroup) => `${group}/reviews/${applicationId}`;
  done(await chooseWeekdays(given.as(first.lead), { days: ["1", "3"] }));
  const { today } = thisYear;
  const past = await aSession(db, { workGroupId: first.workGroupId, heldOn: today });
  const ahead = await aSession(db, {
    workGroupId: first.workGroupId,
    number: 2,
    title: "Workshop 2",
    heldOn: addDays(today, 21),
  });
  return {
    lead: first.lead,
    schools: [first, second, third, fourth],
    group,
    ...(await addEmptyGroup(given, first)),
    register: `${group}/sessions/${past.id}`,
    registerAhead: `${group}/sessions/${ahead.id}`,
    toWrite: reviewOf(first),
    shared: reviewOf(second),
    answered: reviewOf(third),
    withSchool: addressesOf(second, await recommended(given, second)),
    withHub: addressesOf(third, await confirmed(given, third)),
    decided: addressesOf(fourth, await decided(given, fourth)),
  };
}

/** Another school with a place in the same group, and its headteacher. */
async function another({ db }: Given, first: SchoolInAGroup): Promise<SchoolInAGroup> {
  const { hubId, workGroupId } = first;
  const { offerId } = await findRow(db, first.applicationId);
  const { id: organisationId } = await aSchool(db, { hubId });
  const head = await anActor(db, { role: "headteacher", organisationId });
  const application = await anApplication(db, {
    organisationId,
    offerId,
    hubId,
    decision: "approved",
    placement: "started",
    workGroupId,
    startedBy: head.personId,
  });
  await aParticipant(db, application.id);
  return { ...first, organisationId, applicationId: application.id, head };
}

async function decided(given: Given, school: SchoolInAGroup): Promise<string> {
  const recommendationId = await confirmed(given, school);
  const answer = { recommendationId, version: 2, stage: "embedding" as const, reason: "" };
  done(await decideRecommendation(given.as(school.assistantLead), answer));
  return recommendationId;
}

/** A group of the same lead in which nobody has a place, with a session today. */
async function addEmptyGroup({ db }: Given, { hubId, lead, applicationId }: SchoolInAGroup) {
  const { offerId } = await findRow(db, applicationId);
  const { id: workGroupId } = await aWorkGroup(db, { offerId, hubId, status: "running" });
  await aLead(db, workGroupId, lead.personId);
  const session = await aSession(db, { workGroupId, heldOn: thisYear.today });
  const emptyGroup = `/lead/groups/${workGroupId}`;
  return { emptyGroup, registerOfNobody: `${emptyGroup}/sessions/${session.id}` };
}

function addressesOf({ organisationId }: SchoolInAGroup, recommendationId: string): Recommendation {
  return {
    hub: `/hub/progression/${recommendationId}`,
    school: `/school/${organisationId}/next-stage/${recommendationId}`,
  };
}
