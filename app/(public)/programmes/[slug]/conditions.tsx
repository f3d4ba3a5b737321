import type { Condition, ConditionState } from "@/lib/programmes/eligibility/condition";

const words: Readonly<Record<ConditionState, string>> = {
  met: "Met",
  not_yet: "Not yet",
  never: "Not met",
  to_confirm: "To confirm",
};

/** Each condition with the school's own evidence, and for what is missing the way to it. */
export function Conditions({ conditions }: { readonly conditions: readonly Condition[] }) {
  return (
    <ul className="conditions">
      {conditions.map((condition) => (
        <li key={condition.sentence}>
          <Sign state={condition.state} />
          <div>
            <p>
              <strong>{words[condition.state]}:</strong> {condition.sentence}
            </p>
            <Evidence condition={condition} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ condition: { state, evidence, route, asks } }: { readonly condition: Condition }) {
  const way = state === "met" ? undefined : route?.sentence;
  const later = asks ? "You say so when you apply" : "We check this when you name the person";
  const said = [evidence, way, state === "to_confirm" && !way ? later : undefined];
  const text = said.filter(Boolean).join(". ");
  return text ? <p className="muted">{text}</p> : null;
}

function Sign({ state }: { readonly state: ConditionState }) {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false" fill="none">
      {state === "met" ? (
        <>
          <circle cx="14" cy="14" r="13" fill="#155436" />
          <path d="M8.5 14.5l3.8 3.8 7.4-8.4" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle className="bead" cx="14" cy="14" r="12" />
          {state === "to_confirm" ? null : (
            <path d="M8.5 14h11" stroke="#1d1b3a" strokeWidth="3" strokeLinecap="round" />
          )}
        </>
      )}
    </svg>
  );
}
