import { FileFault } from "./file-fault";

/** Where each column stands, by the name in the header. */
export type ColumnPlaces<Name extends string> = Readonly<Record<Name, number>>;

/** The columns of the establishment file that the service reads. Whatever else a file has is kept as it is. */
export const establishmentColumns = [
  "URN",
  "LA (code)",
  "LA (name)",
  "EstablishmentNumber",
  "EstablishmentName",
  "TypeOfEstablishment (name)",
  "EstablishmentTypeGroup (name)",
  "EstablishmentStatus (name)",
  "OpenDate",
  "CloseDate",
  "PhaseOfEducation (name)",
  "StatutoryLowAge",
  "StatutoryHighAge",
  "NumberOfPupils",
  "PercentageFSM",
  "Trusts (code)",
  "Trusts (name)",
  "UKPRN",
  "Street",
  "Locality",
  "Town",
  "Postcode",
  "DistrictAdministrative (code)",
  "DistrictAdministrative (name)",
  "Easting",
  "Northing",
] as const;
export type EstablishmentColumn = (typeof establishmentColumns)[number];

export const linkColumns = ["URN", "LinkURN", "LinkType", "LinkEstablishedDate"] as const;
export type LinkColumn = (typeof linkColumns)[number];

/** Finds the columns in the header. Throws `wrong_header` with the first that is missing or comes twice. */
export function placeColumns<Name extends string>(
  header: readonly string[],
  names: readonly Name[],
): ColumnPlaces<Name> {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined) throw new FileFault("wrong_header", { twice });
  const places = names.map((name): [Name, number] => {
    const place = header.indexOf(name);
    if (place < 0) throw new FileFault("wrong_header", { missing: name });
    return [name, place];
  });
  return Object.fromEntries(places) as Record<Name, number>;
}
