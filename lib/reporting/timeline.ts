import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { events } from "@/db/schema/events";
import { people } from "@/db/schema/people";
import type { Ctx } from "@/lib/access/context";
import { holdsHubRole, holdsRole, hubStaffRoles } from "@/lib/access/scope";
import { offsetOf, PAGE_SIZE, type Page } from "@/lib/kernel/paging";
import { eventKinds } from "./event-kinds";

/** The one thing whose events are told. */
export type TimelineSubject =
  | { readonly applicationId: string }
  | { readonly workGroupId: string }
  | { readonly organisationId: string }
  | { readonly caseId: string }
  | { readonly referralId: string }
  | { readonly matchRunId: string }
  | { readonly personId: string };

export interface TimelineEntry {
  readonly id: number;
  readonly at: Date;
  readonly sentence: string;
  /** Who did it, in words. */
  readonly actor: string;
  /** Whom it was done to, where the event names a person other than who did it. */
  readonly person: string | undefined;
}

const kinds = new Map(eventKinds.map((kind) => [kind.type, kind]));
const doer = alias(people, "doer");
const subjectPerson = alias(people, "subject_person");

/**
 * What happened to a subject, newest first, with one query. The caller has found the subject by its own domain's query, so
 * the actor may see it; events for staff are told to the staff of `hubId` and to the national team only.
 */
export async function listTimeline(
  ctx: Ctx,
  subject: TimelineSubject,
  options: { hubId?: string | null; page?: number } = {},
): Promise<Page<TimelineEntry>> {
  const { hubId = null, page = 1 } = options;
  const isStaff =
    holdsRole(ctx.actor, ["national_team"]) || holdsHubRole(ctx.actor, hubStaffRoles, { hubId });
  const types = eventKinds.filter(({ audience }) => isStaff || audience === "all").map(({ type }) => type);
  const rows = await ctx.db
    .select({
      id: events.id,
      type: events.type,
      at: events.occurredAt,
      payload: events.payload,
      actorKind: events.actorKind,
      actorLabel: events.actorLabel,
      actorName: doer.name,
      person: sql<
        string | null
      >`case when ${events.personId} is distinct from ${events.actorId} then ${subjectPerson.name} end`,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(events)
    .leftJoin(doer, eq(doer.id, events.actorId))
    .leftJoin(subjectPerson, eq(subjectPerson.id, events.personId))
    .where(and(isAbout(subject), inArray(events.type, types)))
    .orderBy(desc(events.id))
    .limit(PAGE_SIZE)
    .offset(offsetOf(page));
  return { rows: rows.map(asEntry), page, total: rows[0]?.total ?? 0 };
}

function isAbout(subject: TimelineSubject): SQL {
  if ("applicationId" in subject) return eq(events.applicationId, subject.applicationId);
  if ("workGroupId" in subject) return eq(events.workGroupId, subject.workGroupId);
  if ("organisationId" in subject) return eq(events.organisationId, subject.organisationId);
  if ("caseId" in subject) return eq(events.caseId, subject.caseId);
  if ("referralId" in subject) return eq(events.referralId, subject.referralId);
  if ("matchRunId" in subject) return eq(events.matchRunId, subject.matchRunId);
  return eq(events.personId, subject.personId);
}

interface EventRow {
  readonly id: number;
  readonly type: string;
  readonly at: Date;
  readonly payload: unknown;
  readonly actorKind: string;
  readonly actorLabel: string | null;
  readonly actorName: string | null;
  readonly person: string | null;
}

function asEntry(row: EventRow): TimelineEntry {
  return {
    id: row.id,
    at: row.at,
    sentence: kinds.get(row.type)?.tell(row.payload) ?? plainWords(row.type),
    actor: sayActor(row),
    person: row.person ?? undefined,
  };
}

const linkHolders: Readonly<Record<string, string>> = {
  headteacher_agreement: "The headteacher, by link",
  referral_consent: "The headteacher, by link",
  place_offer: "The school, by link",
  invitation: "The invited person, by link",
  sign_in: "Somebody with a sign-in link",
};

function sayActor({ actorKind, actorLabel, actorName }: EventRow): string {
  if (actorKind === "user") return actorName ?? "Somebody";
  if (actorKind === "system") return "The service";
  return linkHolders[actorLabel ?? ""] ?? "Somebody who was not signed in";
}

/** "Application started", for an old event whose payload no longer fits its kind. */
function plainWords(type: string): string {
  const words = type.replace(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
