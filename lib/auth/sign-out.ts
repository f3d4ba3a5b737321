import { cookies } from "next/headers";
import { endSession } from "@/lib/people/end-session";
import { currentSession } from "./current-user";
import { requestContext } from "./request-context";
import { authCookies } from "./session-cookie";

/** Ends this browser's session and takes its cookie away, from a server action. */
export async function signOutHere(): Promise<void> {
  const session = await currentSession();
  if (session) await endSession(await requestContext(), { sessionId: session.sessionId });
  const { name, options } = authCookies().sessionToken;
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
