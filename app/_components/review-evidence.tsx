import { areaCodes, areas, type Evidence, steps } from "@/lib/progression/rules";

/** What a lead wrote in each of the five areas, as the school and the hub read it. */
export function ReviewEvidence({ evidence }: { readonly evidence: Evidence }) {
  return (
    <dl className="review">
      {areaCodes.map((area) => (
        <div key={area}>
          <dt>
            {areas[area].name}
            <small>{areas[area].hint}</small>
          </dt>
          <dd>
            <strong>{steps[evidence[area].step]}</strong>
            {evidence[area].seen ? <p>{evidence[area].seen}</p> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
