import { ButtonForm } from "@/app/_components/button-form";
import { StatusTag } from "@/app/_components/status-tag";
import { count } from "@/lib/kernel/words";
import type { RepairColumn, SmallerGroup } from "@/lib/matching/queries/repair";
import { runStatus } from "../../run-status";
import { choose } from "./actions";

interface WayProps {
  readonly title: string;
  readonly about: string;
  readonly way: RepairColumn;
  readonly mayChoose: boolean;
}

/** One way to bring in late schools: what it gives, whom it moves, and the button that chooses it. */
export function Way({ title, about, way, mayChoose }: WayProps) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  const isOpen = way.status === "computed" || way.status === "reviewed";
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {isOpen ? null : (
        <p>
          <StatusTag kind={runStatus[way.status].kind}>{runStatus[way.status].words}</StatusTag>
        </p>
      )}
      {way.status === "failed" ? <p>{way.failure}</p> : <Figures way={way} />}
      <p className="small">{about}</p>
      {mayChoose && isOpen ? (
        <ButtonForm action={choose} fields={{ runId: way.runId }} label={title}>
          Choose the way that {title.toLowerCase()}
        </ButtonForm>
      ) : null}
      <p>
        <a href={`/hub/matching/${way.runId}`}>
          See each result with its reason
          <span className="govuk-visually-hidden">: {title.toLowerCase()}</span>
        </a>
      </p>
    </section>
  );
}

function Figures({ way: { placed, waiting, moved, cost, tooSmall } }: { readonly way: RepairColumn }) {
  return (
    <dl className="facts">
      <dt>Get a place</dt>
      <dd>
        {placed} of {count(placed + waiting, "school")}
      </dd>
      <dt>Go on waiting</dt>
      <dd>{waiting === 0 ? "Nobody" : count(waiting, "school")}</dd>
      <dt>Would move</dt>
      <dd>{moved === 0 ? "Nobody" : count(moved, "school")}</dd>
      <dt>Their groups cost</dt>
      <dd>{(cost / 10).toFixed(1)} km, counted as travel</dd>
      {tooSmall.length > 0 ? (
        <>
          <dt>Too few to run</dt>
          <dd>{tooSmall.map(sayTooSmall).join(" ")}</dd>
        </>
      ) : null}
    </dl>
  );
}

function sayTooSmall({ name, schools, minimum }: SmallerGroup): string {
  return `${name} would go down to ${count(schools, "school")} and needs ${minimum}.`;
}
