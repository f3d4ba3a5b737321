import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { messages } from "@/db/schema/notifications";
import { accountSessions, rateLimits, signInCodes } from "@/db/schema/people";
import { aPerson, TEST_NOW } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor, visitor } from "@/lib/access/actor";
import { requestSignIn } from "./request-sign-in";
import { limits } from "./rules";
import { signInWithCode } from "./sign-in-with-code";
import { signInWithLink } from "./sign-in-with-link";

const browser = { device: "Chrome on Windows" };
const sender = "192.0.2.1";
const minutes = (count: number) => new Date(TEST_NOW.getTime() + count * 60_000);

describe("signing in by email", () => {
  const t = testContext();

  const mailsTo = (email: string) =>
    t.db.select().from(messages).where(sql`lower(${messages.toEmail}) = ${email.toLowerCase()}`);

  async function ask(email: string, now = TEST_NOW) {
    const before = new Set((await mailsTo(email)).map(({ id }) => id));
    const answer = await requestSignIn(t.as(visitor, now), { email, sender, to: "/school" });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const mails = await mailsTo(email);
    const body = mails.find(({ id }) => !before.has(id))?.body ?? "";
    return {
      request: answer.value.requestId,
      body,
      sent: mails.length,
      secret: /sign-in\/link\/([\w-]+)/.exec(body)?.[1] ?? "",
      code: /asked for it: (\d{6})/.exec(body)?.[1] ?? "",
    };
  }

  const withCode = (request: string, code: string, now = TEST_NOW) =>
    signInWithCode(t.as(visitor, now), { request, code, browser, sender });
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

  test("opens a session, and leaves the events of asking and of coming in", async () => {
    const person = await aPerson(t.db, { email: "Priya@Schools.example" });
    const { request, code } = await ask("priya@schools.EXAMPLE");
    const answer = await withCode(request, code);
    expect(answer).toMatchObject({ ok: true, value: { returnTo: "/school" } });
    const [session] = await t.db
      .select()
      .from(accountSessions)
      .where(eq(accountSessions.personId, person.id));
    expect(session).toMatchObject({ method: "code", device: browser.device, expiresAt: minutes(12 * 60) });
    if (answer.ok) expect(session?.secretHash).not.toContain(answer.value.secret);
    const told = await t.db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.personId, person.id))
      .orderBy(events.id);
    expect(told.map(({ type }) => type)).toEqual(["sign_in.requested", "sign_in.completed"]);
  });

  test("keeps neither the code nor the link, only their hashes", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    const { request, code, secret } = await ask("a@schools.example");
    const [row] = await t.db.select().from(signInCodes).where(eq(signInCodes.id, request));
    const kept = JSON.stringify(row);
    expect([kept.includes(code), kept.includes(secret)]).toEqual([false, false]);
  });

  test("spends code and link together", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    const { request, code, secret } = await ask("a@schools.example");
    expect((await signInWithLink(t.as(visitor), { secret, browser })).ok).toBe(true);
    expect(await withCode(request, code)).toMatchObject({ refusal: { code: "code_over" } });
    expect(await signInWithLink(t.as(visitor), { secret, browser })).toMatchObject({
      refusal: { code: "link_over" },
    });
  });

  test("ends after ten minutes", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    const { request, code, secret } = await ask("a@schools.example");
    expect(await withCode(request, code, minutes(10))).toMatchObject({ refusal: { code: "code_over" } });
    expect(await signInWithLink(t.as(visitor, minutes(10)), { secret, browser })).toMatchObject({
      ok: false,
    });
    expect((await withCode(request, code, minutes(9))).ok).toBe(true);
  });

  test("gives a code five tries, and leaves the link its use", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    const { request, code, secret } = await ask("a@schools.example");
    for (let tried = 0; tried < 5; tried += 1)
      expect(await withCode(request, wrong(code))).toMatchObject({ refusal: { code: "wrong_code" } });
    expect(await withCode(request, code)).toMatchObject({ refusal: { code: "code_over" } });
    expect((await signInWithLink(t.as(visitor), { secret, browser })).ok).toBe(true);
  });

  test("answers alike for an address that nobody has, and mails it how to get in", async () => {
    const { request, body } = await ask("nobody@nowhere.example");
    expect(body).toContain("/get-access");
    expect(body).not.toMatch(/sign-in\/link|\d{6}/);
    for (let tried = 0; tried < 5; tried += 1)
      expect(await withCode(request, "000000")).toMatchObject({ refusal: { code: "wrong_code" } });
    expect(await withCode(request, "000000")).toMatchObject({ refusal: { code: "code_over" } });
  });

  test("sends an address five mails in a quarter of an hour, says nothing about it, and begins anew", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    for (let asked = 0; asked < 6; asked += 1) await ask("a@schools.example");
    expect((await ask("a@schools.example")).sent).toBe(5);
    expect((await ask("a@schools.example", minutes(15))).sent).toBe(6);
  });

  test("stops a sender who asks for everybody", async () => {
    for (let asked = 0; asked < limits.mailsOfSender.most; asked += 1)
      await requestSignIn(t.as(visitor), { email: `p${asked}@schools.example`, sender });
    const refused = await requestSignIn(t.as(visitor), { email: "last@schools.example", sender });
    expect(refused).toMatchObject({ refusal: { code: "too_many", detail: { until: "10.15am" } } });
    const neighbour = await requestSignIn(t.as(visitor), {
      email: "last@schools.example",
      sender: "198.51.100.7",
    });
    expect(neighbour.ok).toBe(true);
  });

  test("guessing at somebody's codes all day stops their codes, never their links", async () => {
    await aPerson(t.db, { email: "a@schools.example" });
    for (let round = 0; round < limits.codesOfPerson.most / 5; round += 1) {
      const { request, code } = await ask("a@schools.example", minutes(round * 15));
      for (let tried = 0; tried < 5; tried += 1) await withCode(request, wrong(code), minutes(round * 15));
    }
    const { request, code, secret } = await ask("a@schools.example", minutes(90));
    expect(await withCode(request, code, minutes(90))).toMatchObject({ refusal: { code: "wrong_code" } });
    expect((await signInWithLink(t.as(visitor, minutes(90)), { secret, browser })).ok).toBe(true);
  });

  test("keeps no address in the limits", async () => {
    await ask("nobody@nowhere.example");
    const rows = await t.db.select().from(rateLimits);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/nobody|nowhere|192\.0\.2\.1/);
  });

  test("ends the session that the browser had before", async () => {
    const person = await aPerson(t.db, { email: "a@schools.example" });
    const first = await ask("a@schools.example");
    await withCode(first.request, first.code);
    const [old] = await t.db.select().from(accountSessions).where(eq(accountSessions.personId, person.id));
    const { secret } = await ask("a@schools.example", minutes(1));
    await signInWithLink(t.as(visitor, minutes(1)), {
      secret,
      browser: { ...browser, replaces: old?.id ?? "" },
    });
    const rows = await t.db.select().from(accountSessions).where(eq(accountSessions.personId, person.id));
    expect(rows.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)).toHaveLength(1);
    expect(rows.find(({ id }) => id === old?.id)?.revokedAt).toEqual(minutes(1));
  });

  test("is nothing for our own jobs", async () => {
    expect(await requestSignIn(t.as(systemActor("x")), { email: "a@schools.example", sender })).toMatchObject(
      { refusal: { code: "not_found" } },
    );
  });
});
