import type { ReactNode } from "react";

export type StatusKind = "todo" | "wait" | "done" | "no" | "bad" | "plain";

/** A status as a shape and words. todo: the reader acts; wait: the other side; done, plain: nobody; no: not yet; bad: the hub, now. */
export function StatusTag({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  return <span className={`status status--${kind}`}>{children}</span>;
}
