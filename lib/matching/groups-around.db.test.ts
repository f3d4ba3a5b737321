import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hubNeighbours } from "@/db/schema/hubs";
import { organisations } from "@/db/schema/schools";
import { aHub, aLead, anActor, anEmployment, anOffer, aPerson } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { Candidates } from "./candidates";
import { isEligible } from "./cost";
import { freezeInput } from "./freeze-input";
import { POLICY_NUMBERS } from "./policy-numbers";
import { listGroupsAround } from "./queries/groups-around";
import { type ReachWishes, withinReach } from "./reach";
import { aGroupAt, anApproved, hubToMatch } from "./testing/hub-to-match";

const t = testContext();
const TUESDAYS_ONLY = 0b11101;

/** A hub with a welcoming neighbour and one that takes no guests, groups of all kinds, and a school that looks at them. */
async function groupsOfAllKinds() {
  const hub = await hubToMatch(t.db);
  const [next, closed] = [await aHub(t.db), await aHub(t.db, { acceptsGuests: false })];
  await t.db.insert(hubNeighbours).values([
    { hubId: hub.hubId, neighbourId: next.id },
    { hubId: hub.hubId, neighbourId: closed.id },
  ]);
  const school = await anApproved(t.db, hub, { impossibleDays: TUESDAYS_ONLY, maximumKm: 20 });
  await aGroupAt(t.db, hub, { km: 5 });
  const full = await aGroupAt(t.db, hub, { km: 6, maximumSchools: 1 });
  await anApproved(t.db, hub, { placement: "accepted", workGroupId: full.id });
  await aGroupAt(t.db, hub, { km: 7, weekday: 2, online: true });
  await aGroupAt(t.db, hub, { km: 27.5 });
  await aGroupAt(t.db, hub, { km: 3, status: "planned" });
  await aGroupAt(t.db, hub, { km: 3, status: "running" });
  await aGroupAt(t.db, { ...hub, offerId: (await anOffer(t.db)).id }, { km: 2 });
  await aGroupAt(t.db, { ...hub, hubId: next.id }, { km: 9 });
  await aGroupAt(t.db, { ...hub, hubId: closed.id }, { km: 9 });
  await aGroupAt(t.db, { ...hub, hubId: (await aHub(t.db)).id }, { km: 9 });
  const own = await aGroupAt(t.db, hub, { km: 1 });
  const teacher = await aPerson(t.db);
  await anEmployment(t.db, teacher.id, school.organisationId);
  await aLead(t.db, own.id, teacher.id);
  return { hub, school };
}

const subjectOf = ({ hub, school }: Awaited<ReturnType<typeof groupsOfAllKinds>>) => ({
  id: school.id,
  organisationId: school.organisationId,
  hubId: hub.hubId,
  offerId: hub.offerId,
  phase: "primary",
});

test("a school is told of the groups that a match would look at for the same wishes", async () => {
  const kinds = await groupsOfAllKinds();
  const { groups, unmeasured } = await listGroupsAround(t.as(kinds.school.lead), subjectOf(kinds));
  const input = await freezeInput(t.as(kinds.hub.assistant), { ...kinds.hub, policy: POLICY_NUMBERS });
  const application = input.applications.find(({ id }) => id === kinds.school.id);
  const count = (wishes: Partial<ReachWishes>) => {
    if (!application) throw new Error("The school is not matched");
    const changed = { ...application, ...wishes };
    const matched = new Candidates(input).of(changed).filter(isEligible).length;
    expect(withinReach(groups, changed), JSON.stringify(wishes)).toHaveLength(matched);
    return matched;
  };
  expect(count({})).toBe(2);
  expect(count({ impossibleDays: 0 })).toBe(3);
  expect(count({ maximumKm: 28 })).toBe(3);
  expect(count({ neighbourHubs: true })).toBe(3);
  expect(count({ impossibleDays: 0, maximumKm: 150, neighbourHubs: true })).toBe(5);
  expect(count({ impossibleDays: 31 })).toBe(0);
  expect(unmeasured).toBe(0);
});

test("with what is full, how far each is in tenths of a kilometre, and nothing else about it", async () => {
  const kinds = await groupsOfAllKinds();
  const { groups } = await listGroupsAround(t.as(kinds.school.lead), subjectOf(kinds));
  expect(groups.toSorted((x, y) => x.tenths - y.tenths)).toEqual([
    { weekday: 2, online: true, tenths: 0, atNeighbour: false, isFull: false },
    { weekday: 1, online: false, tenths: 50, atNeighbour: false, isFull: false },
    { weekday: 1, online: false, tenths: 60, atNeighbour: false, isFull: true },
    { weekday: 1, online: false, tenths: 90, atNeighbour: true, isFull: false },
    { weekday: 1, online: false, tenths: 275, atNeighbour: false, isFull: false },
  ]);
});

test("groups that cannot be measured are counted apart where nobody knows the place of the school", async () => {
  const hub = await hubToMatch(t.db);
  await aGroupAt(t.db, hub, { km: 5 });
  await aGroupAt(t.db, hub, { km: 5, online: true });
  const school = await anApproved(t.db, hub);
  await t.db.update(organisations).set({ easting: null }).where(eq(organisations.id, school.organisationId));
  const around = await listGroupsAround(t.as(school.lead), subjectOf({ hub, school }));
  expect(around).toMatchObject({ groups: [{ online: true }], unmeasured: 1 });
});

test("nobody of another school is told anything", async () => {
  const kinds = await groupsOfAllKinds();
  const other = await anApproved(t.db, kinds.hub);
  for (const actor of [other.lead, await anActor(t.db)])
    expect(await listGroupsAround(t.as(actor), subjectOf(kinds))).toEqual({ groups: [], unmeasured: 0 });
});
