import { below, firstLinkOf, type Sight } from "../sight";

const list = "/hub/work-groups";
const group = firstLinkOf(list, /\/hub\/work-groups\/[0-9a-f]{8}-[0-9a-f-]+$/);

export const groupPages: readonly Sight[] = [
  { page: "(hub)/hub/matching", by: "hub", at: "/hub/matching" },
  { page: "(hub)/hub/progression", by: "hub", at: "/hub/progression" },
  { page: "(hub)/hub/schools", by: "hub", at: "/hub/schools" },
  { page: "(hub)/hub/work-groups", by: "hub", at: list },
  { page: "(hub)/hub/work-groups/[workGroupId]", by: "hub", at: group },
  { page: "(hub)/hub/work-groups/[workGroupId]/edit", by: "hub", at: below(group, "/edit") },
  { page: "(hub)/hub/work-groups/[workGroupId]/lead", by: "hub", at: below(group, "/lead") },
  { page: "(hub)/hub/work-groups/[workGroupId]/sessions", by: "hub", at: below(group, "/sessions") },
  { page: "(hub)/hub/work-groups/new", by: "hub", at: "/hub/work-groups/new" },
];
