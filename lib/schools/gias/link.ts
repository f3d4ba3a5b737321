import type { establishmentLinks } from "@/db/schema/schools";
import { CellFault, readDate, readText, readUrn } from "./cells";
import { linkColumns, placeColumns } from "./columns";

export type Link = typeof establishmentLinks.$inferInsert;

/** Prepares to read rows of the links file below this header. Throws a `FileFault` when a column is missing. */
export function linkReader(header: readonly string[]): (cells: readonly string[]) => Link {
  const places = placeColumns(header, linkColumns);
  return (cells) => {
    const linkType = readText(cells[places.LinkType] ?? "");
    if (!linkType) throw new CellFault("LinkType", "is blank");
    return {
      urn: readUrn(cells[places.URN] ?? "", "URN"),
      linkUrn: readUrn(cells[places.LinkURN] ?? "", "LinkURN"),
      linkType,
      establishedOn: readDate(cells[places.LinkEstablishedDate] ?? "", "LinkEstablishedDate"),
    };
  };
}
