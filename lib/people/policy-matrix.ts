import {
  accessRequests,
  accountSessions,
  demonstrationPersonas,
  grants,
  invitations,
  signInCodes,
} from "@/db/schema/people";
import type { World } from "@/db/testing/cast";
import { aPerson, TEST_NOW } from "@/db/testing/factories";
import type { MatrixRow } from "@/db/testing/policy-matrix";
import type { Role } from "@/lib/access/actor";
import { hashSecret, newId } from "@/lib/kernel/ids";
import { acceptInvitation } from "./accept-invitation";
import { appointPerson } from "./appoint-person";
import { askForAccess } from "./ask-for-access";
import { chooseWeekdays } from "./choose-weekdays";
import { decideAccess } from "./decide-access";
import { endGrant } from "./end-grant";
import { endOtherSessions } from "./end-other-sessions";
import { endSession } from "./end-session";
import { hashCode } from "./hash-code";
import { invitePerson } from "./invite-person";
import { moveClock } from "./move-clock";
import { requestSignIn } from "./request-sign-in";
import { revokeInvitation } from "./revoke-invitation";
import { signInAsPersona } from "./sign-in-as-persona";
import { signInWithCode } from "./sign-in-with-code";
import { signInWithLink } from "./sign-in-with-link";
import { signInWithOpenid } from "./sign-in-with-openid";

const browser = { device: "Chrome on Windows" };
const later = new Date(TEST_NOW.getTime() + 60_000);
const hubLeaders = ["hub_lead", "deputy_hub_lead"] as const;
const hubStaff = [
  ...hubLeaders,
  "assistant_hub_lead",
  "assistant_hub_lead for secondary",
  "project_manager",
] as const;
/** Who may make a headteacher of the school, or end one. */
const overHeads = ["headteacher", "trust_lead", ...hubStaff] as const;
const owner = { kind: "user", personId: newId(), name: "Owen Owner", grants: [] } as const;

async function aCode(world: World): Promise<{ request: string; code: string; secret: string }> {
  const person = await aPerson(world.db);
  const made = { request: newId(), code: "123456", secret: newId() };
  await world.db.insert(signInCodes).values({
    id: made.request,
    personId: person.id,
    linkHash: hashSecret(made.secret),
    codeHash: hashCode(made.request, made.code),
    createdAt: TEST_NOW,
    expiresAt: later,
  });
  return made;
}

async function anInvitation(world: World): Promise<{ invitationId: string; secret: string }> {
  const inviter = await aPerson(world.db);
  const secret = newId();
  const [row] = await world.db
    .insert(invitations)
    .values({
      email: "somebody@schools.example",
      name: "Some Body",
      role: "school_maths_lead",
      organisationId: world.school.id,
      secretHash: hashSecret(secret),
      invitedBy: inviter.id,
      invitedAt: TEST_NOW,
      expiresAt: later,
    })
    .returning({ id: invitations.id });
  return { invitationId: row?.id ?? "", secret };
}

async function aGrant(world: World, role: Role): Promise<string> {
  const person = await aPerson(world.db);
  const [row] = await world.db
    .insert(grants)
    .values({ personId: person.id, role, organisationId: world.school.id, startedOn: "2025-09-01" })
    .returning({ id: grants.id });
  return row?.id ?? "";
}

async function aSessionOfOwner(world: World): Promise<string> {
  await aPerson(world.db, { id: owner.personId, name: owner.name });
  const [row] = await world.db
    .insert(accountSessions)
    .values({
      personId: owner.personId,
      secretHash: newId(),
      method: "code",
      device: browser.device,
      createdAt: TEST_NOW,
      lastSeenAt: TEST_NOW,
      expiresAt: later,
    })
    .returning({ id: accountSessions.id });
  return row?.id ?? "";
}

const signingIn: readonly MatrixRow[] = [
  {
    deed: "people/request-sign-in",
    opens: "every browser",
    attempt: (_, ctx) => requestSignIn(ctx, { email: "somebody@schools.example", sender: "192.0.2.1" }),
  },
  {
    deed: "people/sign-in-with-code",
    opens: "every browser",
    attempt: async (world, ctx) =>
      signInWithCode(ctx, { ...(await aCode(world)), browser, sender: "192.0.2.1" }),
  },
  {
    deed: "people/sign-in-with-link",
    opens: "every browser",
    attempt: async (world, ctx) => signInWithLink(ctx, { ...(await aCode(world)), browser }),
  },
  {
    deed: "people/sign-in-with-openid",
    opens: "every browser",
    attempt: (world, ctx) =>
      signInWithOpenid(ctx, {
        claims: {
          issuer: "https://openid.example",
          subject: "one",
          name: "Some Body",
          email: "somebody@schools.example",
          emailVerified: true,
          organisation: { urn: world.school.urn ?? undefined },
        },
        browser,
      }),
  },
  {
    deed: "people/sign-in-as-persona",
    opens: "every browser",
    attempt: async (world, ctx) => {
      const person = await aPerson(world.db);
      const persona = { personId: person.id, position: 1, situation: "Tries things out." };
      await world.db.insert(demonstrationPersonas).values(persona);
      return signInAsPersona(ctx, { personId: person.id, browser });
    },
  },
  {
    deed: "people/end-session",
    opens: [],
    extras: { "whose session it is": { opens: true, actor: () => owner } },
    attempt: async (world, ctx) => endSession(ctx, { sessionId: await aSessionOfOwner(world) }),
  },
  {
    deed: "people/end-other-sessions",
    opens: "everyone signed in",
    attempt: (_, ctx) => endOtherSessions(ctx, { keep: newId() }),
  },
  {
    deed: "people/choose-weekdays",
    opens: ["work_group_lead", "work_group_lead elsewhere", "lead of the group"],
    attempt: (_, ctx) => chooseWeekdays(ctx, { days: ["1"] }),
  },
  {
    deed: "people/move-clock",
    opens: "every browser",
    attempt: (_, ctx) => moveClock(ctx, { by: "day" }),
  },
];

const givingAccess: readonly MatrixRow[] = [
  {
    deed: "people/invite-person",
    opens: ["school_maths_lead", ...overHeads],
    attempt: (world, ctx) =>
      invitePerson(ctx, {
        name: "Some Body",
        email: "somebody@schools.example",
        role: "school_maths_lead",
        organisationId: world.school.id,
      }),
  },
  {
    deed: "people/revoke-invitation",
    opens: ["school_maths_lead", ...overHeads],
    attempt: async (world, ctx) => revokeInvitation(ctx, await anInvitation(world)),
  },
  {
    deed: "people/accept-invitation",
    opens: "every browser",
    attempt: async (world, ctx) => acceptInvitation(ctx, { ...(await anInvitation(world)), browser }),
  },
  {
    deed: "people/end-grant",
    opens: overHeads,
    attempt: async (world, ctx) => endGrant(ctx, { grantId: await aGrant(world, "headteacher") }),
  },
  {
    deed: "people/ask-for-access",
    opens: "every browser",
    attempt: (world, ctx) =>
      askForAccess(ctx, {
        name: "Some Body",
        email: "somebody@schools.example",
        role: "school_maths_lead",
        organisationId: world.school.id,
        note: "",
        sender: "192.0.2.1",
      }),
  },
  {
    deed: "people/decide-access",
    opens: hubStaff,
    attempt: async (world, ctx) => {
      const requestId = newId();
      await world.db.insert(accessRequests).values({
        id: requestId,
        name: "Some Body",
        email: "somebody@schools.example",
        role: "school_maths_lead",
        organisationId: world.school.id,
        requestedAt: TEST_NOW,
      });
      return decideAccess(ctx, { requestId, decision: "vouch", note: "" });
    },
  },
  {
    deed: "people/appoint-person",
    opens: ["system"],
    attempt: (world, ctx) =>
      appointPerson(ctx, {
        name: "Some Body",
        email: "somebody@hubs.example",
        role: "hub_lead",
        hubId: world.hub.id,
      }),
  },
];

export const policyMatrix: readonly MatrixRow[] = [...signingIn, ...givingAccess];
