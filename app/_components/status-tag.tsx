import type { ReactNode } from "react";

export type StatusKind = "todo" | "wait" | "done" | "no" | "bad" | "plain";

/** A status as a shape and words. todo: the reader acts; wait: the other side; done, plain: nobody; no: not yet; bad: the hub, now. */
export function StatusTag({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const line = kind === "bad" ? "#941226" : "#1d1b3a";
  return (
    <span className={`status status--${kind}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="7" fill="#fff" stroke={line} strokeWidth="1.5" />
        <Shape kind={kind} line={line} />
      </svg>
      {children}
    </span>
  );
}

const strokes = {
  todo: "M8 4v5M8 11.5v.6",
  done: "M4.6 8.4l2.3 2.3 4.4-5",
  no: "M4.5 8h7",
  bad: "M5 5l6 6M11 5l-6 6",
};

function Shape({ kind, line }: { readonly kind: StatusKind; readonly line: string }) {
  if (kind === "plain") return null;
  if (kind === "wait") return <path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="#f0714a" />;
  return <path d={strokes[kind]} fill="none" stroke={line} strokeWidth="2" strokeLinecap="round" />;
}
