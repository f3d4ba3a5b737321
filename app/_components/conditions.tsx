export interface ConditionItem {
  readonly state: "met" | "not_yet" | "never" | "to_confirm";
  readonly sentence: string;
  /** The reader's own value, in secondary text. */
  readonly evidence?: string | null;
}

const words = { met: "Met", not_yet: "Not yet", never: "Not met", to_confirm: "To confirm" } as const;

/** Conditions as a sign, a word and a sentence, each with what is known about it. */
export function Conditions({ items }: { readonly items: readonly ConditionItem[] }) {
  return (
    <ul className="conditions">
      {items.map(({ state, sentence, evidence }) => (
        <li key={sentence}>
          <Sign state={state} />
          <div>
            <p>
              <strong>{words[state]}:</strong> {sentence}
            </p>
            {evidence ? <p className="muted">{evidence}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Sign({ state }: Pick<ConditionItem, "state">) {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false" fill="none">
      {state === "met" ? (
        <>
          <circle cx="14" cy="14" r="12" fill="#155436" />
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
