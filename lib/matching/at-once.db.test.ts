import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { matchLeads, matchRuns } from "@/db/schema/matching";
import { messages } from "@/db/schema/notifications";
import { grants } from "@/db/schema/people";
import { workGroupLeads, workGroups } from "@/db/schema/workgroups";
import { anActor } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { systemActor } from "@/lib/access/actor";
import { withdrawApplication } from "@/lib/applications/withdraw-application";
import { computeMatchRun } from "./compute-match-run";
import { freezeInput } from "./freeze-input";
import { POLICY_NUMBERS } from "./policy-numbers";
import { publishMatchRun } from "./publish-match-run";
import { startMatchRun } from "./start-match-run";
import { reviewedRun, startedRun } from "./testing/computed-run";
import {
  aGroupAt,
  anApproved,
  findRun,
  type HubToMatch,
  hubToMatch,
  resultsOf,
  runEventsOf,
} from "./testing/hub-to-match";
import { aSpecialist, hubForSpecialists } from "./testing/specialists";

const BY = "2026-06-01";
let fresh: FreshDatabase;
let hub: HubToMatch;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 8 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  hub = await hubToMatch(fresh.db);
  await aGroupAt(fresh.db, hub, { km: 5, maximumSchools: 3 });
  await aGroupAt(fresh.db, hub, { km: 9, maximumSchools: 3, weekday: 3 });
});

const placementsOf = async (ids: readonly string[]) => {
  const rows = await fresh.db.select().from(applications).where(eq(applications.hubId, hub.hubId));
  return ids.map((id) => rows.find((row) => row.id === id)?.placement);
};
const mailsOfHub = () => fresh.db.$count(messages, eq(messages.hubId, hub.hubId));

describe("ten people start a match at once", () => {
  test("and one run is there, with one job", async () => {
    await anApproved(fresh.db, hub);
    const { hubId, offerId } = hub;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => startMatchRun(fresh.as(hub.assistant), { hubId, offerId })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "run_open")).toHaveLength(9);
    const runs = await fresh.db.select().from(matchRuns).where(eq(matchRuns.hubId, hubId));
    expect(runs).toHaveLength(1);
    const jobs = await fresh.db.execute(
      sql`select 1 from pgboss.job where name = 'compute-match-run' and data ->> 'runId' = ${runs[0]?.id}`,
    );
    expect(jobs.rows).toHaveLength(1);
  });
});

describe("a hub and the national team, for all hubs, start a match of one offer at once", () => {
  test("and one of them is refused, whoever comes second", async () => {
    const national = await anActor(fresh.db, { role: "national_team" });
    for (let round = 0; round < 8; round += 1) {
      const about = await hubToMatch(fresh.db);
      await anApproved(fresh.db, about);
      const { hubId, offerId } = about;
      const starts = [
        () => startMatchRun(fresh.as(about.assistant), { hubId, offerId }),
        () => startMatchRun(fresh.as(national), { hubId: null, offerId }),
      ];
      if (round % 2 === 1) starts.reverse();
      const answers = await Promise.all(starts.map((start) => start()));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: "run_open" } });
      expect(await fresh.db.$count(matchRuns, eq(matchRuns.offerId, offerId))).toBe(1);
    }
  });

  test("and of two for all hubs one is there, even past the deed", async () => {
    const national = await anActor(fresh.db, { role: "national_team" });
    const { offerId } = hub;
    await anApproved(fresh.db, hub);
    expect((await startMatchRun(fresh.as(national), { hubId: null, offerId })).ok).toBe(true);
    const second = fresh.db.insert(matchRuns).values({
      offerId,
      startedBy: national.personId,
      queuedAt: new Date(),
      policy: { ...POLICY_NUMBERS },
    });
    await expect(second).rejects.toMatchObject({
      cause: { constraint: "match_runs_one_open_over_all" },
    });
  });
});

describe("two workers compute one run at once", () => {
  test("and it is there once, with one set of results", async () => {
    await anApproved(fresh.db, hub);
    const runId = await startedRun(fresh.as(hub.assistant), hub);
    const job = systemActor("compute-match-run");
    await Promise.allSettled([1, 2].map(() => computeMatchRun(fresh.as(job), { runId })));
    expect(await findRun(fresh.db, runId)).toMatchObject({ status: "computed" });
    expect((await resultsOf(fresh.db, runId)).size).toBe(1);
    const types = (await runEventsOf(fresh.db, runId)).map(({ type }) => type);
    expect(types).toEqual(["match_run.started", "match_run.computed"]);
  });
});

describe("the input of a run", () => {
  test("is of one moment: what is committed while it is read is not in it", async () => {
    const { id } = await anApproved(fresh.db, hub);
    const ctx = fresh.as(hub.assistant);
    let between: () => Promise<unknown> = async () => undefined;
    const slow = {
      ...ctx,
      begin: ((work: (db: unknown) => Promise<unknown>, options: object) =>
        ctx.begin?.(async (db) => {
          await db.execute(sql`select 1`);
          await between();
          return work(db);
        }, options)) as typeof ctx.begin,
    };
    between = () =>
      fresh.db.update(workGroups).set({ status: "cancelled" }).where(eq(workGroups.hubId, hub.hubId));
    const about = { hubId: hub.hubId, offerId: hub.offerId, policy: POLICY_NUMBERS };
    const input = await freezeInput(slow, about);
    expect(input.groups).toHaveLength(2);
    expect(input.applications.map((application) => application.id)).toEqual([id]);
    expect((await freezeInput(ctx, about)).groups).toHaveLength(0);
  });
});

describe("a run is published by two people at once", () => {
  test("and every school hears once", async () => {
    const ids = [];
    for (let school = 0; school < 7; school += 1) ids.push((await anApproved(fresh.db, hub)).id);
    const runId = await reviewedRun(fresh.as(hub.assistant), hub);
    const answers = await Promise.all(
      [1, 2].map(() => publishMatchRun(fresh.as(hub.assistant), { runId, answerBy: BY, parts: null })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: "nothing_to_publish" } });
    expect((await placementsOf(ids)).sort()).toEqual([...Array(6).fill("offered"), "waiting"]);
    expect(await mailsOfHub()).toBe(7);
  });
});

describe("two hubs publish at once and both would have the same person lead", () => {
  test("and that person leads one of the two groups, and every school has its place", async () => {
    const hubs = [await hubForSpecialists(fresh.db), await hubForSpecialists(fresh.db)] as const;
    const person = await aSpecialist(fresh.db, hubs[0]);
    const grant = { personId: person.personId, role: "work_group_lead" as const, startedOn: "2020-09-01" };
    await fresh.db.insert(grants).values({ ...grant, hubId: hubs[1].hubId });
    const runs: { one: HubToMatch; runId: string; groupId: string }[] = [];
    for (const one of hubs) {
      const { id: groupId } = await aGroupAt(fresh.db, one, { km: 5 });
      await anApproved(fresh.db, one);
      runs.push({ one, groupId, runId: await reviewedRun(fresh.as(one.assistant), one) });
    }
    const answers = await Promise.all(
      runs.map(({ one, runId }) =>
        publishMatchRun(fresh.as(one.assistant), { runId, answerBy: BY, parts: null }),
      ),
    );
    expect(answers).toMatchObject([{ value: { offered: 1 } }, { value: { offered: 1 } }]);
    const led = await fresh.db
      .select()
      .from(workGroupLeads)
      .where(eq(workGroupLeads.personId, person.personId));
    expect(led).toHaveLength(1);
    const found = await fresh.db
      .select()
      .from(matchLeads)
      .where(
        inArray(
          matchLeads.workGroupId,
          runs.map(({ groupId }) => groupId),
        ),
      );
    expect(found.map(({ leftOut }) => leftOut).sort()).toEqual(["leads_elsewhere", null]);
  });
});

describe("the process dies while it publishes", () => {
  test("and nothing was sent, and it can be published again", async () => {
    const ids = [];
    for (let school = 0; school < 4; school += 1) ids.push((await anApproved(fresh.db, hub)).id);
    const runId = await reviewedRun(fresh.as(hub.assistant), hub);
    const publish = () => publishMatchRun(fresh.as(hub.assistant), { runId, answerBy: BY, parts: null });
    await withHeldMessages(async () => {
      const dying = publish();
      await killWhoWaits();
      await expect(dying).rejects.toThrow();
    });
    expect(await placementsOf(ids)).toEqual(Array(4).fill("unplaced"));
    expect(await mailsOfHub()).toBe(0);
    expect((await findRun(fresh.db, runId)).status).toBe("reviewed");
    expect(await publish()).toMatchObject({ value: { offered: 4 } });
    expect(await mailsOfHub()).toBe(4);
  });

  /** Keeps every writer of mails waiting while `work` runs. */
  async function withHeldMessages(work: () => Promise<void>): Promise<void> {
    await fresh.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${messages} in share mode`);
      await work();
    });
  }

  /** Ends the connection that waits for a lock, as a power cut would, as soon as there is one. */
  async function killWhoWaits(): Promise<void> {
    for (let killed = 0; killed === 0; ) {
      const { rows } = await fresh.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      killed = rows.length;
    }
  }
});

describe("a school withdraws while the hub publishes", () => {
  test("and whichever comes first, no withdrawn application holds a place and none is offered twice", async () => {
    for (let round = 0; round < 8; round += 1) {
      const about = await hubToMatch(fresh.db);
      await aGroupAt(fresh.db, about, { km: 5 });
      const { id, lead } = await anApproved(fresh.db, about);
      const stays = await anApproved(fresh.db, about);
      const runId = await reviewedRun(fresh.as(about.assistant), about);
      const [published, withdrawn] = await Promise.all([
        publishMatchRun(fresh.as(about.assistant), { runId, answerBy: BY, parts: null }),
        withdrawApplication(fresh.as(lead), { applicationId: id }),
      ]);
      expect([published.ok, withdrawn.ok]).toEqual([true, true]);
      const [gone] = await fresh.db.select().from(applications).where(eq(applications.id, id));
      expect(gone?.decision).toBe("withdrawn");
      expect(["unplaced", "withdrawn"]).toContain(gone?.placement);
      const result = (await resultsOf(fresh.db, runId)).get(id);
      expect(result?.leftOut).toBe(gone?.placement === "unplaced" ? "withdrawn" : null);
      const [other] = await fresh.db.select().from(applications).where(eq(applications.id, stays.id));
      expect(other?.placement).toBe("offered");
    }
  });
});
