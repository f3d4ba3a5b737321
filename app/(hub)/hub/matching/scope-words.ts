/** The hub of a list or a run, or the national team's view over all of them. */
interface Scope {
  readonly hub: string | null;
  readonly hubCode: string | null;
}

export const ALL_HUBS = "all";

export function sayScope({ hub }: Pick<Scope, "hub">): string {
  return hub ?? "All hubs";
}

export function listAddress({ hubCode }: Pick<Scope, "hubCode">): string {
  return `/hub/matching?hub=${hubCode ?? ALL_HUBS}`;
}
