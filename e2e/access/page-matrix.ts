import type { CastName } from "@/db/testing/cast";

/**
 * Who gets an answer from a page or route handler. Everybody else of the cast (db/testing/cast.ts) must get a real 404, and
 * a visitor is asked to sign in. All addresses are in the world's own hub, school and group; `… elsewhere` are people of
 * another. A new page needs its row here, at the audience it is for.
 */
export interface PageRow {
  /** The folder in app/ without audiences, such as `/hub/cases/[caseId]`. */
  readonly page: string;
  /** Answers 200, or leads on to a page of ours that is not signing in. */
  readonly opens: readonly CastName[] | "everyone" | "everyone signed in";
  /** What a visitor gets from a page that is not for everyone: asked to sign in, unless this says 404. */
  readonly visitors?: "not found";
  /** Which id of page-world.ts fills a part, where it is not the one of the same name: `{ applicationId: "draftId" }`. */
  readonly with?: Readonly<Record<string, string>>;
  /** What the address is about, where a page has more than one row. */
  readonly about?: string;
}

const ofTheSchool = ["school_maths_lead", "headteacher", "trust_lead"] as const;
const ofSchools = [
  ...ofTheSchool,
  "school_maths_lead elsewhere",
  "headteacher elsewhere",
  "trust_lead elsewhere",
] as const;
const deciders = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;
const ofThePhase = [...deciders, "project_manager"] as const;
const ofTheHub = [...ofThePhase, "assistant_hub_lead for secondary"] as const;
const ofHubs = [
  ...ofTheHub,
  "assistant_hub_lead elsewhere",
  "hub_lead elsewhere",
  "deputy_hub_lead elsewhere",
  "project_manager elsewhere",
] as const;

const everybodys: readonly PageRow[] = [
  { page: "/", opens: "everyone" },
  { page: "/help/accessibility", opens: "everyone" },
  { page: "/help/contact", opens: "everyone" },
  { page: "/help/cookies", opens: "everyone" },
  { page: "/help/privacy", opens: "everyone" },
  { page: "/how-places-are-decided", opens: "everyone" },
  { page: "/programmes", opens: "everyone" },
  { page: "/programmes/[slug]", opens: "everyone" },
  { page: "/schools", opens: "everyone" },
  { page: "/schools/[urn]", opens: "everyone" },
  { page: "/api/schools", opens: "everyone" },
  { page: "/up", opens: "everyone" },
  { page: "/healthcheck", opens: "everyone" },
];

const accounts: readonly PageRow[] = [
  { page: "/account", opens: "everyone signed in" },
  { page: "/agree/[secret]", opens: "everyone", with: { secret: "agreementSecret" } },
  { page: "/api/auth/[...nextauth]", opens: "everyone" },
  { page: "/calendar/[feed]", opens: "everyone" },
  { page: "/consent/[secret]", opens: "everyone", with: { secret: "consentSecret" } },
  { page: "/get-access", opens: "everyone" },
  { page: "/get-access/asked", opens: "everyone" },
  { page: "/invitation/[secret]", opens: "everyone" },
  { page: "/outbox", opens: "everyone" },
  { page: "/personas", opens: "everyone" },
  { page: "/sign-in", opens: "everyone" },
  { page: "/sign-in/dfe", opens: "everyone" },
  { page: "/sign-in/link/[secret]", opens: "everyone" },
  { page: "/sign-in/sent", opens: "everyone" },
  { page: "/sign-out", opens: "everyone" },
];

const draft = { applicationId: "draftId" } as const;

const schools: readonly PageRow[] = [
  { page: "/school", opens: ofSchools },
  { page: "/school/[organisationId]", opens: [...ofTheSchool, "participant"] },
  { page: "/school/[organisationId]/apply/[offerId]", opens: ofTheSchool },
  {
    page: "/school/[organisationId]/next-stage/[recommendationId]",
    opens: [...ofTheSchool, ...ofThePhase, "lead of the group", "national_team"],
  },
  { page: "/school/[organisationId]/people", opens: [...ofTheSchool, ...ofTheHub] },
  { page: "/school/[organisationId]/support", opens: ofTheSchool },
  { page: "/school/[organisationId]/support/new", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]/check", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/commitment", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/headteacher", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/participants", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/participants/add", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/place", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]/place/decline", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]/sent", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]/switch", opens: ofTheSchool },
  { page: "/school/applications/[applicationId]/wishes", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/wishes/best", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/wishes/meeting", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/wishes/travel", opens: ofTheSchool, with: draft },
  { page: "/school/applications/[applicationId]/withdraw", opens: ofTheSchool },
  { page: "/school/work-groups/[workGroupId]", opens: [...ofTheSchool, "participant"] },
  {
    page: "/school/work-groups/[workGroupId]/calendar.ics",
    opens: [...ofTheSchool, "participant"],
    visitors: "not found",
  },
];

const leads: readonly PageRow[] = [
  { page: "/lead", opens: ["work_group_lead", "work_group_lead elsewhere", "lead of the group"] },
  { page: "/lead/weekdays", opens: ["work_group_lead", "work_group_lead elsewhere", "lead of the group"] },
  { page: "/lead/cases", opens: ["intensive_support_partner", "intensive_support_partner elsewhere"] },
  { page: "/lead/groups/[workGroupId]", opens: [...ofThePhase, "lead of the group"] },
  { page: "/lead/groups/[workGroupId]/reviews", opens: [...ofThePhase, "lead of the group"] },
  {
    page: "/lead/groups/[workGroupId]/reviews/[applicationId]",
    opens: ["lead of the group"],
    with: { applicationId: "placedId" },
  },
  {
    page: "/lead/groups/[workGroupId]/sessions/[sessionId]",
    opens: [...ofThePhase, "lead of the group"],
  },
];

const overAll = {
  opens: ["national_team"],
  about: "a run over all hubs",
  with: { runId: "runOverAllHubsId", applicationId: "matchedOverAllHubsId" },
} as const;

/** Nobody of a hub, not even of one whose schools the run is about. */
const overAllHubs: readonly PageRow[] = [
  { page: "/hub/matching/[runId]", ...overAll },
  { page: "/hub/matching/[runId]/compare", ...overAll },
  { page: "/hub/matching/[runId]/discard", ...overAll },
  { page: "/hub/matching/[runId]/repair", ...overAll, with: { runId: "repairOverAllHubsId" } },
  { page: "/hub/matching/[runId]/progress", ...overAll, visitors: "not found" },
  { page: "/hub/matching/[runId]/schools/[applicationId]", ...overAll },
];

const hubs: readonly PageRow[] = [
  { page: "/hub", opens: "everyone" },
  { page: "/hub/access", opens: ofHubs },
  { page: "/hub/applications/[applicationId]", opens: [...ofThePhase, "national_team"] },
  {
    page: "/hub/applications/[applicationId]/offer",
    opens: deciders,
    with: { applicationId: "approvedId" },
  },
  {
    page: "/hub/cases/[caseId]",
    opens: [...ofThePhase, "intensive_support_partner", "school_maths_lead", "headteacher"],
  },
  {
    page: "/hub/cases/[caseId]/notes",
    opens: [...deciders, "intensive_support_partner", "school_maths_lead", "headteacher"],
  },
  { page: "/hub/matching", opens: [...ofHubs, "national_team"] },
  { page: "/hub/matching/[runId]", opens: ofThePhase },
  { page: "/hub/matching/[runId]/compare", opens: ofThePhase, with: { runId: "computedRunId" } },
  { page: "/hub/matching/[runId]/discard", opens: deciders },
  { page: "/hub/matching/[runId]/repair", opens: ofThePhase, with: { runId: "repairId" } },
  { page: "/hub/matching/[runId]/progress", opens: ofThePhase, visitors: "not found" },
  {
    page: "/hub/matching/[runId]/schools/[applicationId]",
    opens: deciders,
    with: { runId: "computedRunId", applicationId: "matchedId" },
  },
  { page: "/hub/progression", opens: ofHubs },
  { page: "/hub/progression/[recommendationId]", opens: ofThePhase },
  { page: "/hub/queue", opens: ofHubs },
  { page: "/hub/referrals", opens: ofHubs },
  { page: "/hub/referrals/[referralId]", opens: [...ofThePhase, ...ofTheSchool] },
  {
    page: "/hub/referrals/new",
    opens: [
      ...ofHubs,
      "work_group_lead",
      "work_group_lead elsewhere",
      "lead of the group",
      "intensive_support_partner",
      "intensive_support_partner elsewhere",
    ],
  },
  { page: "/hub/schools", opens: [...ofHubs, "national_team"] },
  { page: "/hub/schools/[organisationId]", opens: [...ofTheHub, "national_team"] },
  { page: "/hub/schools/[organisationId]/end-move", opens: [...ofTheHub, "national_team"] },
  {
    page: "/hub/schools/[organisationId]/move",
    opens: ["hub_lead", "deputy_hub_lead", "national_team"],
  },
  { page: "/hub/schools/reviews", opens: [...ofHubs, "national_team"] },
  { page: "/hub/schools/reviews/[reviewId]", opens: [...ofTheHub, "national_team"] },
  { page: "/hub/work-groups", opens: ofHubs },
  { page: "/hub/work-groups/[workGroupId]", opens: ofThePhase },
  { page: "/hub/work-groups/[workGroupId]/cancel", opens: deciders },
  { page: "/hub/work-groups/[workGroupId]/edit", opens: ofThePhase },
  { page: "/hub/work-groups/[workGroupId]/lead", opens: deciders },
  { page: "/hub/work-groups/[workGroupId]/next-school", opens: deciders },
  { page: "/hub/work-groups/[workGroupId]/sessions", opens: ofThePhase },
  { page: "/hub/work-groups/[workGroupId]/sessions/[sessionId]", opens: ofThePhase },
  {
    page: "/hub/work-groups/new",
    opens: [
      ...deciders,
      "assistant_hub_lead for secondary",
      "assistant_hub_lead elsewhere",
      "hub_lead elsewhere",
      "deputy_hub_lead elsewhere",
    ],
  },
];

export const pageMatrix: readonly PageRow[] = [
  ...everybodys,
  ...accounts,
  ...schools,
  ...leads,
  ...hubs,
  ...overAllHubs,
];
