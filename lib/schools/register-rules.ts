import type { IsoDate } from "@/lib/kernel/dates";

export type Ladder = "primary" | "secondary";

/** What the register says about an establishment that decides where it stands here. */
export interface RegisterFacts {
  readonly typeName: string | null;
  readonly typeGroup: string | null;
  readonly phaseName: string | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
}

const stateGroups = new Set([
  "Academies",
  "Colleges",
  "Free Schools",
  "Local authority maintained schools",
  "Special schools",
]);
const stateTypes =
  /academy|community|foundation|voluntary|local authority|pupil referral|free school|university technical|studio|city technology|further education|sixth form/i;

/** Paid for by the state. The group decides; the type, where the register leaves the group blank. */
export function isStateFunded({
  typeName,
  typeGroup,
}: Pick<RegisterFacts, "typeName" | "typeGroup">): boolean {
  if (typeGroup !== null) return stateGroups.has(typeGroup);
  return typeName !== null && stateTypes.test(typeName) && !/independent/i.test(typeName);
}

export function kindOf({
  typeGroup,
  phaseName,
}: Pick<RegisterFacts, "typeGroup" | "phaseName">): "school" | "college" {
  return typeGroup === "Colleges" || phaseName === "16 plus" ? "college" : "school";
}

const laddersOfPhase: Readonly<Record<string, readonly Ladder[]>> = {
  Nursery: ["primary"],
  Primary: ["primary"],
  "Middle deemed primary": ["primary"],
  Secondary: ["secondary"],
  "Middle deemed secondary": ["secondary"],
  "All-through": ["primary", "secondary"],
};

/**
 * The ladders a school stands on. Where the register gives no phase (special schools, pupil referral units, a few others)
 * its ages decide, and where it gives no ages either the school may choose: both.
 */
export function laddersOf(facts: RegisterFacts): readonly Ladder[] {
  if (kindOf(facts) === "college") return [];
  const ladders = laddersOfPhase[facts.phaseName ?? ""];
  if (ladders) return ladders;
  const { lowAge, highAge } = facts;
  if (lowAge === null || highAge === null) return ["primary", "secondary"];
  const byAge: Ladder[] = [];
  if (lowAge < 11) byAge.push("primary");
  if (highAge > 11) byAge.push("secondary");
  return byAge;
}

/** Where a school stands, for the investment areas. */
export interface Whereabouts {
  readonly laCode: string | null;
  readonly districtName: string | null;
  readonly postcode: string | null;
}

export interface PriorityAreas {
  /** Authorities that are a priority area as a whole. */
  readonly authorities: ReadonlySet<string>;
  /** Districts that are one, by authority. */
  readonly districts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Outward codes that lie inside a priority district. Scarborough and West Somerset were abolished (2023 and 2019),
 * so the register no longer names them, and it leaves the district of many schools blank.
 */
const outwardCodes: Readonly<Record<string, readonly string[]>> = {
  "East Cambridgeshire": ["CB6", "CB7"],
  Fenland: ["PE13", "PE15", "PE16"],
  Hastings: ["TN34", "TN37", "TN38"],
  Ipswich: ["IP1", "IP2", "IP3", "IP4"],
  Norwich: ["NR1", "NR2", "NR3"],
  Scarborough: ["YO11", "YO12", "YO13", "YO14", "YO21", "YO22"],
  "West Somerset": ["TA23", "TA24"],
};
const abolished = new Set(["Scarborough", "West Somerset"]);

/** Whether a school is in a Priority Education Investment Area (GOV.UK, 7 June 2023): 18 authorities and 6 areas inside others. */
export function isInPriorityArea(
  areas: PriorityAreas,
  { laCode, districtName, postcode }: Whereabouts,
): boolean {
  if (laCode === null) return false;
  if (areas.authorities.has(laCode)) return true;
  const outward = postcode?.trim().toUpperCase().split(" ")[0] ?? "";
  return (areas.districts.get(laCode) ?? []).some((district) =>
    districtName === null || (abolished.has(district) && districtName !== district)
      ? outwardCodes[district]?.includes(outward)
      : districtName === district,
  );
}

/** Schools of the demonstration have URNs from here on. No national register does: an import neither misses nor changes them. */
export const FIRST_INVENTED_URN = 900_001;

/** Maths Hubs began in September 2014: what closed before has no history with one. */
const HUBS_BEGAN: IsoDate = "2014-09-01";

export function mayHaveHistory(closedOn: IsoDate | null): boolean {
  return closedOn === null || closedOn >= HUBS_BEGAN;
}
