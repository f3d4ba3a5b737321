import { desc, eq } from "drizzle-orm";
import { messages } from "@/db/schema/notifications";
import { people } from "@/db/schema/people";
import type { UserActor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";
import { invitePerson } from "@/lib/people/invite-person";
import { done } from "../fixtures/done";
import type { Given } from "../fixtures/given";
import { type Applications, setApplications } from "./scenes/applications";
import { type Groups, setGroups } from "./scenes/groups";
import { type Matching, setMatching } from "./scenes/matching";
import { makePlace, type Place, type SchoolName } from "./scenes/place";
import { type Places, setPlaces } from "./scenes/places";
import { type Progress, setProgress } from "./scenes/progress";
import { type Records, setRecords } from "./scenes/records";
import { type Support, setSupport } from "./scenes/support";
import type { Member } from "./sight";

/** Something in each state that a page can show, made for the pages alone. */
export interface Scene {
  readonly members: Readonly<Record<Member, UserActor>>;
  readonly schools: Readonly<Record<SchoolName, string>>;
  /** Where the schools' maths lead gets mail. */
  readonly email: string;
  readonly applications: Applications;
  readonly places: Places;
  readonly support: Support;
  readonly groups: Groups;
  readonly matching: Matching;
  readonly progress: Progress;
  readonly records: Records;
  readonly invitation: string;
}

export async function setScene(given: Given): Promise<Scene> {
  const progress = await setProgress(given);
  const place = await makePlace(given, progress.schools);
  const { school, decider, partner, newcomer, national } = place;
  return {
    members: { school, decider, partner, newcomer, national, leader: progress.lead },
    schools: place.schools,
    email: await emailOf(given, school),
    applications: await setApplications(given, place),
    places: await setPlaces(given, place),
    support: await setSupport(given, place),
    groups: await setGroups(given, place),
    matching: await setMatching(given, place),
    progress,
    records: await setRecords(given, place),
    invitation: await invite(given.as(school), place),
  };
}

async function emailOf({ db }: Given, { personId }: UserActor): Promise<string> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person?.email) throw new Error("The maths lead has no address");
  return person.email;
}

async function invite(ctx: Ctx, { schools: { quiet } }: Place): Promise<string> {
  const email = `colleague-${quiet}@schools.example`;
  const role = "school_maths_lead";
  done(await invitePerson(ctx, { name: "Beth Kelly", email, role, organisationId: quiet }));
  const [mail] = await ctx.db
    .select({ body: messages.body })
    .from(messages)
    .where(eq(messages.toEmail, email))
    .orderBy(desc(messages.createdAt));
  const [, path] = /https?:\/\/[^/\s]+(\/invitation\/\S+)/.exec(mail?.body ?? "") ?? [];
  if (!path) throw new Error("The invitation has no link");
  return path;
}
