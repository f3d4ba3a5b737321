import { desc, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { establishments, organisations, registerImportRows, registerImports } from "@/db/schema/schools";
import { aHub, anActor, aSchool } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { type ImportReport, importRegister } from "./import-register";
import { importRefusals } from "./refusals";
import { tellImport } from "./tell-import";
import { aClosedRow, aRow, type Cells, registerFolder, registerHeader } from "./testing/register-folder";

const t = testContext();
const folder = registerFolder();
afterAll(() => folder.remove());

const operator = systemActor("schools:import");
const many = (total: number) => Array.from({ length: total }, (_, at) => aRow(100_001 + at));

function attempt(file: string, options: { links?: string; confirmed?: boolean } = {}) {
  return importRegister(t.as(operator), {
    file,
    links: options.links,
    confirmed: options.confirmed ?? false,
  });
}

async function imported(rows: readonly Cells[], header?: readonly string[]): Promise<ImportReport> {
  const answer = await attempt(folder.register(rows, header));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

async function establishment(urn: number) {
  const [row] = await t.db.select().from(establishments).where(eq(establishments.urn, urn));
  return row;
}

async function lastImport() {
  const [row] = await t.db.select().from(registerImports).orderBy(desc(registerImports.finishedAt)).limit(1);
  return row;
}

describe("importing the register", () => {
  test("takes every row, and an organisation for every open school, with the hub of its authority", async () => {
    const report = await imported([aRow(100_001), aClosedRow(100_002, "31-08-2020")]);
    expect(report).toMatchObject({ rows: 2, counts: { new: 2, organisations_opened: 1 } });
    const [school] = await t.db.select().from(organisations).where(eq(organisations.urn, 100_001));
    expect(school).toMatchObject({ name: "School 100001", phases: ["primary"], open: true });
    expect(school?.hubId).not.toBeNull();
    expect(await lastImport()).toMatchObject({ status: "applied", rowsRead: 2 });
  });

  test("reports no change the second time, whatever the order of rows and columns", async () => {
    await imported([aRow(100_001), aRow(100_002)]);
    const report = await imported([aRow(100_002), aRow(100_001)], [...registerHeader].reverse());
    expect(Object.values(report.counts).filter((number) => number > 0)).toEqual([]);
    expect(tellImport(report, 1.26)).toEqual(["Imported 2 rows in 1.3 s.", "No change."]);
  });

  test("says which fields changed, who was renamed, who closed and who opened again", async () => {
    await imported([aRow(100_001), aRow(100_002), aClosedRow(100_003, "31-08-2020"), ...many(40).slice(10)]);
    const { importId, counts } = await imported([
      aRow(100_001, { EstablishmentName: "Hallbeck Primary School", NumberOfPupils: 215 }),
      aClosedRow(100_002, "31-08-2025"),
      aRow(100_003),
      ...many(40).slice(10),
    ]);
    expect(counts).toMatchObject({ changed: 3, renamed: 1, closed: 1, reopened: 1 });
    expect(counts).toMatchObject({ "changed.name": 1, "changed.pupils": 1, "changed.closedOn": 2 });
    const rows = await t.db
      .select()
      .from(registerImportRows)
      .where(eq(registerImportRows.importId, importId));
    expect(rows.find(({ kind }) => kind === "changed")).toMatchObject({
      rowNumber: 2,
      urn: 100_001,
      detail: { name: ["School 100001", "Hallbeck Primary School"], pupils: [210, 215] },
    });
  });

  test("sees a change in a column that it only keeps, and none in a head's name, which it does not keep", async () => {
    await imported([aRow(100_001)]);
    const quiet = await imported([aRow(100_001, { HeadLastName: "Nair" })]);
    expect(quiet.counts.changed).toBeUndefined();
    const { counts } = await imported([aRow(100_001, { "Gender (name)": "Girls" })]);
    expect(counts).toMatchObject({ changed: 1, "changed.Gender (name)": 1 });
    expect(JSON.stringify(await establishment(100_001))).not.toMatch(/Okonkwo|Nair/);
  });

  test("does without a column that the government drops", async () => {
    await imported([aRow(100_001)]);
    const { counts } = await imported(
      [aRow(100_001)],
      registerHeader.filter((name) => name !== "Gender (name)"),
    );
    expect(counts).toMatchObject({ changed: 1, "changed.Gender (name)": 1 });
  });

  test("refuses single rows with their number, column and reason, and takes the others", async () => {
    const report = await imported([
      aRow(100_001),
      aRow(100_002, { OpenDate: "31-02-2012" }),
      aRow(100_003, { PercentageFSM: "123" }),
      aRow(12, {}),
    ]);
    expect(report.counts).toMatchObject({ new: 1, refused: 3 });
    expect(tellImport(report, 0).slice(-3)).toEqual([
      'Row 3, column OpenDate: "31-02-2012" is not a date such as 01-09-2012',
      'Row 4, column PercentageFSM: "123" is not a percentage',
      'Row 5, column URN: "12" is not a URN of six figures',
    ]);
  });

  test("tells open schools of an authority that it does not know", async () => {
    const { counts } = await imported([aRow(100_001, { "LA (code)": 999, "LA (name)": "Nowhere" })]);
    expect(counts).toMatchObject({ unknown_la: 1, reviews_raised: 1 });
  });

  test("reads Windows-1252, odd spaces and doubled quotation marks as they are meant", async () => {
    await imported([aRow(100_001, { EstablishmentName: 'St  Thomas \u00e0 "Becket"\u00a0', Town: "" })]);
    expect(await establishment(100_001)).toMatchObject({ name: 'St Thomas à "Becket"', town: null });
  });

  test("keeps open schools that the file leaves out as they were, and names them", async () => {
    await imported(many(100));
    const report = await imported(many(99));
    expect(report.missing).toEqual([100_100]);
    expect(tellImport(report, 0).at(-1)).toBe("Open here and not in the file, kept as they were: 100100.");
    expect(await establishment(100_100)).toMatchObject({ open: true });
  });

  test("leaves schools alone that no register knows, such as those of the demonstration", async () => {
    const invented = await aSchool(t.db, { hubId: (await aHub(t.db)).id });
    await imported(many(3));
    const { missing } = await imported(many(3));
    expect(missing).toEqual([]);
    const [still] = await t.db.select().from(organisations).where(eq(organisations.id, invented.id));
    expect(still).toEqual(invented);
  });

  test("leaves an event for the staff", async () => {
    const { importId } = await imported([aRow(100_001)]);
    const found = await t.db.select().from(events).where(eq(events.type, "register.imported"));
    expect(found.map(({ payload }) => payload)).toMatchObject([{ importId }]);
  });

  test("is for the operator, the national team and the machine only", async () => {
    const { id: hubId } = await aHub(t.db);
    const lead = await anActor(t.db, { role: "hub_lead", hubId });
    const input = { file: folder.register([aRow(100_001)]), confirmed: false };
    expect(await importRegister(t.as(lead), input)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await lastImport()).toBeUndefined();
  });
});

describe("a file that is damaged", () => {
  const good = folder.register(many(30));

  test.each<[string, string, () => string]>([
    ["cut off in the middle of a row", "truncated_file", () => cut(many(30), "csv")],
    ["packed and cut off", "truncated_file", () => cut(many(30), "csv.gz")],
    ["empty", "empty_file", () => folder.bytes(Buffer.alloc(0), "csv")],
    ["not there", "unreadable_file", () => "no-such-file.csv"],
    [
      "without a column that is needed",
      "wrong_header",
      () =>
        folder.register(
          many(3),
          registerHeader.filter((name) => name !== "Postcode"),
        ),
    ],
    ["with a column twice", "wrong_header", () => folder.register(many(3), [...registerHeader, "Town"])],
    ["with a row that is too long", "broken_row", () => appended('"100999","383"\r\n')],
    ["in UTF-8", "not_windows_1252", () => utf8("St Thomas à Becket")],
    ["in UTF-8 with its mark", "not_windows_1252", () => utf8("\ufeff")],
    ["with a lost letter", "lost_letter", () => utf8("St Thomas \ufffd Becket")],
    ["with a URN twice", "duplicate_urn", () => folder.register([...many(3), aRow(100_002)])],
  ])("%s changes nothing and says what to do", async (_, code, damaged) => {
    await attempt(good);
    const before = await t.db.select().from(establishments).orderBy(establishments.urn);
    const answer = await attempt(damaged(), { confirmed: true });
    if (answer.ok) throw new Error("The file was taken");
    expect(answer.refusal.code).toBe(code);
    const sentence = importRefusals[answer.refusal.code](answer.refusal.detail ?? {});
    expect(sentence).toMatch(/(?:Download|Import|Check) .+\.$/);
    expect(await t.db.select().from(establishments).orderBy(establishments.urn)).toEqual(before);
    expect(await refusedImports()).toMatchObject([{ status: "refused", reason: sentence }]);
  });

  test("says the row of a URN that comes twice", async () => {
    const answer = await attempt(folder.register([...many(3), aRow(100_002)]));
    expect(answer).toMatchObject({ refusal: { detail: { urn: 100_002, row: 5, first: 3 } } });
  });
});

describe("a file that changes more than a year brings", () => {
  test.each<[string, readonly Cells[]]>([
    ["many_missing", many(50)],
    [
      "many_closed",
      many(100).map((row, at) => (at < 20 ? { ...row, "EstablishmentStatus (name)": "Closed" } : row)),
    ],
    ["many_refused", many(100).map((row, at) => (at < 20 ? { ...row, OpenDate: "soon" } : row))],
  ])("is held for a person (%s), and taken once confirmed", async (code, rows) => {
    await imported(many(100));
    const held = await attempt(folder.register(rows));
    if (held.ok) throw new Error("The file was taken");
    expect(held.refusal.code).toBe(code);
    expect(await t.db.$count(establishments, eq(establishments.open, true))).toBe(100);
    expect(await refusedImports()).toMatchObject([
      { status: "held", reason: expect.stringContaining("--confirm") },
    ]);
    const taken = await attempt(folder.register(rows), { confirmed: true });
    expect(taken.ok).toBe(true);
  });
});

async function refusedImports() {
  const rows = await t.db.select().from(registerImports);
  return rows.filter(({ status }) => status !== "applied");
}

function cut(rows: readonly Cells[], ending: "csv" | "csv.gz"): string {
  const whole = folder.contents(rows);
  if (ending === "csv") return folder.bytes(whole.subarray(0, whole.length - 40), "csv");
  const packed = folder.packed(whole);
  return folder.bytes(packed.subarray(0, packed.length / 2), "csv.gz");
}

function appended(line: string): string {
  return folder.bytes(Buffer.concat([folder.contents(many(3)), Buffer.from(line)]), "csv");
}

/** A file that somebody saved in UTF-8. */
function utf8(name: string): string {
  const text = folder.contents([aRow(100_001, { EstablishmentName: "NAME" })]).toString("latin1");
  return folder.bytes(
    Buffer.from(name.startsWith("\ufeff") ? `${name}${text}` : text.replace("NAME", name), "utf8"),
    "csv",
  );
}
