import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { anActor, aWorkGroup, TEST_NOW } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor, type UserActor } from "@/lib/access/actor";
import { acceptPlace } from "./accept-place";
import { lapsePlace } from "./lapse-place";
import { offerPlace } from "./offer-place";
import { barrier } from "./testing/barrier";
import { anApproved, anOfferOfAPlace, manyApproved, offeredIn } from "./testing/places";
import { eventTypesOf, findRow, type SchoolInAHub, schoolInAHub } from "./testing/school-in-a-hub";
import type { TakePlacesWork } from "./testing/take-places";

let fresh: FreshDatabase;
let school: SchoolInAHub;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 20 });
  school = await schoolInAHub(fresh.db);
});
afterAll(() => fresh.drop());

async function aGroupWith(places: number): Promise<string> {
  const { hubId, offerId } = school;
  return (await aWorkGroup(fresh.db, { hubId, offerId, minimumSchools: 1, maximumSchools: places })).id;
}

async function countHeld(workGroupId: string): Promise<number> {
  const { rows } = await fresh.db.execute<{ held: number }>(sql`select count(*)::int as held from applications
    where work_group_id = ${workGroupId} and placement in ('offered', 'accepted', 'started', 'completed', 'paused')`);
  return rows[0]?.held ?? 0;
}

function offerTo(applicationId: string, workGroupId: string) {
  return offerPlace(fresh.as(school.assistant), { applicationId, workGroupId, ...anOfferOfAPlace });
}

describe("two schools and one last place", () => {
  /** The statements of the deed without its lock: both have counted before either writes. */
  async function offerUnguarded(
    applicationId: string,
    workGroupId: string,
    bothCounted: () => Promise<void>,
  ) {
    const held = await countHeld(workGroupId);
    await bothCounted();
    if (held >= 1) return;
    await fresh.db.execute(sql`update applications set placement = 'offered', work_group_id = ${workGroupId},
      offered_at = now(), answer_by = '2026-05-27', placement_reason = 'It is near' where id = ${applicationId}`);
  }

  async function offerBothUnguarded(workGroupId: string) {
    const [one, other] = await manyApproved(fresh.db, school, 2);
    const meet = barrier(2);
    return Promise.allSettled([one, other].map((of) => offerUnguarded(of?.id ?? "", workGroupId, meet)));
  }

  const guard = (state: "disable" | "enable") =>
    fresh.db.execute(sql.raw(`alter table applications ${state} trigger applications_place_taken`));

  test("without the lock it is sold twice", async () => {
    await guard("disable");
    const groupId = await aGroupWith(1);
    await offerBothUnguarded(groupId);
    expect(await countHeld(groupId)).toBe(2);
  });

  test("with the lock it is sold once, however many ask, even with the database's own guard away", async () => {
    const groupId = await aGroupWith(1);
    const answers = await Promise.all(
      (await manyApproved(fresh.db, school, 20)).map(({ id }) => offerTo(id, groupId)),
    );
    await guard("enable");
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.refusal.code))).toEqual(
      Array.from({ length: 19 }, () => "group_full"),
    );
    expect(await countHeld(groupId)).toBe(1);
  });

  test("code that forgets the lock meets the database's guard", async () => {
    const groupId = await aGroupWith(1);
    const outcomes = await offerBothUnguarded(groupId);
    const [refused] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toMatchObject({ cause: { constraint: "work_groups_never_oversold" } });
    expect(await countHeld(groupId)).toBe(1);
  });

  test("nor can a group be made smaller than its places, or be filled by one insert", async () => {
    const groupId = await aGroupWith(2);
    await anApproved(fresh.db, school, offeredIn(groupId));
    await anApproved(fresh.db, school, offeredIn(groupId));
    const oversold = { cause: { constraint: "work_groups_never_oversold" } };
    await expect(anApproved(fresh.db, school, offeredIn(groupId))).rejects.toMatchObject(oversold);
    await expect(
      fresh.db.execute(sql`update work_groups set maximum_schools = 1 where id = ${groupId}`),
    ).rejects.toMatchObject(oversold);
  });
});

test("a school accepts while its offer lapses: one of the two happens, whole", async () => {
  const groupId = await aGroupWith(10);
  const nextDay = new Date("2026-05-28T08:00:00Z");
  for (let round = 0; round < 10; round += 1) {
    const { id, organisationId } = await anApproved(fresh.db, school, offeredIn(groupId));
    const lead = await anActor(fresh.db, { role: "school_maths_lead", organisationId });
    const place = { applicationId: id, workGroupId: groupId };
    const [accepted, lapsed] = await Promise.all([
      acceptPlace(fresh.as(lead), place),
      lapsePlace(fresh.as(systemActor("lapse-places"), nextDay), place),
    ]);
    expect([accepted.ok, lapsed.ok].filter(Boolean)).toHaveLength(1);
    expect((await findRow(fresh.db, id)).placement).toBe(accepted.ok ? "accepted" : "lapsed");
    expect(await eventTypesOf(fresh.db, id)).toEqual([
      accepted.ok ? "application.place_accepted" : "application.place_lapsed",
    ]);
  }
});

describe("200 schools at once, 10 last places, four processes, two of them killed", () => {
  test("no group is oversold, no change is half done, and the places that a dead process left go to others", async () => {
    const groups = [await aGroupWith(5), await aGroupWith(3), await aGroupWith(2)];
    const schools = await manyApproved(fresh.db, school, 200);
    const places = schools.map(({ id }, index) => ({
      applicationId: id,
      workGroupId: groups[index % groups.length] ?? "",
    }));
    const trust: UserActor = await trustOf(schools.map(({ organisationId }) => organisationId));
    const answers = await inProcesses(places, trust);
    expect(answers.killed).toBe(2);
    for (const { applicationId, workGroupId } of await unplacedOf(places))
      await offerTo(applicationId, workGroupId);
    expect(await Promise.all(groups.map(countHeld))).toEqual([5, 3, 2]);
    expect(await contradictions(groups)).toEqual([]);
  }, 240_000);

  async function unplacedOf(places: TakePlacesWork["places"]) {
    const rows = await fresh.db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.placement, "unplaced"), eq(applications.offerId, school.offerId)));
    const unplaced = new Set(rows.map(({ id }) => id));
    return places.filter(({ applicationId }) => unplaced.has(applicationId));
  }

  /** Somebody who may act for all of these schools. */
  async function trustOf(schoolIds: readonly string[]): Promise<UserActor> {
    const actor = await anActor(fresh.db, { role: "trust_lead", organisationId: school.organisationId });
    return { ...actor, grants: actor.grants.map((grant) => ({ ...grant, schoolIds })) };
  }

  /** A quarter of the tries in each of four processes. The first two are killed after their second and their tenth answer. */
  async function inProcesses(places: TakePlacesWork["places"], trust: UserActor) {
    const work = { url: fresh.url, now: TEST_NOW.toISOString(), assistant: school.assistant, school: trust };
    const killAfter = [2, 10, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const ends = killAfter.map(async (answers, index) => {
      const child = fork(fileURLToPath(new URL("testing/take-places.ts", import.meta.url)), {
        execArgv: ["--import", "tsx"],
      });
      killAtAnswer(child, answers);
      child.send({ ...work, places: places.filter((_, of) => of % killAfter.length === index) });
      const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
      if (code !== 0 && signal !== "SIGKILL") throw new Error(`A process ended with ${code}`);
      return signal;
    });
    const signals = await Promise.all(ends);
    return { killed: signals.filter((signal) => signal === "SIGKILL").length };
  }

  function killAtAnswer(child: ChildProcess, answers: number): void {
    let heard = 0;
    child.on("message", () => {
      heard += 1;
      if (heard === answers) child.kill("SIGKILL");
    });
  }

  /** Applications whose state, events and mails do not tell the same. */
  async function contradictions(groups: readonly string[]): Promise<unknown[]> {
    const { rows } = await fresh.db.execute(sql`
      with told as (
        select a.id, a.placement::text, a.version,
          (select count(*) from events e where e.application_id = a.id and e.type = 'application.place_offered')::int as offered,
          (select count(*) from events e where e.application_id = a.id and e.type = 'application.place_accepted')::int as accepted,
          (a.work_group_id is not null and a.answer_by is not null) as placed
        from applications a where a.work_group_id = any(${sql.param(groups)}) or a.placement = 'unplaced')
      select * from told where not case placement
        when 'unplaced' then offered = 0 and accepted = 0 and version = 1 and not placed
        when 'offered' then offered = 1 and accepted = 0 and version = 2 and placed
        when 'accepted' then offered = 1 and accepted = 1 and version = 3 and placed
        else false end`);
    return rows;
  }
});
