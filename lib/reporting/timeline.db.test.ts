import { describe, expect, test } from "vitest";
import { aHub, anActor, aPerson, aSchool } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { recordEvent } from "@/lib/events/record-event";
import { accessAsked, accessGiven } from "@/lib/people/events";
import { listTimeline } from "./timeline";

describe("a timeline", () => {
  const t = testContext();

  async function aSchoolWithEvents() {
    const hub = await aHub(t.db);
    const school = await aSchool(t.db, { hubId: hub.id });
    const staff = await anActor(t.db, { role: "project_manager", hubId: hub.id });
    const lead = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
    const person = await aPerson(t.db, { name: "Leah Grant" });
    const about = { organisationId: school.id, hubId: hub.id };
    await withTransaction(t.as(systemActor("nightly")), (tx) =>
      recordEvent(tx, accessAsked, { ...about, payload: { role: "school_maths_lead" } }),
    );
    await withTransaction(t.as(staff), (tx) =>
      recordEvent(tx, accessGiven, {
        ...about,
        personId: person.id,
        payload: { role: "school_maths_lead", way: "vouching" },
      }),
    );
    return { hub, school, staff, lead };
  }

  test("tells staff of the hub everything, newest first, with who did it and to whom", async () => {
    const { hub, school, staff } = await aSchoolWithEvents();
    const { rows, total } = await listTimeline(t.as(staff), { organisationId: school.id }, { hubId: hub.id });
    expect(total).toBe(2);
    expect(rows.map(({ sentence, actor, person }) => [sentence, actor, person])).toEqual([
      ["Access as maths lead was given because the hub vouched for them", staff.name, "Leah Grant"],
      ["Somebody asked the hub for access as maths lead", "The service", undefined],
    ]);
  });

  test("keeps what is for staff from the school, and from staff of another hub", async () => {
    const { hub, school, lead } = await aSchoolWithEvents();
    const other = await anActor(t.db, { role: "hub_lead", hubId: (await aHub(t.db)).id });
    for (const actor of [lead, other]) {
      const { rows } = await listTimeline(t.as(actor), { organisationId: school.id }, { hubId: hub.id });
      expect(rows.map(({ sentence }) => sentence)).toEqual([
        "Access as maths lead was given because the hub vouched for them",
      ]);
    }
  });
});
