import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SAMPLE_INSTANCE } from "../testing/sample-instance";
import { runMatchCommand } from "./run-match-command";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "match-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("a whole instance", () => {
  test("is placed, with one line for each application and one JSON line of figures", async () => {
    const { code, results, refusals } = await run(JSON.stringify(SAMPLE_INSTANCE));
    expect([code, refusals]).toEqual([0, []]);
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("0,1\n1,0\n2,-1\n");
    expect(JSON.parse(results[0] ?? "")).toMatchObject({
      waiting: [0, 0, 1],
      cost: 10,
      pairs: 5,
      certificate: { proved: true },
    });
  });

  test("gives the same bytes for shuffled rows", async () => {
    await run(JSON.stringify(SAMPLE_INSTANCE), "--explain", join(folder, "straight.jsonl"));
    const straight = [
      readFileSync(join(folder, "out.csv"), "utf8"),
      readFileSync(join(folder, "straight.jsonl"), "utf8"),
    ];
    const { applications, groups, schools } = SAMPLE_INSTANCE;
    const turned = {
      ...SAMPLE_INSTANCE,
      applications: applications.toReversed(),
      groups: groups.toReversed(),
      schools: schools.toReversed(),
    };
    await run(JSON.stringify(turned), "--explain", join(folder, "turned.jsonl"));
    expect([
      readFileSync(join(folder, "out.csv"), "utf8"),
      readFileSync(join(folder, "turned.jsonl"), "utf8"),
    ]).toEqual(straight);
    expect(straight[1]?.split("\n").map((line) => line && JSON.parse(line).reason)).toEqual([
      "placed",
      "placed",
      "all_full",
      "",
    ]);
  });
});

describe("groups of enough schools", () => {
  const { applications, groups } = SAMPLE_INSTANCE;
  const wide = groups.map((group) => ({ ...group, cap: 2 }));

  test("run, and the others do not", async () => {
    const instance = {
      ...SAMPLE_INSTANCE,
      applications,
      groups: wide.map((group) => ({ ...group, min: 2 })),
    };
    const { code, results } = await run(JSON.stringify(instance), "--min-sizes");
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("0,1\n1,1\n2,-1\n");
    expect(JSON.parse(results[0] ?? "")).toMatchObject({
      waiting: [0, 0, 1],
      certificate: { proved: true },
      components: { count: 1, proved: 1, open: [], groupsRunning: 1 },
    });
  });
});

describe("late applications", () => {
  const { applications } = SAMPLE_INSTANCE;
  const instance = {
    ...SAMPLE_INSTANCE,
    applications: applications.map((one, id) =>
      id === 2 ? { ...one, day: 9, tier: 0 } : { ...one, tier: 1 },
    ),
  };

  test("wait when nobody may move, and when nobody may lose a place", async () => {
    for (const mode of ["frozen", "repair"]) {
      const { results } = await run(JSON.stringify(instance), "--late-share", "0.3", "--mode", mode);
      expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("0,0\n1,1\n2,-1\n");
      const late = { mode, arrived: 1, confirmed: 2, moved: 0, bumped: 0 };
      expect(JSON.parse(results[0] ?? "")).toMatchObject({ waiting: [1, 0, 0], late });
    }
  });

  test("come in by a move in repair, and only there", async () => {
    const [group0, group1] = instance.groups;
    const wider = {
      ...instance,
      groups: [
        { ...group0, cap: 2 },
        { ...group1, cap: 1, lead: -1 },
      ],
    };
    const wishes = [{ cantDays: 0 }, { cantDays: 4 }, { cantDays: 2 }].map((wish, id) => ({
      ...instance.applications[id],
      ...wish,
    }));
    const day = { ...wider, applications: [{ ...wishes[0], prefDays: 4 }, wishes[1], wishes[2]] };
    await run(JSON.stringify(day), "--late-share", "0.3", "--mode", "frozen");
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("0,1\n1,0\n2,-1\n");
    const { results } = await run(JSON.stringify(day), "--late-share", "0.3", "--mode", "repair");
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("0,0\n1,0\n2,1\n");
    expect(JSON.parse(results[0] ?? "").late).toMatchObject({ moved: 1, bumped: 0 });
  });

  test("the one of a chain is its last by number", async () => {
    const chain = {
      ...instance,
      kind: "chain",
      applications: instance.applications.map((one, id) => ({ ...one, day: 9 - id })),
    };
    const { results } = await run(JSON.stringify(chain), "--late-share", "1", "--mode", "frozen");
    expect(JSON.parse(results[0] ?? "").late).toMatchObject({ arrived: 1, confirmed: 2 });
  });
});

describe("a malformed instance ends with 2, one sentence and no file", () => {
  const [application] = SAMPLE_INSTANCE.applications;
  const [group] = SAMPLE_INSTANCE.groups;
  const [llme] = SAMPLE_INSTANCE.llmes;
  const withoutSchool = { ...application, school: undefined };

  test.each([
    ["another format", { format: "mathshub-match/2" }, /format/],
    ["an application without school", { applications: [withoutSchool] }, /applications 0, field school/],
    [
      "an unknown school",
      { applications: [{ ...application, school: 99 }] },
      /Application 0 .*unknown school 99/,
    ],
    [
      "an unknown programme",
      { applications: [{ ...application, prog: 5 }] },
      /Application 0 .*unknown programme 5/,
    ],
    ["a group of an unknown programme", { groups: [{ ...group, prog: 5 }] }, /Group 0 .*unknown programme 5/],
    [
      "an unknown last lead",
      { applications: [{ ...application, prevLead: 8 }] },
      /Application 0 .*unknown lead 8/,
    ],
    ["an unknown lead", { groups: [{ ...group, lead: 8 }] }, /Group 0 .*unknown lead 8/],
    ["a negative capacity", { groups: [{ ...group, cap: -1 }] }, /groups 0, field cap/],
    ["a minimum over the maximum", { groups: [{ ...group, min: 3 }] }, /Group 0 .*min of 3.*cap of 1/],
    ["half a group", { groups: [{ ...group, cap: 1.5 }] }, /groups 0, field cap/],
    ["an application twice", { applications: [application, application] }, /Application 0 is given twice/],
    ["a lead twice", { llmes: [llme, llme] }, /llmes have the same id/],
    ["a lead of an unknown school", { llmes: [{ ...llme, school: 99 }] }, /Llme 7 .*unknown school 99/],
    ["a lead in an unknown hub", { llmes: [{ ...llme, hubs: [4] }] }, /Llme 7 .*unknown hub 4/],
    ["an unknown neighbour", { hubs: [{ id: 0, neighbours: [4] }] }, /Hub 0 .*unknown neighbour 4/],
    ["a text for a number", { hubs: [{ id: "0", neighbours: [] }] }, /hubs 0, field id/],
    ["no groups at all", { groups: undefined }, /groups/],
  ])("%s", async (_, changes, sentence) => {
    expectRefusal(await run(JSON.stringify({ ...SAMPLE_INSTANCE, ...changes })), sentence);
  });

  test("a truncated file", async () => {
    expectRefusal(await run(JSON.stringify(SAMPLE_INSTANCE).slice(0, -40)), /not whole JSON/);
  });

  test("a missing file, no arguments, an unknown argument", async () => {
    expectRefusal(
      await command("--instance", join(folder, "none.json"), "--out", join(folder, "out.csv")),
      /cannot be read/,
    );
    expectRefusal(await command(), /--instance and --out are needed/);
    expectRefusal(await run(JSON.stringify(SAMPLE_INSTANCE), "--fast"), /--fast/);
    expectRefusal(
      await run(JSON.stringify(SAMPLE_INSTANCE), "--late-share", "0.1"),
      /--mode is frozen or repair/,
    );
    expectRefusal(
      await run(JSON.stringify(SAMPLE_INSTANCE), "--late-share", "2", "--mode", "repair"),
      /from 0 to 1/,
    );
  });
});

async function run(text: string, ...args: string[]) {
  writeFileSync(join(folder, "instance.json"), text);
  return command("--instance", join(folder, "instance.json"), "--out", join(folder, "out.csv"), ...args);
}

async function command(...args: string[]) {
  const results: string[] = [];
  const refusals: string[] = [];
  const code = await runMatchCommand(args, {
    result: (line) => results.push(line),
    refusal: (sentence) => refusals.push(sentence),
  });
  return { code, results, refusals };
}

function expectRefusal({ code, results, refusals }: Awaited<ReturnType<typeof run>>, sentence: RegExp): void {
  expect([code, results, refusals.length]).toEqual([2, [], 1]);
  expect(refusals[0]).toMatch(sentence);
  expect(existsSync(join(folder, "out.csv"))).toBe(false);
}
