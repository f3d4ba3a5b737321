import { notFound } from "next/navigation";
import type { Actor } from "@/lib/access/actor";
import { canMatchAllHubs } from "@/lib/matching/policy";
import { chooseHub, type OwnHub, ownHubs } from "../choose-hub";
import { ALL_HUBS } from "./scope-words";

export interface MatchingScope {
  /** null: all hubs together. */
  readonly hub: OwnHub | null;
  /** The other one that this person may look at, where there is one. */
  readonly other: "all hubs" | null;
}

/** What is matched: the hub of `?hub=`, all hubs for the national team, or without either the person's first hub. */
export async function chooseScope(
  actor: Actor,
  asked: string | string[] | undefined,
): Promise<MatchingScope> {
  const isNational = canMatchAllHubs(actor);
  const wantsAll = asked === ALL_HUBS || (asked === undefined && (await ownHubs()).length === 0);
  if (!wantsAll) return { hub: await chooseHub(asked), other: isNational ? "all hubs" : null };
  if (!isNational) notFound();
  return { hub: null, other: null };
}
