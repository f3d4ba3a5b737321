import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button } from "@/app/_components/button";
import { Page } from "@/app/_components/page";
import { requestClockAhead } from "@/lib/auth/request-clock";
import { requestContext } from "@/lib/auth/request-context";
import { sayMoment } from "@/lib/kernel/dates";
import { isDemonstration } from "@/lib/kernel/env";
import { listPersonas, type Persona } from "@/lib/people/queries/personas";
import { signInAsPersona } from "./actions";
import { ClockForm } from "./clock-form";

export const metadata: Metadata = { title: "People of the demonstration" };

export default async function PersonasPage() {
  if (!isDemonstration()) notFound();
  const ctx = await requestContext();
  const [personas, aheadSeconds] = await Promise.all([listPersonas(ctx), requestClockAhead()]);
  return (
    <Page title="People of the demonstration" narrow>
      <p className="govuk-body-l">
        Sign in as one of them to see what they see. Schools and people here are invented; the hubs are real.
      </p>
      <ul className="govuk-list">
        {personas.map((persona) => (
          <li key={persona.personId} className="panel">
            <PersonaPanel persona={persona} />
          </li>
        ))}
      </ul>
      <h2 id="clock">Move the clock ahead</h2>
      <p>
        Here it is {sayMoment(ctx.now)}. Move the clock to see deadlines pass, sessions come and a new year
        begin. It moves for everybody who looks at this demonstration.
      </p>
      <ClockForm isAhead={aheadSeconds > 0} />
    </Page>
  );
}

function PersonaPanel({ persona }: { readonly persona: Persona }) {
  return (
    <form action={signInAsPersona}>
      <h2>{persona.name}</h2>
      <p>{persona.situation}</p>
      <input type="hidden" name="personId" value={persona.personId} />
      <Button variant="secondary">Sign in as {persona.name}</Button>
    </form>
  );
}
