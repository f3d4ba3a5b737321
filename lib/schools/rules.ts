/** The hub a school belongs to now, and the default of its local authority, where one is known. */
export interface SchoolHubs {
  readonly hubId: string | null;
  readonly authorityHubId: string | null;
}

/** `seenHubId` is the hub that the page showed: somebody else may have moved the school since. */
export function whyNotMove(
  school: SchoolHubs,
  { hubId, seenHubId }: { hubId: string; seenHubId: string | null },
): "moved_meanwhile" | "same_hub" | "authority_hub" | undefined {
  if (school.hubId !== seenHubId) return "moved_meanwhile";
  if (school.hubId === hubId) return "same_hub";
  return school.authorityHubId === hubId ? "authority_hub" : undefined;
}

export interface SchoolOfReview {
  readonly urn: number;
  readonly open: boolean;
}

export interface Following {
  readonly fromUrn: number;
  readonly toUrn: number;
}

/** The ways in which history may go on: from each school of a review that has closed, in each that is open. */
export function followingsOf(schools: readonly SchoolOfReview[]): Following[] {
  const open = schools.filter((school) => school.open);
  return schools
    .filter((school) => !school.open)
    .flatMap(({ urn: fromUrn }) => open.map(({ urn: toUrn }) => ({ fromUrn, toUrn })));
}
