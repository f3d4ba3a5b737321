import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { stagePeriods } from "@/db/schema/progression";
import { organisationReviews, organisations, organisationUrns } from "@/db/schema/schools";
import { aHub, anActor } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { type TestContext, testContext } from "@/db/testing/test-context";
import { systemActor, type UserActor } from "@/lib/access/actor";
import { importRegister } from "./import-register";
import { resolveReviewInput } from "./input";
import { getReview, listReviews } from "./queries/reviews";
import { resolveReview } from "./resolve-review";
import { aClosedRow, aRow, type Cells, registerFolder, succession } from "./testing/register-folder";

const folder = registerFolder();
afterAll(() => folder.remove());

type Place = Pick<TestContext, "db" | "as">;

async function importFiles(t: Place, rows: readonly Cells[], links: readonly Cells[]): Promise<void> {
  const input = { file: folder.register(rows), links: folder.links(links), confirmed: true };
  const answer = await importRegister(t.as(systemActor("schools:import")), input);
  if (!answer.ok) throw new Error(answer.refusal.code);
}

const before = [aRow(100_001), aRow(100_002)];
const after = [aClosedRow(100_001, "31-08-2023"), aClosedRow(100_002, "31-08-2023"), aRow(100_003)];
const links = [...succession(100_001, 100_003), ...succession(100_002, 100_003)];

/** Two schools, one of them with history, have become one; its hub has been asked. */
async function aMerger(t: Place) {
  await importFiles(t, before, []);
  const { id: organisationId, hubId } = await organisationOf(t, 100_001);
  await t.db
    .insert(stagePeriods)
    .values({ organisationId, phase: "primary", stage: "development", startedOn: "2022-09-01" });
  await importFiles(t, after, links);
  const [review] = await t.db.select().from(organisationReviews);
  if (!review || !hubId) throw new Error("The hub has not been asked");
  const assistant = await anActor(t.db, { role: "assistant_hub_lead", hubId, phase: "primary" });
  return { reviewId: review.id, organisationId, hubId, assistant };
}

async function organisationOf({ db }: Place, urn: number) {
  const [row] = await db
    .select({ organisation: organisations })
    .from(organisations)
    .innerJoin(organisationUrns, eq(organisationUrns.organisationId, organisations.id))
    .where(eq(organisationUrns.urn, urn));
  if (!row) throw new Error(`No organisation for ${urn}`);
  return row.organisation;
}

const note = "The same site, head and children";
const refusal = (code: string) => ({ ok: false, refusal: { code } });
const follow = { fromUrn: 100_001, toUrn: 100_003 };

describe("what the register leaves open", () => {
  const t = testContext();
  let given: Awaited<ReturnType<typeof aMerger>>;
  beforeEach(async () => {
    given = await aMerger(t);
  });
  const resolve = (actor: UserActor, answer: { follow: typeof follow | undefined }) =>
    resolveReview(t.as(actor), { reviewId: given.reviewId, note, ...answer });

  test("is listed for the hub with the schools it is about", async () => {
    const { rows } = await listReviews(t.as(given.assistant), {
      hubId: given.hubId,
      answered: false,
      page: 1,
    });
    expect(rows).toMatchObject([
      {
        kind: "merger",
        schools: [
          { urn: 100_001, open: false },
          { urn: 100_002, open: false },
          { urn: 100_003, open: true },
        ],
      },
    ]);
    const stranger = await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id });
    expect((await listReviews(t.as(stranger), { hubId: given.hubId, answered: false, page: 1 })).total).toBe(
      0,
    );
    expect(await getReview(t.as(stranger), given.reviewId)).toBeUndefined();
  });

  test("one history goes on in the new school: stages and past URNs with it, and the next import keeps it so", async () => {
    expect(await resolve(given.assistant, { follow })).toEqual({
      ok: true,
      value: { reviewId: given.reviewId, organisationId: given.organisationId },
    });
    await importFiles(t, after, links);
    expect(await organisationOf(t, 100_003)).toMatchObject({
      id: given.organisationId,
      urn: 100_003,
      open: true,
    });
    expect(await t.db.$count(organisationReviews, isNull(organisationReviews.resolvedAt))).toBe(0);
    const told = await t.db.select().from(events).where(eq(events.organisationId, given.organisationId));
    expect(told.map(({ type }) => type)).toContain("organisation.review_resolved");
    expect(told.map(({ type }) => type)).toContain("organisation.continued");
  });

  test("or the schools are kept apart, with the reason", async () => {
    expect(await resolve(given.assistant, { follow: undefined })).toMatchObject({ ok: true });
    const [review] = await t.db.select().from(organisationReviews);
    expect(review).toMatchObject({ resolution: note, resolvedBy: given.assistant.personId });
    expect((await organisationOf(t, 100_003)).id).not.toBe(given.organisationId);
    const asked = { hubId: given.hubId, answered: true, page: 1 };
    expect((await listReviews(t.as(given.assistant), asked)).rows).toMatchObject([
      { answer: { by: given.assistant.name, words: note } },
    ]);
  });

  test("asks for a tick before two records become one", () => {
    const form = { reviewId: given.reviewId, answer: "100001-100003", note };
    const { error } = resolveReviewInput.safeParse(form);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["checked"]);
    expect(resolveReviewInput.parse({ ...form, checked: ["yes"] })).toMatchObject({ follow });
  });

  test("is answered once", async () => {
    await resolve(given.assistant, { follow: undefined });
    expect(await resolve(given.assistant, { follow })).toEqual(refusal("already_resolved"));
  });

  test("lets history go on only from a school that has closed in one that is open, both of them asked about", async () => {
    const backwards = { fromUrn: 100_003, toUrn: 100_001 };
    expect(await resolve(given.assistant, { follow: backwards })).toEqual(refusal("choose_schools"));
    const elsewhere = { fromUrn: 100_001, toUrn: 100_009 };
    expect(await resolve(given.assistant, { follow: elsewhere })).toEqual(refusal("choose_schools"));
  });

  test("never lets one history take over another that has records too", async () => {
    const { id } = await organisationOf(t, 100_003);
    await t.db
      .insert(stagePeriods)
      .values({ organisationId: id, phase: "primary", stage: "readiness", startedOn: "2023-09-01" });
    expect(await resolve(given.assistant, { follow })).toEqual(refusal("in_use"));
  });

  test("a school without a hub is given one on its record instead", async () => {
    const national = await anActor(t.db, { role: "national_team" });
    await t.db
      .update(organisationReviews)
      .set({ kind: "unknown_la", urns: [100_003], hubId: null })
      .where(eq(organisationReviews.id, given.reviewId));
    expect(await resolve(national, { follow: undefined })).toEqual(refusal("needs_hub"));
    expect((await listReviews(t.as(national), { hubId: null, answered: false, page: 1 })).total).toBe(1);
  });
});

describe("kept apart", () => {
  const t = testContext();
  const rows = [aClosedRow(100_001, "31-08-2023"), aRow(100_003)];
  const [said, answered] = succession(100_001, 100_003);

  test("they stay so when the second school confirms the link later", async () => {
    await importFiles(t, before, []);
    await importFiles(t, rows, said ? [said] : []);
    const [review] = await t.db.select().from(organisationReviews);
    const national = await anActor(t.db, { role: "national_team" });
    await resolveReview(t.as(national), { reviewId: review?.id ?? "", follow: undefined, note });
    const { id } = await organisationOf(t, 100_003);
    await importFiles(t, rows, said && answered ? [said, answered] : []);
    expect((await organisationOf(t, 100_003)).id).toBe(id);
    expect((await organisationOf(t, 100_001)).id).not.toBe(id);
  });
});

describe("two at once", () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase({ connections: 4 });
  });
  afterAll(() => fresh.drop());

  test("give two answers: one holds, the other is told", async () => {
    const { reviewId, assistant } = await aMerger(fresh);
    const answers = await Promise.all([
      resolveReview(fresh.as(assistant), { reviewId, note, follow }),
      resolveReview(fresh.as(assistant), { reviewId, note, follow: undefined }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusal("already_resolved"));
  });
});
