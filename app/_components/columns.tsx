import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface ColumnsProps {
  /** Content first, in reading order; two children. */
  readonly children: ReactNode;
  /** What the second column is: an aside of 320 px (default), a decision of 380, filters of 268 on the left, or an equal half. */
  readonly kind?: "aside" | "decision" | "filters" | "even";
}

/** Two columns from 896 px, one below. */
export function Columns({ children, kind = "aside" }: ColumnsProps) {
  return <div className={classNames("columns", kind !== "aside" && `columns--${kind}`)}>{children}</div>;
}
