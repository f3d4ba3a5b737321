import type { BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import { answerEverything, programmePage } from "../fixtures/answer-everything";
import { newEmail } from "../fixtures/colleague";
import type { Given } from "../fixtures/given";
import { pointer } from "../fixtures/hand";
import { readLogs } from "../fixtures/log";
import { linkIn, receivedMail, receivedMails } from "../fixtures/mail";
import { expect, test } from "../fixtures/test";

/** What stands in the texts that people write here, and nowhere else. */
const written = "quillfeather";
const anyEmail = /[\w.+-]+(?:@|%40)[\w-]+(?:\.[a-z]+)+/gi;
const telephone = "01632 960983";

/** A school whose maths lead is signed in, a headteacher with a name to look for, and who decides for the hub. */
async function setting(given: Given, context: BrowserContext) {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  const decider = await anActor(given.db, { role: "hub_lead", hubId: hub.id });
  await given.db.update(people).set({ telephone }).where(eq(people.id, decider.personId));
  const lead = await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  const leadEmail = newEmail();
  await given.db.update(people).set({ email: leadEmail }).where(eq(people.id, lead.personId));
  return {
    leadEmail,
    organisationId: school.id,
    school: school.name,
    headName: "Wilhelmina Brackenbury",
    headEmail: newEmail(),
    decider: { id: decider.personId, name: decider.name },
  };
}

type Setting = Awaited<ReturnType<typeof setting>>;

/** @returns the address of the application */
async function apply(page: Page, about: Setting): Promise<string> {
  await page.goto(programmePage);
  await page.getByRole("button", { name: `Apply for ${about.school}` }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await answerEverything(page, pointer(), about);
  await page.getByRole("button", { name: "Send application" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Application sent" })).toBeVisible();
  return new URL(page.url()).pathname.replace(/\/sent$/, "");
}

/** @returns the headteacher's link */
async function agreeToApplying(page: Page, { headEmail, headName }: Setting): Promise<string> {
  const link = linkIn(await receivedMail(headEmail, /please answer by/));
  await page.goto(link);
  const promises = page.getByRole("group", { name: "I agree that our school will" }).getByRole("checkbox");
  for (const promise of await promises.all()) await promise.check();
  await page.getByLabel("Your full name").fill(headName);
  await page.getByRole("button", { name: "Agree", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You have agreed" })).toBeVisible();
  return link;
}

async function askForSupport(page: Page, about: Setting): Promise<string> {
  await page.goto(`/school/${about.organisationId}/support/new`);
  await page.getByRole("checkbox", { name: "A new headteacher" }).check();
  await page.getByLabel("What have you seen?").fill(`Half of Year 4 left. ${written}`);
  await page.getByRole("radio", { name: "Within this term" }).check();
  await page.getByLabel("Headteacher’s name").fill(about.headName);
  await page.getByLabel("Headteacher’s email address").fill(about.headEmail);
  await page.getByRole("button", { name: "Ask for support and ask the headteacher" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It answers by" })).toBeVisible();
  const link = linkIn(await receivedMail(about.headEmail, /Targeted Support/));
  await page.goto(link);
  await page.getByRole("radio", { name: "Yes, I agree" }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You agreed" })).toBeVisible();
  return link;
}

/** The hub reads both and answers the application with a note for the school. */
async function decide(page: Page, { school }: Setting): Promise<void> {
  await page.goto("/hub/referrals");
  await page.getByRole("link", { name: school }).click();
  await expect(page.getByText(written)).toBeVisible();
  await page.goto("/hub/queue");
  await page.getByRole("link", { name: school }).click();
  await page.getByLabel("Note to the school").first().fill(`Welcome. ${written}`);
  await page.getByRole("button", { name: "Approve and put forward to matching" }).click();
  await expect(page.getByText(`“Welcome. ${written}”`)).toBeVisible();
}

test("what a school and its hub write about people stands in no log, no address and no mail that does not need it", async ({
  page,
  context,
  given,
}) => {
  test.slow();
  const asked: string[] = [];
  context.on("request", (request) => asked.push(decodeURIComponent(request.url())));
  const about = await setting(given, context);
  const application = await apply(page, about);
  const links = [await agreeToApplying(page, about), await askForSupport(page, about)];
  await given.signIn(context, about.decider);
  await decide(page, about);
  const [cookie] = await context.cookies();
  const decision = await receivedMail(about.leadEmail, /your application is approved/);

  await test.step("the addresses", () => {
    expect.soft(asked.filter((address) => address.match(anyEmail))).toEqual([]);
    expect.soft(asked.filter((address) => /quillfeather|brackenbury|leah|960983/i.test(address))).toEqual([]);
    for (const link of links) {
      const carrying = asked.filter((address) => address.includes(secretOf(link)));
      expect.soft([...new Set(carrying.map((address) => new URL(address).pathname))]).toEqual([link]);
    }
  });
  await test.step("the logs", async () => {
    await expect
      .poll(readLogs, { message: "the application's pages are written down" })
      .toContain(application);
    const logs = readLogs();
    expect.soft(logs.includes('"path":"/agree/…"'), "a link is written down without its secret").toBe(true);
    expect.soft(logs.match(anyEmail), "an address of anybody at all").toBeNull();
    expect.soft(logs.match(/quillfeather|brackenbury|leah grant|960 ?983/gi)).toBeNull();
    const secrets = [...links.map(secretOf), cookie?.value ?? ""];
    expect.soft(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
  });
  await test.step("the mails", () => {
    expect.soft(decision.text, "the school reads the hub's note").toContain(written);
    const mails = receivedMails().filter(({ subject, text }) => `${subject}${text}`.includes(about.school));
    expect.soft(mails.length).toBeGreaterThan(3);
    for (const { subject, text } of mails) {
      const whole = `${subject}\n${text}`;
      expect.soft(whole.match(anyEmail), subject).toBeNull();
      expect.soft(whole.match(/https?:\/\//g)?.length ?? 0, `${subject}: links`).toBeLessThanOrEqual(1);
      expect.soft(whole, subject).not.toMatch(/half of year 4|leah grant|year 4 teacher/i);
      expect
        .soft(whole.replaceAll(telephone, ""), "only whom to ring")
        .not.toMatch(/\b0\d{3,4} ?\d{3} ?\d{3}\b/);
    }
  });
  await test.step("the lists", async () => {
    for (const list of ["/hub/queue?view=decided", "/hub/referrals?status=all", "/hub/schools"])
      expect.soft(await unseen(page, list, about.school), list).toEqual([]);
  });
});

function secretOf(link: string): string {
  return link.split("/").at(-1) ?? "";
}

/** What travels to the browser with a list of schools without being shown there: addresses of people, and what they wrote. */
async function unseen(page: Page, list: string, school: string): Promise<string[]> {
  await page.goto(list);
  const main = page.getByRole("main");
  await expect(main, "the school stands in the list").toContainText(school);
  const seen = String(await main.textContent()).toLowerCase();
  const sent = (await (await page.request.get(list)).text()).toLowerCase();
  const personal = [
    ...(sent.match(anyEmail) ?? []),
    ...(sent.match(/quillfeather|brackenbury|leah grant/g) ?? []),
  ];
  return [...new Set(personal)].filter((text) => !seen.includes(text));
}
