import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonForm } from "@/app/_components/button-form";
import { Page } from "@/app/_components/page";
import { currentSession } from "@/lib/auth/current-user";
import type { SignedIn } from "@/lib/auth/find-session";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment } from "@/lib/kernel/dates";
import { listOwnSessions, type OwnSession } from "@/lib/people/queries/sign-in";
import { roleWords } from "@/lib/people/role-words";
import { signOutElsewhere, signOutThere } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in?to=/account");
  const sessions = await listOwnSessions(await requestContext());
  return (
    <Page title="Your account" narrow>
      <p className="govuk-body-l">You are signed in as {session.actor.name}.</p>
      <h2>What you have access to</h2>
      <Access places={session.places} />
      <h2>Where you are signed in</h2>
      <ul className="govuk-list">
        {sessions.map((one) => (
          <li key={one.id} className="panel">
            <SessionPanel session={one} isThis={one.id === session.sessionId} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ButtonForm action={signOutElsewhere} fields={{}} variant="warning" label="Everywhere else">
          Sign out everywhere else
        </ButtonForm>
      ) : null}
      <p>
        <a href="/sign-out">Sign out here</a>
      </p>
    </Page>
  );
}

function Access({ places }: Pick<SignedIn, "places">) {
  if (places.length === 0)
    return (
      <p>
        Nothing at the moment. <a href="/get-access">Find out how to get access to your school</a>.
      </p>
    );
  return (
    <ul className="govuk-list govuk-list--bullet">
      {places.map(({ role, name }, index) => (
        <li key={`${role}-${name}-${index.toString()}`}>
          {name}: {roleWords[role]}
        </li>
      ))}
    </ul>
  );
}

function SessionPanel({ session, isThis }: { readonly session: OwnSession; readonly isThis: boolean }) {
  return (
    <>
      <h3>
        {session.device}
        {isThis ? " (this browser)" : null}
      </h3>
      <p>
        Signed in {sayMoment(session.createdAt)}. Last seen {sayMoment(session.lastSeenAt)}.
      </p>
      {isThis ? null : (
        <ButtonForm action={signOutThere} fields={{ sessionId: session.id }} label={session.device}>
          Sign out there
        </ButtonForm>
      )}
    </>
  );
}
