"use client";

import { usePathname } from "next/navigation";
import { Anchor } from "./anchor";

export interface NavItem {
  readonly href: string;
  readonly label: string;
}

export function SiteNav({ items }: { readonly items: readonly NavItem[] }) {
  const current = currentItem(items, usePathname());
  return (
    <ul className="site-nav">
      {items.map((item) => (
        <li key={item.href}>
          <Anchor href={item.href} aria-current={ariaCurrent(item, current)}>
            {item.label}
          </Anchor>
        </li>
      ))}
    </ul>
  );

  function ariaCurrent(item: NavItem, here: Current | undefined) {
    if (item !== here?.item) return undefined;
    return here.exactly ? "page" : "true";
  }
}

interface Current {
  readonly item: NavItem;
  readonly exactly: boolean;
}

/** The page itself, or else the longest item that the page lies under. */
export function currentItem(items: readonly NavItem[], path: string | null): Current | undefined {
  const above = items
    .filter((item) => path === item.href || (item.href !== "/" && path?.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return above && { item: above, exactly: above.href === path };
}
