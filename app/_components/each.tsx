import { createElement, Fragment, type ReactNode } from "react";

interface EachProps<Item> {
  readonly of: readonly Item[];
  readonly children: (item: Item, index: number) => ReactNode;
}

/** Draws a list whose items have no identity but their place, and never change order: no keys are needed. */
export function Each<Item>({ of, children }: EachProps<Item>) {
  return createElement(Fragment, null, ...of.map(children));
}
