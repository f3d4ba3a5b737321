import type { Scene } from "../scene";
import type { SchoolName } from "../scenes/place";
import { errorAfter, firstLinkOf, type Sight } from "../sight";

const school = "(school)/school/[organisationId]";

function of(name: SchoolName, path = "") {
  return ({ schools }: Scene) => `/school/${schools[name]}${path}`;
}

export const schoolPages: readonly Sight[] = [
  { page: "(school)/school", by: "school", at: "/school" },
  { page: school, by: "school", state: "empty", at: of("quiet") },
  { page: school, by: "teacher", at: "/school" },
  { page: `${school}/people`, by: "school", at: of("quiet", "/people") },
  {
    page: `${school}/people`,
    by: "school",
    state: "error",
    at: of("quiet", "/people"),
    after: errorAfter("Send the invitation"),
  },
  {
    page: `${school}/apply/[offerId]`,
    by: "school",
    at: ({ schools, applications }) => `/school/${schools.quiet}/apply/${applications.offerId}`,
  },
  { page: `${school}/support`, by: "school", state: "empty", at: of("quiet", "/support") },
  { page: `${school}/support`, by: "school", state: "asked", at: of("asked", "/support?asked=yes") },
  { page: `${school}/support`, by: "school", at: of("supported", "/support") },
  { page: `${school}/support`, by: "school", state: "closed", at: of("closed", "/support") },
  { page: `${school}/support/new`, by: "school", at: of("quiet", "/support/new") },
  {
    page: `${school}/support/new`,
    by: "school",
    state: "error",
    at: of("quiet", "/support/new"),
    after: errorAfter("Ask for support and ask the headteacher"),
  },
  {
    page: `${school}/next-stage/[recommendationId]`,
    by: "school",
    at: ({ progress }) => progress.withSchool.school,
  },
  {
    page: `${school}/next-stage/[recommendationId]`,
    by: "school",
    state: "error",
    at: ({ progress }) => progress.withSchool.school,
    after: errorAfter("Send the answer"),
  },
  {
    page: `${school}/next-stage/[recommendationId]`,
    by: "school",
    state: "answered",
    at: ({ progress }) => progress.withHub.school,
  },
  {
    page: `${school}/next-stage/[recommendationId]`,
    by: "school",
    state: "decided",
    at: ({ progress }) => progress.decided.school,
  },
  {
    page: "(school)/school/work-groups/[workGroupId]",
    by: "teacher",
    at: firstLinkOf("/school", /\/school\/work-groups\//),
  },
  { page: "(school)/school/work-groups/[workGroupId]", by: "school", at: ({ groups }) => groups.ofSchool },
];
