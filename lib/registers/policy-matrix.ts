import { calendarFeeds } from "@/db/schema/registers";
import { aPerson, aSession, TEST_DAY, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import { newId } from "@/lib/kernel/ids";
import { closeCalendarFeed } from "./close-calendar-feed";
import { openCalendarFeed } from "./open-calendar-feed";
import { saveRegister } from "./save-register";

export const policyMatrix: readonly MatrixRow[] = [
  {
    deed: "registers/save-register",
    opens: ["lead of the group", "assistant_hub_lead", "hub_lead", "deputy_hub_lead", "project_manager"],
    attempt: async (world, ctx) => {
      const { id } = await aSession(world.db, { workGroupId: world.group.id, heldOn: TEST_DAY });
      return saveRegister(ctx, { sessionId: id, marks: [{ participantId: newId(), mark: "attended" }] });
    },
  },
  {
    deed: "registers/open-calendar-feed",
    opens: ["school_maths_lead", "headteacher", "trust_lead"],
    attempt: (world, ctx) => openCalendarFeed(ctx, { organisationId: world.school.id }),
  },
  {
    deed: "registers/close-calendar-feed",
    opens: [],
    extras: {
      "owner of the feed": {
        opens: true,
        actor: async (world) => {
          const person = await aPerson(world.db);
          await world.db.insert(calendarFeeds).values({ id: FEED, personId: person.id, createdAt: TEST_NOW });
          return { kind: "user", personId: person.id, name: person.name, grants: [] };
        },
      },
    },
    attempt: (_world, ctx) => closeCalendarFeed(ctx, { feedId: FEED }),
  },
];

const FEED = newId();
