import type { Queryable } from "@/db/client";
import { establishments, organisationUrns, registerImports } from "@/db/schema/schools";
import { newId } from "@/lib/kernel/ids";
import { collectWords, rememberWords } from "@/lib/schools/remember-words";
import { postcodeKey, searchText } from "@/lib/schools/search/search-text";
import { aSchool, TEST_NOW } from "./factories";

interface Establishment {
  readonly name: string;
  readonly urn: number;
  readonly town?: string;
  readonly postcode?: string;
  readonly laName?: string;
  readonly open?: boolean;
  /** The organisation that has, or once had, this URN. */
  readonly organisationId?: string;
}

/** A school as an import would leave it in the register: found by its name, its town, its postcode and its URN. */
export async function anEstablishment(db: Queryable, values: Establishment): Promise<void> {
  const { urn, name, town = "Testham", postcode = "TE1 1ST", laName = "Testshire", open = true } = values;
  const text = searchText({ urn, name, town, postcode, places: [laName] });
  const row = { urn, name, town, postcode, laName, open, searchText: text };
  await db.insert(establishments).values({
    ...row,
    statusName: open ? "Open" : "Closed",
    stateFunded: true,
    phaseName: "Primary",
    postcodeKey: postcodeKey(postcode),
    rest: {},
    contentHash: "",
    importId: await anImport(db),
  });
  const words = new Set<string>();
  collectWords(words, text);
  await rememberWords(db, words);
  if (values.organisationId && !open)
    await db
      .insert(organisationUrns)
      .values({ organisationId: values.organisationId, urn, finishedOn: "2020-08-31" });
}

/** An open school of a hub, in the register and with its organisation. */
export async function aRegisteredSchool(
  db: Queryable,
  { hubId, ...values }: Establishment & { hubId: string },
) {
  const { urn, name, town = "Testham", postcode = "TE1 1ST" } = values;
  const school = await aSchool(db, { hubId, urn, name, town, postcode });
  await anEstablishment(db, { ...values, organisationId: school.id });
  return school;
}

async function anImport(db: Queryable): Promise<string> {
  const id = newId();
  await db.insert(registerImports).values({
    id,
    fileName: "test.csv",
    fileSha256: "",
    status: "applied",
    rowsRead: 1,
    counts: {},
    startedAt: TEST_NOW,
    finishedAt: TEST_NOW,
  });
  return id;
}
