import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { idColumn, moment } from "./columns";
import { hubs } from "./hubs";
import { people } from "./people";

/** One run of `schools:import`: a file of establishments, perhaps with a file of links. */
export const registerImportStatus = pgEnum("register_import_status", ["applied", "held", "refused"]);
export const registerImports = pgTable(
  "register_imports",
  {
    id: idColumn(),
    fileName: text().notNull(),
    fileSha256: text().notNull(),
    status: registerImportStatus().notNull(),
    /** Why it was held or refused, and what to do. */
    reason: text(),
    rowsRead: integer().notNull(),
    counts: jsonb().$type<Record<string, number>>().notNull(),
    startedAt: moment().notNull(),
    finishedAt: moment().notNull(),
  },
  (t) => [index("register_imports_finished_idx").on(t.finishedAt)],
);

/** What one import did to one row: new, changed (with the fields), renamed, closed, reopened, unknown_la, refused. */
export const registerImportRows = pgTable(
  "register_import_rows",
  {
    importId: uuid()
      .notNull()
      .references(() => registerImports.id, { onDelete: "cascade" }),
    rowNumber: integer().notNull(),
    kind: text().notNull(),
    urn: integer(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ name: "register_import_rows_pkey", columns: [t.importId, t.rowNumber, t.kind] })],
);

/** The national register as it was last imported. Overwritten by imports; nobody edits it. */
export const establishments = pgTable(
  "establishments",
  {
    urn: integer().primaryKey(),
    name: text().notNull(),
    open: boolean().notNull(),
    statusName: text().notNull(),
    laCode: text(),
    laName: text(),
    establishmentNumber: text(),
    typeName: text(),
    typeGroup: text(),
    stateFunded: boolean().notNull(),
    phaseName: text(),
    lowAge: smallint(),
    highAge: smallint(),
    openedOn: date({ mode: "string" }),
    closedOn: date({ mode: "string" }),
    pupils: integer(),
    /** Percentage of pupils, 0 to 100. */
    disadvantaged: doublePrecision(),
    trustCode: text(),
    trustName: text(),
    ukprn: text(),
    street: text(),
    locality: text(),
    town: text(),
    postcode: text(),
    /** Without its space, upper case: what a person types. */
    postcodeKey: text(),
    districtCode: text(),
    districtName: text(),
    easting: integer(),
    northing: integer(),
    ofstedRating: text(),
    /** Every other column that is not blank, under its own header. */
    rest: jsonb().$type<Record<string, string>>().notNull(),
    contentHash: text().notNull(),
    /** Name, town, postcode, URN and the spellings people use, folded for searching. */
    searchText: text().notNull(),
    importId: uuid()
      .notNull()
      .references(() => registerImports.id),
  },
  (t) => [
    index("establishments_postcode_idx").on(t.postcodeKey),
    index("establishments_la_idx").on(t.laCode).where(sql`${t.open}`),
    index("establishments_trust_idx").on(t.trustCode),
    index("establishments_search_words_idx").using("gin", sql`to_tsvector('simple', ${t.searchText})`),
  ],
);

/** Every word of the search texts, with what is left of it when a letter is taken out: how a misspelt word finds the right one. */
export const schoolWords = pgTable(
  "school_words",
  {
    word: text().primaryKey(),
    forms: text().array().notNull(),
  },
  (t) => [
    index("school_words_forms_idx").using("gin", t.forms),
    // Over the words and not over the whole texts: 14,000 short rows instead of 43,000 long ones, and an import twice as fast.
    index("school_words_trgm_idx").using("gin", sql`${t.word} gin_trgm_ops`),
  ],
);

/** Predecessor and successor links of the register, as imported. */
export const establishmentLinks = pgTable(
  "establishment_links",
  {
    urn: integer().notNull(),
    linkUrn: integer().notNull(),
    linkType: text().notNull(),
    establishedOn: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ name: "establishment_links_pkey", columns: [t.urn, t.linkUrn, t.linkType] }),
    index("establishment_links_link_idx").on(t.linkUrn),
  ],
);

export const organisationKind = pgEnum("organisation_kind", ["school", "college", "trust"]);

/** Our own record of a school, college or trust. It points to the register and outlives its URNs. */
export const organisations = pgTable(
  "organisations",
  {
    id: idColumn(),
    kind: organisationKind().notNull(),
    name: text().notNull(),
    /** The URN it has now; null for a trust. */
    urn: integer(),
    trustCode: text(),
    town: text(),
    postcode: text(),
    laCode: text(),
    /** The ladder it stands on: primary, secondary, both for all-through schools; empty for trusts and colleges. */
    phases: text().array().notNull().default(sql`'{}'`),
    stateFunded: boolean().notNull(),
    open: boolean().notNull().default(true),
    /** The hub it belongs to now: its override, or the default of its local authority. Null until somebody says. */
    hubId: uuid().references(() => hubs.id),
    easting: integer(),
    northing: integer(),
    pupils: integer(),
    /** Percentage of pupils, 0 to 100. */
    disadvantaged: doublePrecision(),
    lowAge: smallint(),
    highAge: smallint(),
    priorityArea: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("organisations_urn_key").on(t.urn),
    uniqueIndex("organisations_trust_key").on(t.trustCode).where(sql`${t.kind} = 'trust'`),
    index("organisations_hub_idx").on(t.hubId, t.name),
    index("organisations_trust_idx").on(t.trustCode),
    check("organisations_schools_have_a_urn", sql`${t.kind} = 'trust' or ${t.urn} is not null`),
    check("organisations_disadvantaged_is_a_percentage", sql`${t.disadvantaged} between 0 and 100`),
  ],
);

/** Which URNs an organisation has had, and when: history follows a school through academisation. */
export const organisationUrns = pgTable(
  "organisation_urns",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    urn: integer().notNull().unique("organisation_urns_urn_key"),
    startedOn: date({ mode: "string" }),
    finishedOn: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ name: "organisation_urns_pkey", columns: [t.organisationId, t.urn] }),
    uniqueIndex("organisation_urns_one_open").on(t.organisationId).where(sql`${t.finishedOn} is null`),
  ],
);

/** A hub other than the local authority's: who said so, why, since when. */
export const hubOverrides = pgTable(
  "hub_overrides",
  {
    id: idColumn(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    hubId: uuid()
      .notNull()
      .references(() => hubs.id),
    reason: text().notNull(),
    setBy: uuid()
      .notNull()
      .references(() => people.id),
    startedOn: date({ mode: "string" }).notNull(),
    finishedOn: date({ mode: "string" }),
  },
  (t) => [uniqueIndex("hub_overrides_one_open").on(t.organisationId).where(sql`${t.finishedOn} is null`)],
);

/** Something in the register that a person must decide: a branch, a loop, a merger, a school without an authority. */
export const organisationReviews = pgTable(
  "organisation_reviews",
  {
    id: idColumn(),
    /** branch, merger, loop, missing_link, unknown_la */
    kind: text().notNull(),
    urns: integer().array().notNull(),
    hubId: uuid().references(() => hubs.id),
    detail: text().notNull(),
    raisedAt: moment().notNull(),
    resolvedAt: moment(),
    resolvedBy: uuid().references(() => people.id),
    resolution: text(),
  },
  (t) => [
    unique("organisation_reviews_once_key").on(t.kind, t.urns),
    index("organisation_reviews_hub_idx").on(t.hubId).where(sql`${t.resolvedAt} is null`),
  ],
);

/** Counts up with every import, so that caches and health checks can see the register's age. */
export const registerVersion = pgTable("register_version", {
  only: boolean().primaryKey().default(true),
  version: bigint({ mode: "number" }).notNull(),
  importedAt: moment().notNull(),
});
