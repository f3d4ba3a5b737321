import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { accessRequests, grants, openidSubjects, people } from "@/db/schema/people";
import {
  aHub,
  anActor,
  aPerson,
  aSchool,
  type GrantedRole,
  TEST_DAY,
  TEST_NOW,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor, type UserActor, visitor } from "@/lib/access/actor";
import { withTransaction } from "@/lib/access/context";
import { findSession } from "@/lib/auth/find-session";
import { acceptInvitation } from "./accept-invitation";
import { askForAccess } from "./ask-for-access";
import { decideAccess } from "./decide-access";
import { endGrant } from "./end-grant";
import { invitePerson } from "./invite-person";
import { openSession } from "./open-session";
import { findSchoolPeople } from "./queries/school-people";
import { revokeInvitation } from "./revoke-invitation";
import { type OpenidClaims, signInWithOpenid } from "./sign-in-with-openid";

const browser = { device: "Chrome on Windows" };

describe("access", () => {
  const t = testContext();

  async function aPlace() {
    const hub = await aHub(t.db, { telephone: "01632 960142" });
    const school = await aSchool(t.db, { hubId: hub.id });
    const lead = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
    const staff = await anActor(t.db, { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" });
    return { hub, school, lead, staff };
  }

  async function invited(by: UserActor, organisationId: string, more: { handsOverGrantId?: string } = {}) {
    const answer = await invitePerson(t.as(by), {
      name: "Leah Grant",
      email: "leah@schools.example",
      role: "school_maths_lead",
      organisationId,
      ...more,
    });
    const mails = await t.db.select().from(messages).where(eq(messages.purpose, "invitation"));
    const secrets = mails.map(({ body }) => /\/invitation\/([\w-]+)/.exec(body)?.[1] ?? "");
    return { answer, secrets, secret: secrets.at(-1) ?? "" };
  }

  async function signedIn(secret: string) {
    return findSession(t.db, secret, TEST_NOW, TEST_DAY);
  }

  async function typesOf(column: "organisationId", id: string) {
    const rows = await t.db
      .select({ type: events.type })
      .from(events)
      .where(eq(events[column], id))
      .orderBy(events.id);
    return rows.map(({ type }) => type);
  }

  test("whoever acts for several schools finds them in the order of their names", async () => {
    const hub = await aHub(t.db);
    const names = ["Moss", "Alder", "Rowan", "Birch", "Thorn", "Elm"];
    const roles: GrantedRole[] = [];
    for (const school of names) {
      const { id: organisationId } = await aSchool(t.db, { hubId: hub.id, name: school });
      roles.push({ role: "school_maths_lead", organisationId });
    }
    const { personId, name } = await anActor(t.db, ...roles);
    const secret = await withTransaction(t.as(systemActor("test")), (tx) =>
      openSession(tx, { person: { id: personId, name }, method: "persona", browser }),
    );
    const session = await signedIn(secret);
    expect(session?.places.map((place) => place.name)).toEqual([...names].sort());
  });

  test("an invitation gives the role and signs the invited person in, once", async () => {
    const { school, lead } = await aPlace();
    const { secret } = await invited(lead, school.id);
    const answer = await acceptInvitation(t.as(visitor), { secret, browser });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const session = await signedIn(answer.value.secret);
    expect(session?.actor.name).toBe("Leah Grant");
    expect(session?.actor.grants.map(({ role, organisationId }) => [role, organisationId])).toEqual([
      ["school_maths_lead", school.id],
    ]);
    expect(await typesOf("organisationId", school.id)).toEqual(["access.invited", "access.given"]);
    expect(await acceptInvitation(t.as(visitor), { secret, browser })).toMatchObject({
      refusal: { code: "invitation_over" },
    });
  });

  test("an invitation taken back, sent again or too old opens nothing", async () => {
    const { school, lead } = await aPlace();
    const first = await invited(lead, school.id);
    const again = await invited(lead, school.id);
    const dead = first.secret;
    const live = again.secrets.find((secret) => secret !== dead) ?? "";
    const late = new Date(TEST_NOW.getTime() + 14 * 86_400_000);
    expect((await acceptInvitation(t.as(visitor), { secret: dead, browser })).ok).toBe(false);
    expect((await acceptInvitation(t.as(visitor, late), { secret: live, browser })).ok).toBe(false);
    if (!again.answer.ok) throw new Error("not invited");
    await revokeInvitation(t.as(lead), again.answer.value);
    expect((await acceptInvitation(t.as(visitor), { secret: live, browser })).ok).toBe(false);
  });

  test("handing over ends one's own role when the next accepts, not before", async () => {
    const { school, lead } = await aPlace();
    const grantId = lead.grants[0]?.id ?? "";
    const { secret } = await invited(lead, school.id, { handsOverGrantId: grantId });
    const held = () => t.db.select().from(grants).where(eq(grants.id, grantId));
    expect((await held())[0]?.finishedOn).toBeNull();
    await acceptInvitation(t.as(visitor), { secret, browser });
    expect((await held())[0]?.finishedOn).toBe(TEST_DAY);
  });

  test("nobody hands over another's role", async () => {
    const { school, lead } = await aPlace();
    const other = await anActor(t.db, { role: "school_maths_lead", organisationId: school.id });
    const { answer } = await invited(lead, school.id, { handsOverGrantId: other.grants[0]?.id ?? "" });
    expect(answer).toMatchObject({ refusal: { code: "not_own_role" } });
  });

  test("a maths lead cannot make a headteacher, nor see another school's people", async () => {
    const { school, lead, hub } = await aPlace();
    const other = await aSchool(t.db, { hubId: hub.id });
    const head = { name: "Alan Reeve", email: "a@schools.example", role: "headteacher" } as const;
    const made = await invitePerson(t.as(lead), { ...head, organisationId: school.id });
    expect(made).toMatchObject({ refusal: { code: "not_found" } });
    expect(await findSchoolPeople(t.as(lead), other.id)).toBeUndefined();
    expect((await findSchoolPeople(t.as(lead), school.id))?.holders).toHaveLength(1);
  });

  test("an ended grant opens nothing at the next request, and the session itself lives on", async () => {
    const { school, lead, staff } = await aPlace();
    const { secret } = await invited(lead, school.id);
    const arrived = await acceptInvitation(t.as(visitor), { secret, browser });
    if (!arrived.ok) throw new Error("not accepted");
    const before = await signedIn(arrived.value.secret);
    const ended = await endGrant(t.as(staff), { grantId: before?.actor.grants[0]?.id ?? "" });
    expect(ended.ok).toBe(true);
    const after = await signedIn(arrived.value.secret);
    expect(after?.actor.personId).toBe(before?.actor.personId);
    expect(after?.actor.grants).toEqual([]);
    const again = await endGrant(t.as(staff), { grantId: before?.actor.grants[0]?.id ?? "" });
    expect(again).toMatchObject({ refusal: { code: "already_ended" } });
  });

  test("a hub keeps its last lead", async () => {
    const { hub } = await aPlace();
    const leader = await anActor(t.db, { role: "hub_lead", hubId: hub.id });
    const own = { grantId: leader.grants[0]?.id ?? "" };
    expect(await endGrant(t.as(leader), own)).toMatchObject({ refusal: { code: "last_hub_lead" } });
    await anActor(t.db, { role: "hub_lead", hubId: hub.id });
    expect((await endGrant(t.as(leader), own)).ok).toBe(true);
  });

  const asked = (organisationId: string, email = "leah@schools.example") => ({
    organisationId,
    name: "Leah Grant",
    email,
    role: "school_maths_lead" as const,
    note: "",
    sender: "192.0.2.1",
  });

  test("asking twice, or with access already, gets the same answer and one request", async () => {
    const { school } = await aPlace();
    const first = await askForAccess(t.as(visitor), asked(school.id));
    const second = await askForAccess(t.as(visitor), asked(school.id, "LEAH@schools.example"));
    expect([first, second]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const count = await t.db.$count(accessRequests, eq(accessRequests.organisationId, school.id));
    expect(count).toBe(1);
  });

  test("the hub vouches, and the address that asked can sign in; declining gives nothing", async () => {
    const { school, staff } = await aPlace();
    await askForAccess(t.as(visitor), asked(school.id));
    await askForAccess(t.as(visitor), asked(school.id, "stranger@elsewhere.example"));
    const requests = await t.db.select().from(accessRequests).orderBy(accessRequests.email);
    const [leah, stranger] = requests;
    const yes = { requestId: leah?.id ?? "", decision: "vouch", note: "" } as const;
    await decideAccess(t.as(staff), yes);
    await decideAccess(t.as(staff), { requestId: stranger?.id ?? "", decision: "decline", note: "Ring us." });
    const given = await t.db
      .select({ email: people.email })
      .from(grants)
      .innerJoin(people, eq(people.id, grants.personId))
      .where(and(eq(grants.organisationId, school.id), eq(grants.grantedBy, staff.personId)));
    expect(given).toEqual([{ email: "leah@schools.example" }]);
    expect(await decideAccess(t.as(staff), yes)).toMatchObject({ refusal: { code: "already_decided" } });
    expect(await typesOf("organisationId", school.id)).toEqual([
      "access.asked",
      "access.asked",
      "access.given",
      "access.declined",
    ]);
  });

  function claims(urn: number | undefined, more: Partial<OpenidClaims> = {}): OpenidClaims {
    return {
      issuer: "https://openid.example",
      subject: "subject-1",
      name: "Leah Grant",
      email: "leah@schools.example",
      emailVerified: true,
      organisation: { urn },
      ...more,
    };
  }

  test("DfE Sign-in's organisation opens the school, to a known person and to a new one", async () => {
    const { school } = await aPlace();
    await aPerson(t.db, { name: "Leah Grant", email: "leah@schools.example" });
    const urn = school.urn ?? undefined;
    const known = await signInWithOpenid(t.as(visitor), { claims: claims(urn), browser });
    const fresh = { subject: "subject-2", email: "new@schools.example" };
    const added = await signInWithOpenid(t.as(visitor), { claims: claims(urn, fresh), browser });
    expect([known.ok, added.ok]).toEqual([true, true]);
    expect(await t.db.$count(people, eq(people.email, "leah@schools.example"))).toBe(1);
    expect(await t.db.$count(openidSubjects)).toBe(2);
    expect(await t.db.$count(grants, eq(grants.organisationId, school.id))).toBe(3);
  });

  test("DfE Sign-in does not give back what was ended, nor let an unproved address in", async () => {
    const { school, staff } = await aPlace();
    const urn = school.urn ?? undefined;
    await signInWithOpenid(t.as(visitor), { claims: claims(urn), browser });
    const [leah] = await t.db.select().from(people).where(eq(people.email, "leah@schools.example"));
    const [grant] = await t.db
      .select()
      .from(grants)
      .where(eq(grants.personId, leah?.id ?? ""));
    await endGrant(t.as(staff), { grantId: grant?.id ?? "" });
    const back = await signInWithOpenid(t.as(visitor), { claims: claims(urn), browser });
    expect(back).toMatchObject({ refusal: { code: "access_ended" } });
    const unproved = { subject: "subject-3", emailVerified: false };
    const stranger = await signInWithOpenid(t.as(visitor), { claims: claims(urn, unproved), browser });
    expect(stranger).toMatchObject({ refusal: { code: "no_address" } });
    const nowhere = { subject: "subject-4", email: "x@schools.example" };
    const lost = await signInWithOpenid(t.as(visitor), { claims: claims(1, nowhere), browser });
    expect(lost).toMatchObject({ refusal: { code: "unknown_organisation" } });
  });
});
