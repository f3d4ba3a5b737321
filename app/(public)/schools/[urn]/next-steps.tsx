import { Button, ButtonGroup } from "@/app/_components/button";
import { InsetText } from "@/app/_components/inset-text";
import { sayDate } from "@/lib/kernel/dates";
import type { PublicSchool } from "@/lib/schools/queries/public-school";

/** What somebody of this school does next: see what is on, then get in. */
export function NextSteps({ school }: { readonly school: PublicSchool }) {
  if (!(school.record?.open ?? school.open)) return <Closed school={school} />;
  const { hub, organisationId, ladders = [] } = school.record ?? {};
  return (
    <>
      <p className="govuk-body-l">
        {hub
          ? `${hub.name} serves this school. Its Work Groups and programmes are led by people who teach.`
          : "No Maths Hub is named for this school yet. Any hub can tell you which one serves it."}
      </p>
      {school.stateFunded ? null : (
        <InsetText>
          Programmes are free to state-funded schools and colleges. Other schools ask the hub what is open to
          them.
        </InsetText>
      )}
      <ButtonGroup>
        <Button href={programmesFor(ladders)}>See programmes</Button>
        {hub && organisationId ? (
          <Button href={`/get-access?school=${organisationId}`} variant="secondary">
            Get access for this school
          </Button>
        ) : null}
      </ButtonGroup>
      <p>
        Have access already? <a href="/sign-in">Sign in</a> and see what is open to your school, and why.
      </p>
    </>
  );
}

function Closed({ school }: { readonly school: PublicSchool }) {
  return (
    <>
      <p className="govuk-body-l">
        {school.closedOn ? `This school closed on ${sayDate(school.closedOn)}.` : "This school is closed."}{" "}
        The national register names no school that carries it on.
      </p>
      <p>
        <a href="/schools">Find another school</a>
      </p>
    </>
  );
}

/** A school of one ladder sees its phase first; all others see everything. */
function programmesFor(ladders: readonly string[]): string {
  const [only, ...more] = ladders;
  return only && more.length === 0 ? `/programmes?phase=${only}` : "/programmes";
}
