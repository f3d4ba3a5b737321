import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Details } from "@/app/_components/details";
import { Page } from "@/app/_components/page";
import { isDemonstration } from "@/lib/kernel/env";
import { isId } from "@/lib/kernel/ids";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Check your email" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

export default async function SentPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { request } = await searchParams;
  if (typeof request !== "string" || !isId(request)) redirect("/sign-in");
  return (
    <Page title="Check your email" back="/sign-in" narrow>
      <p className="govuk-body-l">
        We have sent you an email. Open the link in it, or type its code here. Both work once, for 10 minutes.
      </p>
      <CodeForm request={request} />
      <Details summary="The email has not come">
        <p>
          It can take a few minutes. Look in your spam folder too. If you asked more than once, use the newest
          email; an earlier link works as long as it is less than 10 minutes old.
        </p>
        <p>
          Still nothing? <a href="/sign-in">Check the address and ask again</a>.
        </p>
      </Details>
      {isDemonstration() ? (
        <p>
          This is a demonstration: no email leaves it. <a href="/outbox">Read it in the outbox</a>.
        </p>
      ) : null}
    </Page>
  );
}
