import { bulkInsert } from "@/db/bulk-insert";
import type { Queryable } from "@/db/client";
import { establishments, registerImports } from "@/db/schema/schools";
import { newId } from "@/lib/kernel/ids";
import { collectWords, rememberWords } from "@/lib/schools/remember-words";
import { postcodeKey, searchText } from "@/lib/schools/search/search-text";
import type { InventedSchool } from "./invent-schools";

type Row = typeof establishments.$inferInsert;

const phaseNames: Readonly<Record<InventedSchool["kind"], string>> = {
  primary: "Primary",
  infant: "Primary",
  junior: "Primary",
  secondary: "Secondary",
  through: "All-through",
  special: "Not applicable",
};

/** Writes the invented schools as a national register would hold them, so that they are found as real ones are. */
export async function inventRegister(
  db: Queryable,
  schools: readonly InventedSchool[],
  now: Date,
): Promise<void> {
  const importId = newId();
  await db.insert(registerImports).values({
    id: importId,
    fileName: "Schools of the demonstration",
    fileSha256: "",
    status: "applied",
    rowsRead: schools.length,
    counts: { new: schools.length },
    startedAt: now,
    finishedAt: now,
  });
  await bulkInsert(
    db,
    establishments,
    schools.map((school) => establishmentRow(school, importId)),
  );
  const words = new Set<string>();
  for (const school of schools) collectWords(words, searchTextOf(school));
  await rememberWords(db, words);
}

function establishmentRow(school: InventedSchool, importId: string): Row {
  const { laName, kind, postcode, trustCode } = school;
  return {
    ...registerFacts(school),
    laName,
    open: true,
    statusName: "Open",
    stateFunded: true,
    typeName: trustCode ? "Academy converter" : "Community school",
    typeGroup: trustCode ? "Academies" : "Local authority maintained schools",
    phaseName: phaseNames[kind],
    openedOn: "2010-09-01",
    postcodeKey: postcodeKey(postcode),
    searchText: searchTextOf(school),
    contentHash: "",
    rest: {},
    importId,
  };
}

function registerFacts(school: InventedSchool) {
  const { urn, name, town, postcode, laCode, easting, northing } = school;
  const { pupils, disadvantaged, lowAge, highAge, trustCode } = school;
  const where = { town, postcode, laCode, easting, northing };
  return { urn, name, ...where, pupils, disadvantaged, lowAge, highAge, trustCode };
}

function searchTextOf({ urn, name, town, postcode, laName }: InventedSchool): string {
  return searchText({ urn, name, town, postcode, places: [laName] });
}
