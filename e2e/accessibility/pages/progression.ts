import { errorAfter, type Sight } from "../sight";

const decision = "(hub)/hub/progression/[recommendationId]";

export const progressionPages: readonly Sight[] = [
  { page: "(hub)/hub/progression", by: "hub", at: "/hub/progression" },
  {
    page: "(hub)/hub/progression",
    by: "hub",
    state: "nothing fits",
    at: "/hub/progression?q=no-such-school",
  },
  { page: "(hub)/hub/progression", by: "newcomer", state: "empty", at: "/hub/progression" },
  { page: decision, by: "decider", at: ({ progress }) => progress.withHub.hub },
  {
    page: decision,
    by: "decider",
    state: "error",
    at: ({ progress }) => progress.withHub.hub,
    after: async (page) => {
      await page.getByRole("radio", { name: "Sustaining" }).check();
      await errorAfter("Decide and tell the school")(page);
    },
  },
  { page: decision, by: "decider", state: "with the school", at: ({ progress }) => progress.withSchool.hub },
  { page: decision, by: "decider", state: "decided", at: ({ progress }) => progress.decided.hub },
];
