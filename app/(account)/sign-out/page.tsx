import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, ButtonGroup } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { currentSession } from "@/lib/auth/current-user";
import { signOut } from "./actions";

export const metadata: Metadata = { title: "Sign out" };

/** Asks first: opening an address must not change anything. */
export default async function SignOutPage() {
  if (!(await currentSession())) redirect("/");
  return (
    <Page title="Sign out?" narrow>
      <p>What you have saved stays saved. You can sign in again on any device.</p>
      <form action={signOut}>
        <ButtonGroup>
          <Button>Sign out</Button>
          <a href="/account">See where else you are signed in</a>
        </ButtonGroup>
      </form>
    </Page>
  );
}
