import { firstLinkOf, type Sight } from "../sight";

export const leadPages: readonly Sight[] = [
  { page: "(lead)/lead", by: "lead", at: "/lead" },
  {
    page: "(lead)/lead/groups/[workGroupId]",
    by: "lead",
    at: firstLinkOf("/lead", /\/lead\/groups\/[^/]+$/),
  },
  { page: "(lead)/lead/cases", by: "partner", at: "/lead/cases" },
];
