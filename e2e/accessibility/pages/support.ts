import type { Page } from "@playwright/test";
import { errorAfter, firstLinkOf, type Sight } from "../sight";

const referral = "(hub)/hub/referrals/[referralId]";
const supportCase = "(hub)/hub/cases/[caseId]";

/** Targeted Support, for the hub that decides and for the partner who does it. */
export const supportPages: readonly Sight[] = [
  { page: "(hub)/hub/referrals", by: "hub", at: "/hub/referrals" },
  { page: "(hub)/hub/referrals", by: "newcomer", state: "empty", at: "/hub/referrals" },
  { page: referral, by: "decider", at: ({ support }) => support.agreed },
  {
    page: referral,
    by: "hub",
    state: "error",
    at: firstLinkOf("/hub/referrals", /\/hub\/referrals\/[0-9a-f]{8}-/),
    after: errorAfter("Save the decision"),
  },
  { page: "(hub)/hub/referrals/new", by: "hub", at: "/hub/referrals/new" },
  { page: "(hub)/hub/referrals/new", by: "hub", state: "empty", at: "/hub/referrals/new?q=zzzzzz" },
  {
    page: "(hub)/hub/referrals/new",
    by: "hub",
    state: "error",
    at: firstLinkOf("/hub/referrals/new?q=Primary", /\/hub\/referrals\/new\?/),
    after: errorAfter("Refer the school and ask the headteacher"),
  },
  { page: supportCase, by: "decider", state: "without a partner", at: ({ support }) => support.unassigned },
  {
    page: supportCase,
    by: "decider",
    state: "error, assigning",
    at: ({ support }) => support.unassigned,
    after: errorAfter("Assign this partner"),
  },
  {
    page: supportCase,
    by: "decider",
    state: "error, closing",
    at: ({ support }) => support.supported,
    after: errorAfter("Close the case", "Close the case"),
  },
  { page: supportCase, by: "partner", at: ({ support }) => support.supported, after: openEverything },
  {
    page: supportCase,
    by: "partner",
    state: "error, adding a goal",
    at: ({ support }) => support.supported,
    after: errorAfter("Add the goal", "Add a goal"),
  },
  {
    page: supportCase,
    by: "partner",
    state: "error, planning a visit",
    at: ({ support }) => support.supported,
    after: errorAfter("Plan the visit", "Plan a visit"),
  },
  {
    page: supportCase,
    by: "partner",
    state: "error, recording a visit",
    at: ({ support }) => support.supported,
    after: errorAfter("Save"),
  },
  { page: supportCase, by: "school", state: "closed", at: ({ support }) => support.closed },
  { page: `${supportCase}/notes`, by: "partner", at: ({ support }) => `${support.supported}/notes` },
  {
    page: `${supportCase}/notes`,
    by: "partner",
    state: "error",
    at: ({ support }) => `${support.supported}/notes`,
    after: errorAfter("Save the note"),
  },
  {
    page: `${supportCase}/notes`,
    by: "partner",
    state: "empty",
    at: ({ support }) => `${support.closed}/notes`,
  },
  { page: "(lead)/lead/cases", by: "supporter", at: "/lead/cases" },
  { page: "(lead)/lead/cases", by: "newcomer", state: "empty", at: "/lead/cases" },
];

async function openEverything(page: Page): Promise<void> {
  for (const summary of await page.getByRole("main").locator("summary").all()) await summary.click();
}
