"use client";

import { usePathname } from "next/navigation";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** Pages of one room, shown in a line of their own while somebody is in it. The first is the room's own page. */
  readonly rooms?: readonly NavItem[];
}

/** The main links, and below them those of the room one is in. */
export function SiteNav({ items }: { readonly items: readonly NavItem[] }) {
  const path = usePathname();
  const current = currentItem(items, path);
  const rooms = current?.item.rooms;
  return (
    <>
      <nav aria-label="Main">
        <NavList items={items} current={current} />
      </nav>
      {rooms ? (
        <nav className="site-header__rooms" aria-label={current.item.label}>
          <NavList items={rooms} current={currentItem(rooms, path)} />
        </nav>
      ) : null}
    </>
  );
}

interface NavListProps {
  readonly items: readonly NavItem[];
  readonly current: Current | undefined;
}

function NavList({ items, current }: NavListProps) {
  return (
    <ul className="site-nav">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={ariaCurrent(item, current)}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ariaCurrent(item: NavItem, here: Current | undefined) {
  if (item !== here?.item) return undefined;
  return here.exactly ? "page" : "true";
}

interface Current {
  readonly item: NavItem;
  readonly exactly: boolean;
}

/** The page itself, or else the longest item that the page lies under; an item also covers its rooms. */
export function currentItem(items: readonly NavItem[], path: string | null): Current | undefined {
  const covering = items
    .flatMap((item) => [item, ...(item.rooms ?? [])].map(({ href }) => ({ item, href })))
    .filter(({ href }) => path === href || (href !== "/" && path?.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return covering && { item: covering.item, exactly: covering.item.href === path };
}
