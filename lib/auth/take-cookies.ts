import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import type { NextAuthAnswer } from "./next-auth-call";

/** Gives the browser those of next-auth's cookies; what else it sets belongs to pages of its own that we do not have. */
export async function takeCookies(answer: NextAuthAnswer, names: readonly string[]): Promise<void> {
  const parsed = new Headers();
  for (const header of answer.cookies) parsed.append("set-cookie", header);
  const store = await cookies();
  for (const cookie of new NextResponse(null, { headers: parsed }).cookies.getAll())
    if (names.includes(cookie.name)) store.set(cookie);
}
