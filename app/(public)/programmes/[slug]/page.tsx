import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Columns } from "@/app/_components/columns";
import { Page } from "@/app/_components/page";
import { requestContext } from "@/lib/auth/request-context";
import type { EligibilityFacts } from "@/lib/programmes/eligibility/facts";
import type { LadderPhase } from "@/lib/programmes/eligibility/rule";
import type { OfferView } from "@/lib/programmes/queries/offers";
import type { Asked } from "../address";
import { Aside } from "./aside";
import { Choices } from "./choices";
import { FactsOfTheYear } from "./facts-of-the-year";
import { kindOf } from "./kind-of";
import { Ladder } from "./ladder";
import { PublicVerdict } from "./public-verdict";
import { readOffers, readProgramme } from "./read-programme";
import { Verdict } from "./verdict";

interface ProgrammePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Asked>;
}

export async function generateMetadata({ params }: ProgrammePageProps): Promise<Metadata> {
  const [offer] = await readOffers((await params).slug);
  return offer ? { title: offer.name, description: offer.summary } : {};
}

export default async function ProgrammePage({ params, searchParams }: ProgrammePageProps) {
  const ctx = await requestContext();
  const reading = await readProgramme(ctx, (await params).slug, await searchParams);
  if (!reading) notFound();
  const { offer, chances, judged, schools, organisationId } = reading;
  return (
    <Page
      breadcrumbs={[
        { text: "Home", href: "/" },
        { text: "Programmes", href: "/programmes" },
        { text: offer.name },
      ]}
    >
      <Columns>
        <div>
          <p className="eyebrow">{kindOf(offer)}</p>
          <h1>{offer.name}</h1>
          <p className="lead">{offer.summary}</p>
          <Choices
            chances={chances}
            chosen={offer}
            school={schools.length > 1 ? organisationId : undefined}
          />
          {judged ? (
            <Verdict offer={offer} {...judged} />
          ) : (
            <PublicVerdict
              offer={offer}
              conditions={reading.conditions}
              today={reading.today}
              signIn={ctx.actor.kind === "visitor"}
            />
          )}
          <FactsOfTheYear offer={offer} />
          <Place offer={offer} facts={judged?.facts} />
        </div>
        <Aside
          offer={offer}
          contact={reading.contact}
          instead={reading.instead}
          schools={schools}
          school={organisationId}
        />
      </Columns>
    </Page>
  );
}

/** Where a rung of the ladder sits, with the school's own place on it. */
function Place({
  offer,
  facts,
}: {
  readonly offer: OfferView;
  readonly facts: EligibilityFacts | undefined;
}) {
  const phase = phaseOf(offer);
  if (!phase) return null;
  const here = facts?.stages.filter(
    (period) =>
      period.phase === phase &&
      period.startedOn <= facts.today &&
      (period.finishedOn === null || period.finishedOn >= facts.today),
  );
  return (
    <>
      <h2>Where this sits</h2>
      <Ladder phase={phase} here={here?.map(({ stage }) => stage) ?? []} />
    </>
  );
}

/** Programmes whose conditions speak of the ladder show it too. */
function phaseOf({ ladderPhase, rules }: OfferView): LadderPhase | undefined {
  return ladderPhase ?? rules.flatMap((rule) => ("stage" in rule ? [rule.phase] : []))[0];
}
