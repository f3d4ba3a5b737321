import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages } from "@/db/schema/notifications";
import { referrals } from "@/db/schema/referrals";
import {
  aHub,
  anActor,
  anApplication,
  anOffer,
  aPerson,
  aSchool,
  TEST_DAY,
  TEST_NOW,
} from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { visitor } from "@/lib/access/actor";
import { askHeadteacher } from "@/lib/applications/ask-headteacher";
import { findAgreement } from "@/lib/applications/queries/agreement";
import { newReference } from "@/lib/kernel/ids";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { invitePerson } from "@/lib/people/invite-person";
import { requestSignIn } from "@/lib/people/request-sign-in";
import { signInWithLink } from "@/lib/people/sign-in-with-link";
import { answerConsent } from "@/lib/referrals/answer-consent";
import { askConsent } from "@/lib/referrals/ask-consent";

const t = testContext();
const browser = { device: "Chrome on Windows" };

/** Has every kind of link mailed, and answers the secret of each by the purpose of its mail. */
async function mailEveryLink(): Promise<Map<string, string>> {
  const hub = await aHub(t.db);
  const school = await aSchool(t.db, { hubId: hub.id });
  const head = await anActor(t.db, { role: "headteacher", organisationId: school.id });
  const of = { organisationId: school.id, hubId: hub.id };
  const headOf = { headName: "Ada Head", headEmail: "ada.head@schools.example" };
  const person = await aPerson(t.db, { email: "ben@schools.example" });
  const application = await anApplication(t.db, {
    ...of,
    ...headOf,
    offerId: (await anOffer(t.db)).id,
    decision: "awaiting_headteacher",
    submittedAt: null,
    promisedOn: null,
  });
  const [referral] = await t.db
    .insert(referrals)
    .values({
      ...of,
      ...headOf,
      reference: newReference(),
      phase: "primary",
      source: "school",
      barriers: ["new_headteacher"],
      evidence: "A visit",
      urgency: "this_term",
      raisedBy: person.id,
      raisedAt: TEST_NOW,
      promisedOn: TEST_DAY,
    })
    .returning({ id: referrals.id });
  const cara = { name: "Cara Bell", email: "cara@schools.example", role: "school_maths_lead" } as const;
  const answers = [
    await requestSignIn(t.as(visitor), { email: "ben@schools.example", sender: "192.0.2.1" }),
    await invitePerson(t.as(head), { ...cara, organisationId: school.id }),
    await askHeadteacher(t.as(head), { applicationId: application.id }),
    await askConsent(t.as(head), { referralId: referral?.id ?? "" }),
  ];
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  const mails = await t.db.select({ purpose: messages.purpose, body: messages.body }).from(messages);
  return new Map(mails.map(({ purpose, body }) => [purpose, /\/([\w-]{43})(?=\s|$)/m.exec(body)?.[1] ?? ""]));
}

/** The tables of the service and of its queue that hold a text anywhere in a row. */
async function tablesThatHold(text: string): Promise<string[]> {
  const { rows } = await t.db.execute<{ name: string }>(sql`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`);
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await t.db.execute(
      sql`select 1 from ${sql.raw(name)} held where held::text like ${`%${text}%`} limit 1`,
    );
    if (found.rows.length > 0) holding.push(name);
  }
  return holding;
}

describe("the secret of a mailed link", () => {
  test("stands nowhere but in the mail that waits to be sent", async () => {
    const secrets = await mailEveryLink();
    expect(secrets.size).toBe(4);
    for (const [purpose, secret] of secrets) {
      expect(secret, purpose).toHaveLength(43);
      expect(await tablesThatHold(secret), purpose).toEqual(["public.messages"]);
    }
  });

  test("opens the one thing it was made for", async () => {
    const secrets = await mailEveryLink();
    const opens = {
      sign_in: async (secret: string) => (await signInWithLink(t.as(visitor), { secret, browser })).ok,
      invitation: async (secret: string) => (await acceptInvitation(t.as(visitor), { secret, browser })).ok,
      headteacher_agreement: async (secret: string) =>
        (await findAgreement(t.as(visitor), secret)) !== undefined,
      referral_consent: async (secret: string) =>
        (await answerConsent(t.as(visitor), { secret, answer: "yes" })).ok,
    };
    expect([...secrets.keys()].sort()).toEqual(Object.keys(opens).sort());
    for (const [purpose, open] of Object.entries(opens))
      for (const [madeFor, secret] of secrets)
        if (madeFor !== purpose) expect(await open(secret), `${madeFor} as ${purpose}`).toBe(false);
    for (const [purpose, open] of Object.entries(opens))
      expect(await open(secrets.get(purpose) ?? ""), purpose).toBe(true);
  });
});
