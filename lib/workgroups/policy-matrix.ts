import { aPerson, aSession } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { assignLead } from "./assign-lead";
import { cancelSession } from "./cancel-session";
import { cancelWorkGroup } from "./cancel-work-group";
import { confirmWorkGroup } from "./confirm-work-group";
import { createWorkGroup } from "./create-work-group";
import { editWorkGroup } from "./edit-work-group";
import { followGroupDates } from "./follow-group-dates";
import { moveSession } from "./move-session";
import { openWorkGroup } from "./open-work-group";
import { planSessions } from "./plan-sessions";

const formers = ["assistant_hub_lead", "hub_lead", "deputy_hub_lead"] as const;
const arrangers = [...formers, "project_manager"] as const;

const facts = {
  name: "Fernley Tuesday",
  meets: "online",
  venueName: "",
  venuePostcode: "",
  weekday: 1,
  weekPattern: "every",
  minimumSchools: 2,
  maximumSchools: 6,
  whatToPrepare: "",
} as const;

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "workgroups/create-work-group",
    opens: formers,
    attempt: (world, ctx) =>
      createWorkGroup(ctx, { hubId: world.hub.id, offerId: world.offer.id, leadId: undefined, ...facts }),
  },
  {
    deed: "workgroups/assign-lead",
    opens: formers,
    attempt: async (world, ctx) =>
      assignLead(ctx, { workGroupId: world.group.id, personId: (await aPerson(world.db)).id }),
  },
  {
    deed: "workgroups/open-work-group",
    opens: formers,
    attempt: (world, ctx) => openWorkGroup(ctx, { workGroupId: world.group.id }),
  },
  {
    deed: "workgroups/confirm-work-group",
    opens: formers,
    attempt: (world, ctx) => confirmWorkGroup(ctx, { workGroupId: world.group.id, reason: "" }),
  },
  {
    deed: "workgroups/cancel-work-group",
    opens: formers,
    attempt: (world, ctx) =>
      cancelWorkGroup(ctx, { workGroupId: world.group.id, reason: "No lead can be found" }),
  },
  {
    deed: "workgroups/edit-work-group",
    opens: arrangers,
    attempt: (world, ctx) => editWorkGroup(ctx, { workGroupId: world.group.id, version: 1, ...facts }),
  },
  {
    deed: "workgroups/plan-sessions",
    opens: arrangers,
    attempt: (world, ctx) =>
      planSessions(ctx, {
        workGroupId: world.group.id,
        sessions: [{ heldOn: "2026-10-06", startsAt: "13:30", endsAt: "15:30", title: "Workshop 1" }],
      }),
  },
  {
    deed: "workgroups/move-session",
    opens: arrangers,
    attempt: async (world, ctx) =>
      moveSession(ctx, {
        workGroupId: world.group.id,
        sessionId: (await aSession(world.db, { workGroupId: world.group.id })).id,
        sequence: 0,
        heldOn: "2026-10-13",
        startsAt: "13:30",
        endsAt: "15:30",
        accepted: "",
      }),
  },
  {
    deed: "workgroups/cancel-session",
    opens: arrangers,
    attempt: async (world, ctx) =>
      cancelSession(ctx, {
        workGroupId: world.group.id,
        sessionId: (await aSession(world.db, { workGroupId: world.group.id })).id,
        sequence: 0,
        reason: "The lead is ill",
      }),
  },
  {
    deed: "workgroups/follow-group-dates",
    opens: ["system"],
    attempt: (_world, ctx) => followGroupDates(ctx),
  },
];
