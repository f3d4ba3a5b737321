import { redirect } from "next/navigation";
import { landingOf } from "@/app/(account)/arrive";
import { isOpenidSet } from "@/lib/auth/openid-provider";
import { returnFromOpenid } from "@/lib/auth/openid-sign-in";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** The one address of next-auth that browsers may ask: the way back from DfE Sign-in. Everything else goes through our forms. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (nextauth.join("/") !== "callback/dfe" || !isOpenidSet())
    return new Response("Not found\n", { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const answer = await returnFromOpenid(query);
  redirect(
    answer.ok
      ? landingOf({ ...answer.session, returnTo: answer.returnTo })
      : `/sign-in/dfe?why=${answer.why}`,
  );
}
