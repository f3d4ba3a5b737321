import type { organisationUrns } from "@/db/schema/schools";
import type { IsoDate } from "@/lib/kernel/dates";
import type { Organisation, Register, RegisterFactsRow } from "./read-register";
import { isInPriorityArea, kindOf, laddersOf } from "./register-rules";

/** What an organisation takes over from its establishment. */
export type OrganisationFacts = Omit<Organisation, "id" | "createdAt">;

export interface ChangedOrganisation {
  readonly before: Organisation;
  readonly after: Organisation;
}

export interface OrganisationPlan {
  readonly opened: readonly (OrganisationFacts & { readonly id: string })[];
  readonly changed: readonly ChangedOrganisation[];
  readonly urns: readonly (typeof organisationUrns.$inferInsert)[];
  /** URNs that an organisation leaves behind. */
  readonly left: readonly { readonly urn: number; readonly finishedOn: IsoDate }[];
  /** Two organisations of one chain: the later was there before the link was. */
  readonly collisions: readonly { readonly fromUrn: number; readonly toUrn: number }[];
}

interface Plan {
  readonly register: Register;
  readonly today: IsoDate;
  readonly newId: () => string;
  readonly opened: (OrganisationFacts & { id: string })[];
  readonly changed: ChangedOrganisation[];
  readonly urns: (typeof organisationUrns.$inferInsert)[];
  readonly left: { urn: number; finishedOn: IsoDate }[];
  readonly collisions: { fromUrn: number; toUrn: number }[];
  /** Organisations that an open establishment stands behind. */
  readonly standing: Set<string>;
}

/** Compares the organisations with the register. Pure: what to write is the answer. */
export function planOrganisations(
  register: Register,
  heirs: ReadonlyMap<number, number>,
  options: { today: IsoDate; newId: () => string },
): OrganisationPlan {
  const plan: Plan = {
    register,
    ...options,
    opened: [],
    changed: [],
    urns: [],
    left: [],
    collisions: [],
    standing: new Set(),
  };
  const predecessorOf = new Map([...heirs].map(([from, to]) => [to, from]));
  for (const [urn, facts] of register.facts)
    if (register.schools.get(urn)?.open) followSchool(plan, facts, chainOf(urn, predecessorOf));
  for (const organisation of register.organisations.values())
    if (!plan.standing.has(organisation.id)) closeIfGone(plan, organisation);
  return plan;
}

/** The URN and those before it, nearest first. */
function chainOf(urn: number, predecessorOf: ReadonlyMap<number, number>): number[] {
  const chain = [urn];
  for (let before = predecessorOf.get(urn); before !== undefined; before = predecessorOf.get(before))
    chain.push(before);
  return chain;
}

function followSchool(plan: Plan, facts: RegisterFactsRow, chain: readonly number[]): void {
  const { register } = plan;
  const holder = chain.find((urn) => register.organisationOf.has(urn));
  const id = (holder !== undefined && register.organisationOf.get(holder)) || undefined;
  const before = id === undefined ? undefined : register.organisations.get(id);
  const organisationId = before?.id ?? plan.newId();
  const after = factsOf(register, facts, before ? organisationId : undefined);
  plan.standing.add(organisationId);
  if (!before) plan.opened.push({ id: organisationId, ...after });
  else if (isBehind(register, before, facts.urn)) return;
  else if (differs(before, after)) plan.changed.push({ before, after: { ...before, ...after } });
  followUrns(plan, { organisationId, chain, leaves: before?.urn ?? undefined });
}

/** A person decided that this organisation goes on elsewhere: its present URN is open and another than this one. */
function isBehind(register: Register, organisation: Organisation, urn: number): boolean {
  return (
    organisation.urn !== null &&
    organisation.urn !== urn &&
    register.schools.get(organisation.urn)?.open === true
  );
}

function followUrns(
  plan: Plan,
  {
    organisationId,
    chain,
    leaves,
  }: { organisationId: string; chain: readonly number[]; leaves?: number | undefined },
): void {
  const { schools, organisationOf } = plan.register;
  const [urn] = chain;
  chain.forEach((before, place) => {
    const owner = organisationOf.get(before);
    if (owner === organisationId) return;
    if (owner !== undefined) {
      if (urn !== undefined && before !== urn) plan.collisions.push({ fromUrn: before, toUrn: urn });
      return;
    }
    const startedOn = schools.get(before)?.openedOn ?? null;
    const finishedOn = place === 0 ? null : endOf(plan, before, chain[place - 1]);
    plan.urns.push({ organisationId, urn: before, startedOn, finishedOn });
  });
  if (leaves !== undefined && leaves !== urn)
    plan.left.push({ urn: leaves, finishedOn: endOf(plan, leaves, urn) });
}

/** The day a school closed; failing that, the day its successor opened; failing both, today. */
function endOf({ register: { schools }, today }: Plan, urn: number, successor: number | undefined): IsoDate {
  return schools.get(urn)?.closedOn ?? schools.get(successor ?? 0)?.openedOn ?? today;
}

function closeIfGone(plan: Plan, organisation: Organisation): void {
  const school = plan.register.schools.get(organisation.urn ?? 0);
  if (school && !school.open && organisation.open)
    plan.changed.push({ before: organisation, after: { ...organisation, open: false } });
}

function factsOf(register: Register, facts: RegisterFactsRow, id: string | undefined): OrganisationFacts {
  const authority = facts.laCode ?? "";
  return {
    kind: kindOf(facts),
    name: facts.name,
    urn: facts.urn,
    trustCode: facts.trustCode,
    town: facts.town,
    postcode: facts.postcode,
    laCode: facts.laCode,
    phases: [...laddersOf(facts)],
    stateFunded: facts.stateFunded,
    open: true,
    hubId: register.overrides.get(id ?? "") ?? register.hubOfAuthority.get(authority) ?? null,
    easting: facts.easting,
    northing: facts.northing,
    pupils: facts.pupils,
    disadvantaged: facts.disadvantaged,
    lowAge: facts.lowAge,
    highAge: facts.highAge,
    priorityArea: isInPriorityArea(register.areas, facts),
  };
}

function differs(before: Organisation, after: OrganisationFacts): boolean {
  return Object.entries(after).some(([key, value]) => String(Reflect.get(before, key)) !== String(value));
}
