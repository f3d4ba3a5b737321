import { Pagination, type PaginationItem } from "./pagination";

interface PageLinksProps {
  /** 1 for the first. */
  readonly page: number;
  readonly pages: number;
  /** The address of a page of the list, filters kept. */
  readonly hrefOf: (page: number) => string;
  readonly label?: string;
}

/** The pages of a list: first, last, and those around this one. Nothing when there is one page. */
export function PageLinks({ page, pages, hrefOf, label }: PageLinksProps) {
  if (pages < 2) return null;
  return (
    <Pagination
      previous={page > 1 ? { href: hrefOf(page - 1) } : undefined}
      next={page < pages ? { href: hrefOf(page + 1) } : undefined}
      items={pageNumbers(page, pages).map(
        (number): PaginationItem =>
          number === null ? { ellipsis: true } : { number, href: hrefOf(number), current: number === page },
      )}
      landmarkLabel={label}
    />
  );
}

/** The page numbers to show; null where some are left out. A gap of one is shown as its number. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown: (number | null)[] = [];
  let last = 0;
  for (const number of [...new Set(wanted)]) {
    if (number - last === 2) shown.push(last + 1);
    if (number - last > 2) shown.push(null);
    shown.push(number);
    last = number;
  }
  return shown;
}
