import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/app/_components/page";
import { isOpenidSet } from "@/lib/auth/openid-provider";
import { DfeSignInForm } from "./dfe-sign-in-form";

export const metadata: Metadata = { title: "DfE Sign-in did not let you in" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

const reasons: Readonly<Record<string, string>> = {
  unknown_organisation:
    "DfE Sign-in did not name a school or college in England that we know. If you chose a trust or a local authority there, choose your school instead.",
  access_ended:
    "Your access to this school was ended by a colleague or by your hub, so DfE Sign-in cannot open it again.",
  no_address: "Your DfE Sign-in account has no confirmed email address, and we know people by theirs.",
  not_finished: "Signing in there was not finished, or took more than 15 minutes.",
};

/** Why somebody came back from DfE Sign-in without being let in, and what to do instead. */
export default async function DfeSignInPage({ searchParams }: { readonly searchParams: SearchParams }) {
  if (!isOpenidSet()) notFound();
  const { why } = await searchParams;
  return (
    <Page title="DfE Sign-in did not let you in" back="/sign-in" narrow>
      <p className="govuk-body-l">{reasons[String(why)] ?? reasons.not_finished}</p>
      <h2>What you can do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a href="/get-access">Ask your Maths Hub to let you in</a>, or ask a colleague who has an account to
          invite you.
        </li>
        <li>
          <a href="/sign-in">Sign in with an email</a> if you have an account with us.
        </li>
      </ul>
      <DfeSignInForm />
    </Page>
  );
}
