import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applications } from "@/db/schema/applications";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { visitor } from "@/lib/access/actor";
import { answerAgreement } from "./answer-agreement";
import { approveApplication } from "./approve-application";
import { startApplication } from "./start-application";
import { submitApplication } from "./submit-application";
import { barrier } from "./testing/barrier";
import {
  agree,
  completeBy,
  eventTypesOf,
  filledBy,
  findRow,
  mailsOf,
  type SchoolInAHub,
  schoolInAHub,
  secretOf,
  sentBy,
} from "./testing/school-in-a-hub";
import { withdrawApplication } from "./withdraw-application";

const TWENTY = Array.from({ length: 20 }, (_, index) => index);
let fresh: FreshDatabase;
let school: SchoolInAHub;

beforeAll(async () => {
  fresh = await freshDatabase({ connections: 12 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  school = await schoolInAHub(fresh.db);
});

function sentCount(types: readonly string[], type: string): number {
  return types.filter((candidate) => candidate === type).length;
}

describe("twenty browsers at once", () => {
  test("start one application", async () => {
    const answers = await Promise.all(TWENTY.map(() => startApplication(fresh.as(school.lead), school)));
    const ids = new Set(answers.map((answer) => answer.ok && answer.value.applicationId));
    expect(ids.size).toBe(1);
    expect(answers.filter((answer) => answer.ok && answer.value.isNew)).toHaveLength(1);
    expect(await fresh.db.$count(applications, eq(applications.organisationId, school.organisationId))).toBe(
      1,
    );
  });

  test("send one application: one event, one mail to each reader", async () => {
    const applicationId = await filledBy(fresh.as(school.lead), school);
    const { version } = await findRow(fresh.db, applicationId);
    const answers = await Promise.all(
      TWENTY.map(() => submitApplication(fresh.as(school.lead), { applicationId, version })),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(sentCount(await eventTypesOf(fresh.db, applicationId), "application.submitted")).toBe(1);
    expect(await mailsOf(fresh.db, applicationId, "application_sent")).toHaveLength(1);
    expect(await mailsOf(fresh.db, applicationId, "headteacher_agreement")).toHaveLength(1);
  });

  test("agree once", async () => {
    const applicationId = await sentBy(fresh.as(school.lead), school);
    const secret = await secretOf(fresh.db, applicationId);
    const answers = await Promise.all(
      TWENTY.map(() => answerAgreement(fresh.as(visitor), { secret, ...agree })),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(sentCount(await eventTypesOf(fresh.db, applicationId), "application.headteacher_answered")).toBe(
      1,
    );
    expect(await mailsOf(fresh.db, applicationId, "headteacher_agreed")).toHaveLength(1);
  });
});

describe("the same without the lock", () => {
  /** What a deed would do that reads, looks, and only then writes. */
  async function submitUnguarded(applicationId: string, bothHaveRead: () => Promise<void>): Promise<boolean> {
    const [read] = await fresh.db.select().from(applications).where(eq(applications.id, applicationId));
    await bothHaveRead();
    if (read?.decision !== "draft") return false;
    await fresh.db
      .update(applications)
      .set({ decision: "awaiting_headteacher" })
      .where(eq(applications.id, applicationId));
    return true;
  }

  test("sends twice", async () => {
    const applicationId = await filledBy(fresh.as(school.lead), school);
    const meet = barrier(2);
    const sent = await Promise.all([
      submitUnguarded(applicationId, meet),
      submitUnguarded(applicationId, meet),
    ]);
    expect(sent).toEqual([true, true]);
  });

  test("approves what was withdrawn", async () => {
    const applicationId = await completeBy(fresh.as(school.lead), school);
    const meet = barrier(2);
    const decide = async (decision: "approved" | "withdrawn") => {
      const read = await findRow(fresh.db, applicationId);
      await meet();
      if (read.decision !== "submitted") return false;
      await fresh.db.update(applications).set({ decision }).where(eq(applications.id, applicationId));
      return true;
    };
    expect(await Promise.all([decide("withdrawn"), decide("approved")])).toEqual([true, true]);
  });
});

describe("a hub approves while the school withdraws", () => {
  test("and whatever comes first, the application ends withdrawn and the hub is not told that it decided a withdrawn one", async () => {
    for (let round = 0; round < 10; round += 1) {
      const about = await schoolInAHub(fresh.db);
      const applicationId = await completeBy(fresh.as(about.lead), about);
      const { version } = await findRow(fresh.db, applicationId);
      const [approved, withdrawn] = await Promise.all([
        approveApplication(fresh.as(about.assistant), { applicationId, version }),
        withdrawApplication(fresh.as(about.lead), { applicationId }),
      ]);
      expect(withdrawn.ok).toBe(true);
      expect((await findRow(fresh.db, applicationId)).decision).toBe("withdrawn");
      const types = await eventTypesOf(fresh.db, applicationId);
      expect(sentCount(types, "application.approved")).toBe(approved.ok ? 1 : 0);
      expect(types.at(-1)).toBe("application.withdrawn");
    }
  });
});
