"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { pageToOpen } from "./page-to-open";

/**
 * Opens our own pages by the router, which renders half as much as a whole document. One listener for all links: they stay plain,
 * which costs neither the server nor the browser anything for each of them, and nothing is fetched before it is asked for.
 */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    const follow = (click: MouseEvent) => {
      const page = pageOf(click);
      if (page === undefined) return;
      click.preventDefault();
      router.push(page);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

/** Undefined for a click that asks for something else, such as a new tab, or that a part of the page has dealt with. */
function pageOf(click: MouseEvent): string | undefined {
  const asksForMore = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
  if (click.button !== 0 || asksForMore || click.defaultPrevented) return undefined;
  const link = click.target instanceof Element ? click.target.closest("a") : null;
  if (!(link instanceof HTMLAnchorElement) || link.href === "") return undefined;
  const { href, target } = link;
  return pageToOpen({ href, target, isDownload: link.hasAttribute("download") }, location.href);
}
