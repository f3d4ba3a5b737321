import { expect, test } from "vitest";
import { aLead, aWorkGroup } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { listHubGroups } from "./queries/hub-groups";
import { groupViews, readGroupFilters } from "./read-group-filters";
import { groupInAHub } from "./testing/group-in-a-hub";

const t = testContext();

test("each view of a hub's groups is counted as it is listed, a group without a lead among the current ones only", async () => {
  const { hubId, offerId, groupId, assistant, lead } = await groupInAHub(t.db);
  const another = (status: "planned" | "running" | "finished" | "cancelled") =>
    aWorkGroup(t.db, { hubId, offerId, status });
  for (const status of ["planned", "running", "finished", "cancelled"] as const) await another(status);
  await aLead(t.db, groupId, lead.personId);
  const ctx = t.as(assistant);
  const { counts, offers } = await listHubGroups(ctx, hubId, readGroupFilters({}));
  expect(offers.map(({ id }) => id)).toEqual([offerId]);
  expect(counts).toEqual({
    current: 3,
    no_lead: 2,
    planned: 1,
    recruiting: 1,
    confirmed: 0,
    running: 1,
    finished: 1,
    cancelled: 1,
    all: 5,
  });
  for (const view of groupViews) {
    const listed = await listHubGroups(ctx, hubId, readGroupFilters({ view }));
    expect([listed.rows.length, listed.total], view).toEqual([counts[view], counts[view]]);
    expect(listed.counts, view).toEqual(counts);
  }
  const beyond = await listHubGroups(ctx, hubId, readGroupFilters({ page: "9" }));
  expect([beyond.rows.length, beyond.total]).toEqual([0, counts.current]);
  const none = await listHubGroups(ctx, hubId, readGroupFilters({ q: "no such group", year: "2026-27" }));
  expect([none.counts.all, none.offers.length]).toEqual([0, 1]);
});
