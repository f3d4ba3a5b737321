import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { grants } from "@/db/schema/people";
import { organisations } from "@/db/schema/schools";
import { aRegisteredSchool } from "@/db/testing/establishments";
import { aHub, aPerson, type GrantedRole } from "@/db/testing/factories";
import { newEmail } from "../fixtures/colleague";
import type { Given } from "../fixtures/given";

/** Somebody who signs in by mail. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** A hub with its people, and a school in the register that nobody acts for yet. */
export interface Loop {
  readonly hubId: string;
  readonly hub: string;
  readonly school: { readonly id: string; readonly name: string; readonly urn: number };
  readonly mathsLead: Person;
  readonly head: Person;
  readonly assistant: Person;
  readonly lead: Person;
}

/** Where LS6 is, in metres of the national grid: the group will meet close by. */
const headingley = { easting: 428_500, northing: 436_500 };

export async function aLoop(given: Given): Promise<Loop> {
  const { id: hubId, name: hub } = await aHub(given.db);
  const urn = 600_000 + Math.floor(Math.random() * 90_000);
  const word = urn.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz".charAt(Number(digit)));
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}mere Primary School`;
  const school = await aRegisteredSchool(given.db, { hubId, urn, name, town: "Loopham" });
  await given.db.update(organisations).set(headingley).where(eq(organisations.id, school.id));
  return {
    hubId,
    hub,
    school: { id: school.id, name, urn },
    mathsLead: { name: "Priya Nair", email: newEmail() },
    head: { name: "Tom Ashworth", email: newEmail() },
    assistant: await somebody(given, "Grace Oyelaran", {
      role: "assistant_hub_lead",
      hubId,
      phase: "primary",
    }),
    lead: await somebody(given, "Daniel Whitlock", { role: "work_group_lead", hubId }),
  };
}

async function somebody({ db }: Given, name: string, role: GrantedRole): Promise<Person> {
  const email = newEmail();
  const { id: personId } = await aPerson(db, { name, email });
  await db.insert(grants).values({ ...role, personId, startedOn: "2020-09-01" });
  return { name, email };
}

/** A browser for each of those who take part, as wide as asked for. */
export interface Browsers {
  readonly school: Page;
  readonly head: Page;
  readonly hub: Page;
  readonly lead: Page;
  close(): Promise<void>;
}

export async function openBrowsers(browser: Browser, options: BrowserContextOptions): Promise<Browsers> {
  const contexts = await Promise.all([1, 2, 3, 4].map(() => browser.newContext(options)));
  const [school, head, hub, lead] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!school || !head || !hub || !lead) throw new Error("A browser did not open");
  const close = async () => {
    await Promise.all(contexts.map((context) => context.close()));
  };
  return { school, head, hub, lead, close };
}
