/** A link as it stands in the document. */
export interface FollowedLink {
  /** Whole, as the browser reads it. */
  readonly href: string;
  /** Where it opens; empty for the same window. */
  readonly target: string;
  readonly isDownload: boolean;
}

/**
 * The address of a page of ours that the router can open in place of the page `here`. Undefined for what the browser opens itself:
 * other sites, files and `/api`, other windows, and a part of the page that is shown.
 */
export function pageToOpen({ href, target, isDownload }: FollowedLink, here: string): string | undefined {
  const [to, from] = [new URL(href), new URL(here)];
  if (to.origin !== from.origin || isDownload || (target !== "" && target !== "_self")) return undefined;
  if (to.pathname.startsWith("/api/") || /\.\w{2,4}$/.test(to.pathname)) return undefined;
  const isSamePage = to.pathname === from.pathname && to.search === from.search;
  return isSamePage && to.hash !== "" ? undefined : to.pathname + to.search + to.hash;
}
