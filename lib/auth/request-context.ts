import type { Actor } from "@/lib/access/actor";
import { type Ctx, createContext } from "@/lib/access/context";
import { currentActor } from "./current-user";
import { webDatabase } from "./database";
import { requestNow } from "./request-clock";

/** The context of this request: the web database, who is signed in, the time. What pages and actions hand to queries and deeds. */
export async function requestContext(actor?: Actor): Promise<Ctx> {
  return createContext(webDatabase().db, actor ?? (await currentActor()), await requestNow());
}
