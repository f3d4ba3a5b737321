import { accountPages } from "./pages/account";
import { applicationPages } from "./pages/application";
import { groupPages } from "./pages/groups";
import { hubPages } from "./pages/hub";
import { leadPages } from "./pages/lead";
import { publicPages } from "./pages/public";
import { schoolPages } from "./pages/school";
import type { Sight } from "./sight";

/** Every page of the product, in each of its states. */
export const everyPage: readonly Sight[] = [
  ...publicPages,
  ...accountPages,
  ...schoolPages,
  ...applicationPages,
  ...hubPages,
  ...groupPages,
  ...leadPages,
];

/** Pages that draw nothing, because they lead on. */
export const leadsOn: readonly string[] = ["(hub)/hub"];

/** Pages that need something no scene makes yet. Each is a debt: move it to a list of pages. */
export const stillToLookAt: readonly string[] = [
  "(hub)/hub/cases/[caseId]",
  "(hub)/hub/cases/[caseId]/notes",
  "(hub)/hub/matching/[runId]",
  "(hub)/hub/matching/[runId]/discard",
  "(hub)/hub/schools/[organisationId]",
  "(hub)/hub/schools/[organisationId]/end-move",
  "(hub)/hub/schools/[organisationId]/move",
  "(hub)/hub/schools/reviews",
  "(hub)/hub/schools/reviews/[reviewId]",
  "(hub)/hub/work-groups/[workGroupId]/cancel",
  "(hub)/hub/work-groups/[workGroupId]/sessions/[sessionId]",
  "(hub)/hub/progression/[recommendationId]",
  "(lead)/lead/groups/[workGroupId]/reviews",
  "(lead)/lead/groups/[workGroupId]/sessions/[sessionId]",
  "(lead)/lead/groups/[workGroupId]/reviews/[applicationId]",
  "(school)/school/[organisationId]/next-stage/[recommendationId]",
  "(school)/school/applications/[applicationId]/place",
  "(school)/school/applications/[applicationId]/place/decline",
];
