import { hash } from "node:crypto";
import type { establishments } from "@/db/schema/schools";
import { isStateFunded } from "../register-rules";
import { postcodeKey, searchText } from "../search/search-text";
import { CellFault, readCount, readDate, readPercentage, readText, readUrn } from "./cells";
import { type EstablishmentColumn, establishmentColumns, placeColumns } from "./columns";

/** A row of the register as the service keeps it. */
export type Establishment = Omit<typeof establishments.$inferInsert, "importId" | "contentHash">;

/** What a header makes of the rows below it. */
export interface EstablishmentReader {
  /** Throws a `CellFault` for a URN that is none. */
  readonly urnOf: (cells: readonly string[]) => number;
  /** The same for two rows exactly when no cell that is kept differs, in whatever order the columns stand. */
  readonly hashOf: (cells: readonly string[]) => string;
  /** Reads every cell. Throws a `CellFault` for the first that does not hold what it should. */
  readonly read: (cells: readonly string[]) => Establishment;
}

/** Part of every hash. Raised when rows are read differently, so that the next import reads them all again. */
const READING = "1";
/** Columns that name people; the service has no use for them and keeps none. */
const personal = /^Head/;
const known = new Set<string>([...establishmentColumns, "OfstedRating (name)"]);

/** Prepares to read rows below this header. Throws a `FileFault` when a column is missing. */
export function establishmentReader(header: readonly string[]): EstablishmentReader {
  const places = placeColumns(header, establishmentColumns);
  const ofsted = header.indexOf("OfstedRating (name)");
  const kept = header
    .map((name, place) => ({ name, place }))
    .filter(({ name }) => !personal.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const others = kept.filter(({ name }) => !known.has(name));
  return {
    urnOf: (cells) => readUrn(cells[places.URN] ?? "", "URN"),
    hashOf(cells) {
      let text = READING;
      for (const { name, place } of kept) if (cells[place]) text += `\t${name}\t${cells[place]}`;
      return hash("sha256", text, "base64url");
    },
    read(cells) {
      const cell = (name: EstablishmentColumn) => cells[places[name]] ?? "";
      const ofstedRating = readText(cells[ofsted] ?? "");
      return finish({ ...facts(cell), ofstedRating, rest: filledCells(cells, others) });
    },
  };
}

interface Column {
  readonly name: string;
  readonly place: number;
}

function filledCells(cells: readonly string[], columns: readonly Column[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, place } of columns) {
    const value = cells[place];
    if (value) found[name] = value;
  }
  return found;
}

type Cell = (name: EstablishmentColumn) => string;
type Facts = Omit<Establishment, "postcodeKey" | "searchText">;

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

function finish(row: Facts): Establishment {
  return { ...row, postcodeKey: postcodeKey(row.postcode ?? null), searchText: textOf(row) };
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
