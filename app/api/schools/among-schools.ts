import type { Actor } from "@/lib/access/actor";
import { joinableSchools } from "@/lib/people/queries/schools-to-join";
import { referableSchools } from "@/lib/referrals/policy";
import type { SearchPurpose } from "@/lib/schools/input";
import type { SearchSchools } from "@/lib/schools/queries/search-schools";

/** Which schools a form takes: those that can be joined, those that the actor may refer; without a purpose, every one. */
export function amongSchools(actor: Actor, purpose: SearchPurpose | undefined): SearchSchools["among"] {
  if (purpose === "access") return joinableSchools;
  return purpose === "referral" ? referableSchools(actor) : undefined;
}
