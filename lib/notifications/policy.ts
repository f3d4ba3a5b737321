import type { Actor } from "@/lib/access/actor";

/** Mails leave through the worker, never at somebody's wish. */
export function canDeliverMessages(actor: Actor): boolean {
  return actor.kind === "system";
}
