import { asc, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { stagePeriods } from "@/db/schema/progression";
import { organisationReviews, organisations, organisationUrns } from "@/db/schema/schools";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { importRegister } from "./import-register";
import { aClosedRow, aRow, type Cells, registerFolder, succession } from "./testing/register-folder";

const t = testContext();
const folder = registerFolder();
afterAll(() => folder.remove());

async function importFiles(rows: readonly Cells[], links: readonly Cells[] = []) {
  const input = { file: folder.register(rows), links: folder.links(links), confirmed: true };
  const answer = await importRegister(t.as(systemActor("schools:import")), input);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.counts;
}

async function organisationOf(urn: number) {
  const [row] = await t.db
    .select({ organisation: organisations })
    .from(organisations)
    .innerJoin(organisationUrns, eq(organisationUrns.organisationId, organisations.id))
    .where(eq(organisationUrns.urn, urn));
  if (!row) throw new Error(`No organisation for ${urn}`);
  return row.organisation;
}

const urnsOf = (organisationId: string) =>
  t.db
    .select({ urn: organisationUrns.urn, until: organisationUrns.finishedOn })
    .from(organisationUrns)
    .where(eq(organisationUrns.organisationId, organisationId))
    .orderBy(asc(organisationUrns.urn));
const openReviews = () =>
  t.db.select().from(organisationReviews).where(isNull(organisationReviews.resolvedAt));

async function giveHistory(urn: number): Promise<void> {
  const { id } = await organisationOf(urn);
  await t.db
    .insert(stagePeriods)
    .values({ organisationId: id, phase: "primary", stage: "development", startedOn: "2022-09-01" });
}

describe("a school that becomes an academy", () => {
  beforeEach(async () => {
    await importFiles([aRow(100_001, { EstablishmentName: "Hallbeck Primary School" })]);
  });

  test("keeps its record: the new URN, the old one behind it, and an event", async () => {
    const before = await organisationOf(100_001);
    const counts = await importFiles(
      [aClosedRow(100_001, "31-08-2023"), aRow(100_002, { EstablishmentName: "Hallbeck Academy" })],
      succession(100_001, 100_002),
    );
    expect(counts).toMatchObject({ organisations_continued: 1, organisations_opened: 0 });
    expect(await organisationOf(100_002)).toMatchObject({ id: before.id, name: "Hallbeck Academy" });
    expect(await urnsOf(before.id)).toEqual([
      { urn: 100_001, until: "2023-08-31" },
      { urn: 100_002, until: null },
    ]);
    const told = await t.db.select().from(events).where(eq(events.organisationId, before.id));
    expect(told.map(({ type }) => type)).toEqual(["organisation.continued"]);
  });

  test("keeps it over several URNs at once", async () => {
    const before = await organisationOf(100_001);
    await importFiles(
      [
        aClosedRow(100_001, "31-08-2021"),
        aClosedRow(100_002, "31-08-2022"),
        aClosedRow(100_003, "31-08-2023"),
        aRow(100_004),
      ],
      [...succession(100_001, 100_002), ...succession(100_002, 100_003), ...succession(100_003, 100_004)],
    );
    expect((await organisationOf(100_004)).id).toBe(before.id);
    expect((await urnsOf(before.id)).map(({ urn }) => urn)).toEqual([100_001, 100_002, 100_003, 100_004]);
  });

  test("is joined when the link comes a year after the new school", async () => {
    await giveHistory(100_001);
    const before = await organisationOf(100_001);
    const rows = [aClosedRow(100_001, "31-08-2023"), aRow(100_002)];
    await importFiles(rows);
    expect((await organisationOf(100_002)).id).not.toBe(before.id);
    await importFiles(rows, succession(100_001, 100_002));
    expect(await organisationOf(100_002)).toMatchObject({ id: before.id, urn: 100_002, open: true });
  });

  test("is not joined unseen when both have records: the hub decides", async () => {
    const rows = [aClosedRow(100_001, "31-08-2023"), aRow(100_002)];
    await importFiles(rows);
    await giveHistory(100_001);
    await giveHistory(100_002);
    await importFiles(rows, succession(100_001, 100_002));
    expect((await organisationOf(100_002)).id).not.toBe((await organisationOf(100_001)).id);
    expect(await openReviews()).toMatchObject([{ kind: "merger", urns: [100_001, 100_002] }]);
  });

  test("is closed when nothing follows it, and opens again when the register says so", async () => {
    expect(await importFiles([aClosedRow(100_001, "31-08-2023")])).toMatchObject({ organisations_closed: 1 });
    expect(await organisationOf(100_001)).toMatchObject({ open: false });
    expect(await importFiles([aRow(100_001)])).toMatchObject({ organisations_reopened: 1 });
    expect(await organisationOf(100_001)).toMatchObject({ open: true });
  });
});

describe("what the links leave open", () => {
  const merged = [aClosedRow(100_001, "31-08-2023"), aClosedRow(100_002, "31-08-2023"), aRow(100_003)];
  const links = [...succession(100_001, 100_003), ...succession(100_002, 100_003)];

  test("is put before the hub of the school, in words, and once", async () => {
    await importFiles(merged, links);
    await importFiles(merged, links);
    const reviews = await openReviews();
    expect(reviews).toMatchObject([
      {
        kind: "merger",
        hubId: (await organisationOf(100_003)).hubId,
        detail: "School 100001 (100001) and School 100002 (100002) went into School 100003 (100003).",
      },
    ]);
  });

  test("an authority that nobody knows is put before the national team, and settled when it is known", async () => {
    await importFiles([aRow(100_001, { "LA (code)": "" })]);
    expect(await openReviews()).toMatchObject([{ kind: "unknown_la", urns: [100_001], hubId: null }]);
    await importFiles([aRow(100_001)]);
    expect(await openReviews()).toEqual([]);
  });
});

test("links that vanish in numbers are held", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => [
    aClosedRow(100_001 + at, "31-08-2020"),
    aRow(100_101 + at),
  ]).flat();
  const links = Array.from({ length: 40 }, (_, at) => succession(100_001 + at, 100_101 + at)).flat();
  await importFiles(rows, links);
  const input = { file: folder.register(rows), links: folder.links(links.slice(0, 40)), confirmed: false };
  const answer = await importRegister(t.as(systemActor("schools:import")), input);
  expect(answer).toMatchObject({ refusal: { code: "many_links_missing", detail: { missing: 40 } } });
});
