import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_components/page";
import { homePathFor } from "@/app/_shell/navigation";
import { currentSession } from "@/lib/auth/current-user";
import { isOpenidSet } from "@/lib/auth/openid-provider";
import { safeReturnPath } from "@/lib/auth/return-path";
import { isDemonstration } from "@/lib/kernel/env";
import { DfeSignInForm } from "./dfe/dfe-sign-in-form";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function SignInPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { to: asked } = await searchParams;
  const to = safeReturnPath(typeof asked === "string" ? asked : undefined);
  const session = await currentSession();
  if (session) redirect(to ?? homePathFor(session.actor));
  return (
    <Page title="Sign in" narrow>
      <SignInForm to={to} />
      {isOpenidSet() ? <DfeSignInForm to={to} /> : null}
      <p>
        Not used this before? <a href="/get-access">Find out how to get in</a>.
      </p>
      {isDemonstration() ? (
        <p>
          This is a demonstration. You can <a href="/personas">sign in as one of its people</a>.
        </p>
      ) : null}
    </Page>
  );
}
