import { errorAfter, firstLinkOf, type Sight } from "../sight";

export const schoolPages: readonly Sight[] = [
  { page: "(school)/school", by: "school", at: "/school" },
  {
    page: "(school)/school/[organisationId]",
    by: "school",
    state: "empty",
    at: (page, { organisationId }) => page.goto(`/school/${organisationId}`),
  },
  { page: "(school)/school/[organisationId]", by: "teacher", at: "/school" },
  {
    page: "(school)/school/[organisationId]/people",
    by: "school",
    at: (page, { organisationId }) => page.goto(`/school/${organisationId}/people`),
  },
  {
    page: "(school)/school/[organisationId]/people",
    by: "school",
    state: "error",
    at: (page, { organisationId }) => page.goto(`/school/${organisationId}/people`),
    after: errorAfter("Send the invitation"),
  },
  {
    page: "(school)/school/[organisationId]/apply/[offerId]",
    by: "school",
    at: (page, { organisationId, offerId }) => page.goto(`/school/${organisationId}/apply/${offerId}`),
  },
  {
    page: "(school)/school/[organisationId]/support",
    by: "school",
    at: (page, { organisationId }) => page.goto(`/school/${organisationId}/support`),
  },
  {
    page: "(school)/school/[organisationId]/support/new",
    by: "school",
    at: (page, { organisationId }) => page.goto(`/school/${organisationId}/support/new`),
  },
  {
    page: "(school)/school/work-groups/[workGroupId]",
    by: "teacher",
    at: firstLinkOf("/school", /\/school\/work-groups\//),
  },
];
