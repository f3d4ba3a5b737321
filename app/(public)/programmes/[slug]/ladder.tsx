import type { LadderPhase, LadderStage } from "@/lib/programmes/eligibility/rule";

interface Part {
  readonly stage: LadderStage;
  readonly name: string;
  readonly told: string;
}

const parts: Readonly<Record<LadderPhase, readonly Part[]>> = {
  primary: [
    { stage: "readiness", name: "Readiness", told: "Optional. A year to lay foundations" },
    { stage: "development", name: "Development", told: "One year with two teachers. Once only" },
    { stage: "embedding", name: "Embedding", told: "One year, into every class" },
    { stage: "sustaining", name: "Sustaining", told: "Every year after, with schools that know you" },
  ],
  secondary: [
    { stage: "development", name: "Development", told: "One year with two Advocates. Once only" },
    { stage: "embedding", name: "Embedding", told: "One year, beside a Sustaining group" },
    { stage: "sustaining", name: "Sustaining", told: "Every year after, on a theme you choose" },
  ],
};

/** Teaching for Mastery as a whole over its parts. `here`: where the school stands now. */
export function Ladder({
  phase,
  here,
}: {
  readonly phase: LadderPhase;
  readonly here: readonly LadderStage[];
}) {
  return (
    <>
      <p className="whole" id="ladder">
        Teaching for Mastery in {phase} schools
      </p>
      <ol className="parts" aria-labelledby="ladder">
        {parts[phase].map(({ stage, name, told }) => (
          <li key={stage} className={classOf(stage, here.includes(stage))}>
            {name}
            <small>{told}</small>
            {here.includes(stage) ? <span className="here">You are here</span> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function classOf(stage: LadderStage, isHere: boolean): string {
  const last = stage === "sustaining" ? " bar--open" : "";
  return `bar bar--${stage}${last}${isHere ? " bar--here" : ""}`;
}
