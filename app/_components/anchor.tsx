import Link from "next/link";
import type { AnchorHTMLAttributes, ReactNode } from "react";

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly children?: ReactNode;
}

/**
 * A link. Our own pages open by the router, which renders half as much as a whole document; files and `/api` stay plain.
 * Never prefetched: each prefetch would be one more request to a page made on demand.
 */
export function Anchor({ href, children, ...rest }: AnchorProps) {
  const isPage =
    href.startsWith("/") && !href.startsWith("/api/") && rest.download === undefined && !rest.target;
  if (isPage && !/\.\w{2,4}$/.test(href))
    return (
      <Link href={href} prefetch={false} {...rest}>
        {children}
      </Link>
    );
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
