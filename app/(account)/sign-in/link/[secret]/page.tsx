import type { Metadata } from "next";
import { Button } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { requestContext } from "@/lib/auth/request-context";
import { findSignInLink } from "@/lib/people/queries/sign-in";
import { LinkForm } from "./link-form";

export const metadata: Metadata = { title: "Sign in" };

/** Asks for one press: programs that open the links of a mail to look for harm must not use them up. */
export default async function SignInLinkPage({ params }: { readonly params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await findSignInLink(await requestContext(), secret);
  if (!link) return <LinkIsOver />;
  return (
    <Page title="Sign in" narrow>
      <p className="govuk-body-l">You are signing in as {link.name}.</p>
      <LinkForm secret={secret} />
    </Page>
  );
}

function LinkIsOver() {
  return (
    <Page title="This link no longer works" narrow>
      <p>A sign-in link works once, for 10 minutes. If you asked more than once, use the newest email.</p>
      <Button href="/sign-in">Ask for a new email</Button>
    </Page>
  );
}
