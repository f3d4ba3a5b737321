import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { organisations } from "@/db/schema/schools";
import { anEstablishment, aRegisteredSchool } from "@/db/testing/establishments";
import { aHub } from "@/db/testing/factories";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { visitor } from "@/lib/access/actor";
import { searchSchools } from "./queries/search-schools";

let t: FreshDatabase;
let hubId = "";

/** The awkward names of a register. Their URNs count up from 110001 in this order. */
const schools: readonly [name: string, town: string, postcode: string][] = [
  ["St Thomas à Becket Catholic Secondary School, A Voluntary Academy", "Wakefield", "WF2 6EQ"],
  ["St  Mary's  Catholic Primary School\u00a0", "Harrogate", "HG1 2AB"],
  ["JFS", "Harrow", "HA3 9TE"],
  ["St Oswald’s Church of England Primary School", "Knaresborough", "HG5 9BG"],
  ["Little Hallbeck C.E. (Controlled) Primary School", "Hallbeck", "OX2 9JZ"],
  ["Great Hallbeck Primary School", "Hallbeck", "OX29 4AB"],
  ["Golborne & Maxilla Nursery School", "London", "W10 5QQ"],
  ["North Star 82°", "Bristol", "BS10 7AH"],
  ["Holy Family RC Primary School", "London", "SE3 9YX"],
  ["Park Hill School", "Leeds", "LS1 1AA"],
  ["Park School", "Leeds", "LS1 1AB"],
];
const towns = ["Derby", "Durham", "Exeter", "Leeds", "Lincoln", "Luton", "Poole", "Truro", "Wigan", "York"];

beforeAll(async () => {
  t = await freshDatabase({ connections: 2 });
  hubId = (await aHub(t.db, { name: "Pennine Maths Hub" })).id;
  for (const [at, [name, town, postcode]] of schools.entries())
    await aRegisteredSchool(t.db, { hubId, urn: 110_001 + at, name, town, postcode });
  for (const [at, town] of towns.entries())
    await aRegisteredSchool(t.db, {
      hubId,
      urn: 120_001 + at,
      name: at % 2 ? "St Joseph's Catholic Primary School" : "St Joseph’s RC Primary School",
      town,
      postcode: `TE${at + 1} 1ST`,
    });
});

afterAll(() => t.drop());

async function found(text: string, limit?: number): Promise<number[]> {
  const answers = await searchSchools(t.as(visitor), { text, ...(limit === undefined ? {} : { limit }) });
  return answers.map(({ urn }) => urn);
}

describe("the first answer is the school that is meant", () => {
  test.each([
    ["its name and town", "Park School Leeds", 110_011],
    ["a name as short as three letters", "jfs", 110_003],
    ["its URN", "110007", 110_007],
    ["its URN, called one", "URN 110007", 110_007],
    ["its postcode", "HG1 2AB", 110_002],
    ["its postcode without the space", "hg12ab", 110_002],
    ["half its postcode", "HG5 9", 110_004],
    ["half a postcode that looks like a longer district", "OX2 9", 110_005],
    ["an abbreviated name", "st marys catholic harrogate", 110_002],
    ["a name without its apostrophe", "St Oswalds Knaresborough", 110_004],
    ["a straight apostrophe for a curly one", "st oswald's", 110_004],
    ["a name without its last s", "st mary catholic harrogate", 110_002],
    ["Saint for St", "Saint Mary's Harrogate", 110_002],
    ["St. for St", "St. Mary's Harrogate", 110_002],
    ["RC for Catholic", "St Mary's RC Primary Harrogate", 110_002],
    ["Roman Catholic for RC", "Holy Family Roman Catholic Primary", 110_009],
    ["CofE for C.E.", "Little Hallbeck CofE Primary", 110_005],
    ["C of E for Church of England", "St Oswald's C of E Primary", 110_004],
    ["CE for Church of England", "St Oswalds CE Primary", 110_004],
    ["and for &", "Golborne and Maxilla", 110_007],
    ["a letter without its accent", "St Thomas a Becket", 110_001],
    ["one letter wrong", "Knoresborough St Oswald's", 110_004],
    ["one letter missing", "Golborne Maxila", 110_007],
    ["one letter too many", "St Mary's Harroggate", 110_002],
    ["two letters swapped", "Great Hlalbeck Primary", 110_006],
    ["a slip in Church of England", "St Oswalds Chruch of England Primary Knaresborough", 110_004],
    ["two slips, where no other word is as alike", "Knarsbrough St Oswald's", 110_004],
    ["words that stand in another order", "Wakefield Becket", 110_001],
    ["a name not yet typed to its end", "north sta", 110_008],
    ["a sign in its name", "North Star 82", 110_008],
    ["a word that it does not have", "Little Hallbeck Infant School Hallbeck", 110_005],
  ])("%s", async (_, text, urn) => {
    expect((await found(text))[0]).toBe(urn);
  });

  test.each(towns.map((town, at) => [town, 120_001 + at] as const))(
    "one of ten St Joseph's: %s",
    async (town, urn) => {
      expect((await found(`st josephs ${town}`))[0]).toBe(urn);
    },
  );
});

test("namesakes come with what tells them apart", async () => {
  const [first] = await searchSchools(t.as(visitor), { text: "St Joseph's, York" });
  expect(first).toMatchObject({
    name: "St Joseph's Catholic Primary School",
    town: "York",
    postcode: "TE10 1ST",
    phase: "Primary",
    hub: "Pennine Maths Hub",
    open: true,
    formerly: null,
  });
});

describe("a school that closed", () => {
  test("is answered with the one that carries it on, and says under which name it was found", async () => {
    const school = await aRegisteredSchool(t.db, {
      hubId,
      urn: 130_002,
      name: "Elmcliffe Academy",
      town: "Leeds",
    });
    const old = { urn: 130_001, name: "Quarry Mount County School", town: "Leeds", open: false };
    await anEstablishment(t.db, { ...old, organisationId: school.id });
    const answers = await searchSchools(t.as(visitor), { text: "Quarry Mount" });
    expect(answers).toMatchObject([
      {
        urn: 130_002,
        name: "Elmcliffe Academy",
        formerly: "Quarry Mount County School, URN 130001",
        open: true,
      },
    ]);
  });

  test("and the academy it became are one answer", async () => {
    const school = await aRegisteredSchool(t.db, {
      hubId,
      urn: 130_012,
      name: "Moorgate School",
      town: "Leeds",
    });
    const old = { urn: 130_011, name: "Moorgate School", town: "Leeds", open: false };
    await anEstablishment(t.db, { ...old, organisationId: school.id });
    expect(await found("Moorgate School Leeds")).toEqual([130_012]);
  });

  test("comes after open ones of its name where nobody carries it on", async () => {
    await anEstablishment(t.db, { urn: 130_021, name: "North Star 82", town: "Bristol", open: false });
    expect(await found("North Star 82 Bristol")).toEqual([110_008, 130_021]);
    const [, gone] = await searchSchools(t.as(visitor), { text: "North Star 82 Bristol" });
    expect(gone).toMatchObject({ open: false, organisationId: null, phase: "Primary", hub: null });
  });
});

test("nothing is found where nothing fits, and nothing is looked for below three letters", async () => {
  for (const text of ["St Oswins", "Xyzzy Primary School", "", "st", "' or 1=1 --", "\u0000", "🎓🎓🎓"])
    expect(await found(text)).toEqual([]);
});

test("no more are answered than were asked for, and never more than 25", async () => {
  for (let at = 0; at < 30; at += 1)
    await anEstablishment(t.db, { urn: 140_001 + at, name: "Twin School", town: "Leeds" });
  expect(await found("Twin School")).toHaveLength(25);
  expect(await found("Twin School", 3)).toHaveLength(3);
  expect(await found("Twin School", 1000)).toHaveLength(25);
});

test("a search among some organisations finds no other", async () => {
  const other = await aHub(t.db);
  await aRegisteredSchool(t.db, { hubId: other.id, urn: 150_001, name: "Park School", town: "Hull" });
  const among = eq(organisations.hubId, other.id);
  const answers = await searchSchools(t.as(visitor), { text: "park school", among });
  expect(answers.map(({ urn }) => urn)).toEqual([150_001]);
});
