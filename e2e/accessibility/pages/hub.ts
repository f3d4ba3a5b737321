import { errorAfter, firstLinkOf, type Sight } from "../sight";

export const hubPages: readonly Sight[] = [
  { page: "(hub)/hub/queue", by: "hub", at: "/hub/queue" },
  { page: "(hub)/hub/queue", by: "hub", state: "empty", at: "/hub/queue?q=no-such-school" },
  {
    page: "(hub)/hub/applications/[applicationId]",
    by: "hub",
    at: firstLinkOf("/hub/queue?view=decide", /\/hub\/applications\//),
  },
  { page: "(hub)/hub/referrals", by: "hub", at: "/hub/referrals" },
  {
    page: "(hub)/hub/referrals/[referralId]",
    by: "hub",
    at: firstLinkOf("/hub/referrals", /\/hub\/referrals\/[0-9a-f]{8}-/),
  },
  {
    page: "(hub)/hub/referrals/[referralId]",
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
  { page: "(hub)/hub/access", by: "hub", at: "/hub/access" },
  {
    page: "(hub)/hub/access",
    by: "hub",
    state: "error",
    at: "/hub/access",
    after: errorAfter("Send the invitation"),
  },
];
