import type { Step } from "./steps";

/** The parts of an application as beads, with the one being done marked. Each is a link, because parts may be done in any order. */
export function Progress({ steps, now }: { readonly steps: readonly Step[]; readonly now: Step["part"] }) {
  return (
    <ol className="progress">
      {steps.map((step) => (
        <li key={step.part} aria-current={step.part === now ? "step" : undefined}>
          <Bead done={step.done} now={step.part === now} />
          {step.part === now ? (
            <strong>{step.label}, now</strong>
          ) : (
            <span>
              <a href={step.href}>{step.label}</a>
              {step.done ? ", done" : null}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Bead({ done, now }: { readonly done: boolean; readonly now: boolean }) {
  return (
    <svg width="22" height="22" aria-hidden="true" focusable="false">
      <circle className={done || now ? "bead bead--solid" : "bead"} cx="11" cy="11" r="9" />
      {now ? <circle className="bead-you" cx="11" cy="11" r="3.78" /> : null}
    </svg>
  );
}
