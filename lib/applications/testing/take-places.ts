import { createDatabase } from "@/db/client";
import type { UserActor } from "@/lib/access/actor";
import { createContext } from "@/lib/access/context";
import { acceptPlace } from "../accept-place";
import { offerPlace } from "../offer-place";
import { anOfferOfAPlace } from "./places";

/** What one process is to do: offer each of these places and accept it, as many at once as it has connections. */
export interface TakePlacesWork {
  readonly url: string;
  readonly now: string;
  readonly assistant: UserActor;
  readonly school: UserActor;
  readonly places: readonly { readonly applicationId: string; readonly workGroupId: string }[];
}

/** With four processes every one of the 200 tries is under way at once. */
const CONNECTIONS = 50;

/**
 * Run by `fork`: tells its parent of each answer, so that the parent can end it between two of them. A fault, such as a
 * wait that Postgres broke off on a busy machine, is an answer too: what counts is what is left in the database.
 */
async function takePlaces(work: TakePlacesWork): Promise<void> {
  const database = createDatabase(work.url, { max: CONNECTIONS, name: "take-places" });
  const as = (actor: UserActor) => createContext(database.db, actor, new Date(work.now));
  const left = [...work.places];
  const lane = async () => {
    for (let place = left.pop(); place; place = left.pop()) {
      const offered = await offerPlace(as(work.assistant), { ...place, ...anOfferOfAPlace });
      process.send?.(offered.ok ? "offered" : offered.refusal.code);
      if (offered.ok) await acceptPlace(as(work.school), place);
    }
  };
  const untilDone = () => lane().catch(() => process.send?.("fault"));
  await Promise.all(Array.from({ length: CONNECTIONS }, untilDone));
  await database.close();
  process.disconnect();
}

process.once("message", (work: TakePlacesWork) => void takePlaces(work));
