import type { ProgrammeDescription } from "@/db/reference/programme-description";
import { allProgrammes, offersFor } from "@/db/reference/programmes";
import type { IsoDate } from "@/lib/kernel/dates";
import { type Evaluation, evaluateEligibility } from "../eligibility/evaluate";
import type {
  EligibilityFacts,
  OfferFacts,
  OrganisationFacts,
  PersonFacts,
  PlaceFact,
  StageFact,
} from "../eligibility/facts";
import type { LadderStage } from "../eligibility/rule";

/** The reference offers of three academic years, as the engine sees them. The day of these tests is in the first. */
export const catalogue: readonly OfferFacts[] = [2025, 2026, 2027].flatMap((year) =>
  allProgrammes.flatMap((programme) =>
    offersFor(programme, year).map((offer) => ({ ...offer, ...namesOf(programme), id: `${offer.code}` })),
  ),
);

/** A Monday in April 2026: the windows for 2026/27 are open. */
export const SPRING: IsoDate = "2026-04-20";

/** An offer by its code, such as NCP26-06. */
export function offer(code: string): OfferFacts {
  const found = catalogue.find((one) => one.id === code);
  if (!found) throw new Error(`No offer ${code}`);
  return found;
}

/** A state-funded primary school of three to eleven year olds without any history, in spring 2026. */
export function facts(
  differs: Partial<EligibilityFacts> & { school?: Partial<OrganisationFacts> } = {},
): EligibilityFacts {
  const { school, ...rest } = differs;
  return {
    today: SPRING,
    organisation: { ...primarySchool, ...school },
    stages: [],
    places: [],
    statements: [],
    applications: [],
    overrides: [],
    person: null,
    ...rest,
  };
}

export const secondary: Partial<OrganisationFacts> = { phases: ["secondary"], lowAge: 11, highAge: 16 };
export const junior: Partial<OrganisationFacts> = { lowAge: 7, highAge: 11 };

/** Whole academic years at a stage; the last is open when `open` is set. */
export function stageIn(
  stage: LadderStage,
  [first, last]: readonly [number, number],
  differs: Partial<StageFact> = {},
): StageFact {
  return {
    phase: "primary",
    stage,
    startedOn: `${first}-09-01`,
    finishedOn: `${last + 1}-08-31`,
    outcome: "completed",
    ...differs,
  };
}

export const open = { finishedOn: null, outcome: null } as const;

export function placeIn(code: string, progress: PlaceFact["progress"]): PlaceFact {
  const { programme, theme, id, academicYear, endsOn } = offer(code);
  return { programme, theme, offerId: id, academicYear, endsOn, progress };
}

export function aPerson(differs: Partial<PersonFacts> = {}): PersonFacts {
  return { id: "person", name: "Asha Bell", places: [], statements: [], leads: false, ...differs };
}

export function stated(statement: string, value: number) {
  return { statement, value, statedOn: "2026-03-04" };
}

export function evaluate(code: string, about: EligibilityFacts): Evaluation {
  return evaluateEligibility({ offer: offer(code), facts: about, catalogue });
}

/** "code state" of each condition, in order. */
export function states(evaluation: Evaluation): string[] {
  return evaluation.conditions.map(({ code, state }) => `${code} ${state}`);
}

const primarySchool: OrganisationFacts = {
  id: "school",
  name: "Hallbeck Primary School",
  kind: "school",
  hubId: "hub",
  stateFunded: true,
  phases: ["primary"],
  lowAge: 4,
  highAge: 11,
  typeName: "Community school",
  special: false,
  pupils: 312,
  ofstedRating: null,
  earlierUrns: [],
  designations: [],
  secondarySchools: 0,
};

function namesOf({ slug, name, shortName, unit, opensToApplications = true }: ProgrammeDescription) {
  return { programme: slug, name, shortName, unit, opensToApplications };
}
