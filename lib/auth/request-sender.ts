import { headers } from "next/headers";
import { senderOf } from "./sender";

/** The network that this request comes from; see `senderOf`. */
export async function requestSender(): Promise<string> {
  return senderOf((await headers()).get("x-forwarded-for"));
}
