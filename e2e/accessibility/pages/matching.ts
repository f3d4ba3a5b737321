import type { Page } from "@playwright/test";
import type { Scene } from "../scene";
import type { Matching } from "../scenes/matching";
import { errorAfter, type Sight } from "../sight";

const run = "(hub)/hub/matching/[runId]";

function of(name: keyof Matching, path = "") {
  return ({ matching }: Scene) => `${matching[name]}${path}`;
}

export const matchingPages: readonly Sight[] = [
  { page: "(hub)/hub/matching", by: "hub", at: "/hub/matching" },
  { page: "(hub)/hub/matching", by: "decider", state: "runs", at: of("list") },
  { page: "(hub)/hub/matching", by: "newcomer", state: "empty", at: "/hub/matching" },
  { page: "(hub)/hub/matching", by: "national", state: "over all hubs", at: "/hub/matching" },
  { page: run, by: "national", state: "over all hubs", at: of("overAllHubs") },
  {
    page: run,
    by: "national",
    state: "over all hubs, error",
    at: of("overAllHubsReviewed"),
    after: publishInThePast,
  },
  { page: run, by: "decider", state: "computing", at: of("computing") },
  { page: run, by: "decider", state: "failed", at: of("failed") },
  { page: run, by: "decider", at: of("computed") },
  { page: run, by: "decider", state: "no group open", at: of("noGroup") },
  { page: run, by: "decider", state: "nothing fits", at: of("computed", "?q=no-such-school") },
  { page: run, by: "decider", state: "error", at: of("reviewed"), after: publishInThePast },
  {
    page: run,
    by: "decider",
    state: "error, publishing some of it",
    at: of("reviewed"),
    after: errorAfter("Publish what is ticked", "Publish only some of it"),
  },
  { page: run, by: "decider", state: "published", at: of("published") },
  { page: `${run}/schools/[applicationId]`, by: "decider", at: of("byHand") },
  {
    page: `${run}/schools/[applicationId]`,
    by: "decider",
    state: "error",
    at: of("byHand"),
    after: errorAfter("Decide by hand"),
  },
  { page: `${run}/compare`, by: "decider", at: of("compared") },
  { page: `${run}/compare`, by: "decider", state: "empty", at: of("computed", "/compare") },
  { page: `${run}/repair`, by: "decider", at: of("repair", "/repair") },
  { page: `${run}/discard`, by: "decider", at: of("computed", "/discard") },
];

async function publishInThePast(page: Page): Promise<void> {
  await page.getByLabel("Schools answer by").first().fill("2020-01-01");
  await errorAfter(/^Publish \d/)(page);
}
