import { createHash } from "node:crypto";
import type { establishments } from "@/db/schema/schools";
import { isStateFunded } from "../register-rules";
import { postcodeKey, searchText } from "../search/search-text";
import { CellFault, readCount, readDate, readPercentage, readText, readUrn } from "./cells";
import { type EstablishmentColumn, establishmentColumns, placeColumns } from "./columns";

/** A row of the register as the service keeps it. */
export type Establishment = Omit<typeof establishments.$inferInsert, "importId">;

/** Reads the cells of one row. Throws a `CellFault` for the first cell that does not hold what it should. */
export type ReadEstablishment = (cells: readonly string[]) => Establishment;

/** Columns that name people; the service has no use for them and keeps none. */
const personal = /^Head/;
const read = new Set<string>(establishmentColumns);

/** Prepares to read rows below this header. Throws a `FileFault` when a column is missing. */
export function establishmentReader(header: readonly string[]): ReadEstablishment {
  const places = placeColumns(header, establishmentColumns);
  const ofsted = header.indexOf("OfstedRating (name)");
  const others = header
    .map((name, place) => ({ name, place }))
    .filter(({ name, place }) => !read.has(name) && place !== ofsted && !personal.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (cells) => {
    const cell = (name: EstablishmentColumn) => cells[places[name]] ?? "";
    const rest: Record<string, string> = {};
    for (const { name, place } of others) {
      const value = cells[place];
      if (value) rest[name] = value;
    }
    return finish({ ...facts(cell), ofstedRating: readText(cells[ofsted] ?? ""), rest });
  };
}

type Cell = (name: EstablishmentColumn) => string;
type Facts = Omit<Establishment, "postcodeKey" | "contentHash" | "searchText">;

function facts(cell: Cell): Omit<Facts, "rest"> {
  const text = (name: EstablishmentColumn) => readText(cell(name));
  const count = (name: EstablishmentColumn, most?: number) => readCount(cell(name), name, most);
  const date = (name: EstablishmentColumn) => readDate(cell(name), name);
  const required = (name: EstablishmentColumn) => {
    const value = text(name);
    if (value === null) throw new CellFault(name, "is blank");
    return value;
  };
  const statusName = required("EstablishmentStatus (name)");
  const typeName = text("TypeOfEstablishment (name)");
  const typeGroup = text("EstablishmentTypeGroup (name)");
  return {
    urn: readUrn(cell("URN"), "URN"),
    name: required("EstablishmentName"),
    open: statusName.startsWith("Open"),
    statusName,
    laCode: text("LA (code)"),
    laName: text("LA (name)"),
    establishmentNumber: text("EstablishmentNumber"),
    typeName,
    typeGroup,
    stateFunded: isStateFunded({ typeName, typeGroup }),
    phaseName: text("PhaseOfEducation (name)"),
    lowAge: count("StatutoryLowAge", 99),
    highAge: count("StatutoryHighAge", 99),
    openedOn: date("OpenDate"),
    closedOn: date("CloseDate"),
    pupils: count("NumberOfPupils"),
    disadvantaged: readPercentage(cell("PercentageFSM"), "PercentageFSM"),
    trustCode: text("Trusts (code)"),
    trustName: text("Trusts (name)"),
    ukprn: text("UKPRN"),
    street: text("Street"),
    locality: text("Locality"),
    town: text("Town"),
    postcode: text("Postcode"),
    districtCode: text("DistrictAdministrative (code)"),
    districtName: text("DistrictAdministrative (name)"),
    easting: count("Easting"),
    northing: count("Northing"),
  };
}

/** `LastChangedDate` is a day, so a second change on one day would be missed; the hash of the content is not. */
function finish(row: Facts): Establishment {
  const contentHash = createHash("sha256").update(JSON.stringify(row)).digest("base64url");
  return { ...row, postcodeKey: postcodeKey(row.postcode ?? null), contentHash, searchText: textOf(row) };
}

function textOf(row: Facts): string {
  return searchText({
    urn: row.urn,
    name: row.name,
    town: row.town ?? null,
    postcode: row.postcode ?? null,
    places: [row.locality, row.laName, row.districtName, row.rest.Address3, row.rest["County (name)"]],
  });
}
