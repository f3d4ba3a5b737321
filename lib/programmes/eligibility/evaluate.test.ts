import { describe, expect, test } from "vitest";
import {
  aPerson,
  evaluate,
  facts,
  junior,
  open,
  placeIn,
  SPRING,
  secondary,
  stageIn,
  stated,
  states,
} from "../testing/facts";

describe("Mastering Number at Key Stage 2", () => {
  const inUse = [stated("mastering_number_in_use", 1), stated("years_4_and_5_take_part", 1)];
  const sustaining = stageIn("sustaining", [2024, 2024], open);

  test("is open to a school in Sustaining with a year of Mastering Number behind it", () => {
    const school = facts({
      stages: [sustaining],
      places: [placeIn("NCP25-05", "started")],
      statements: inUse,
    });
    const evaluation = evaluate("NCP26-06", school);
    expect(evaluation.outcome).toBe("open");
    expect(new Set(evaluation.conditions.map(({ state }) => state))).toEqual(new Set(["met"]));
    expect(evaluation.conditions[0]?.evidence).toBe("Since 2024/25");
    expect(evaluation.startsSoonest).toBe("2026-09-17");
  });

  test("is a year away from a school in Embedding that never did Mastering Number, and says how to get there", () => {
    const school = facts({
      stages: [stageIn("embedding", [2025, 2025], open), stageIn("development", [2024, 2024])],
    });
    const evaluation = evaluate("NCP26-06", school);
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.startsSoonest).toBe("2027-09-16");
    expect(evaluation.conditions.filter(({ state }) => state === "not_yet").map(({ code }) => code)).toEqual([
      "stage_current",
      "programme_years",
    ]);
    expect(evaluation.conditions[0]?.evidence).toBe("You are in Embedding this year");
    expect(evaluation.route.map(({ on, text }) => `${on} ${text}`)).toEqual([
      "2026-04-20 Apply for Sustaining, by Friday 29 May",
      "2026-04-20 Apply for Mastering Number at Reception and Key Stage 1, by Friday 29 May",
      "2026-09-17 Start Sustaining",
      "2026-09-17 Start Mastering Number at Reception and Key Stage 1",
      "2027-03-01 Apply for Mastering Number at Key Stage 2",
      "2027-09-16 Start Mastering Number at Key Stage 2",
    ]);
    expect(evaluation.route[0]?.apply?.offerId).toBe("NCP26-11");
  });

  test("counts next year's intent: an application for Sustaining in the same year is enough", () => {
    const school = facts({
      stages: [stageIn("embedding", [2025, 2025], open)],
      places: [placeIn("NCP25-05", "started"), placeIn("NCP26-11", "asked")],
    });
    const evaluation = evaluate("NCP26-06", school);
    expect(evaluation.outcome).toBe("open");
    expect(evaluation.conditions[0]).toMatchObject({
      state: "met",
      evidence: "You applied for it for 2026/27",
    });
  });

  test("asks junior schools for nothing about Reception and Key Stage 1", () => {
    const school = facts({ school: junior, stages: [sustaining] });
    const evaluation = evaluate("NCP26-06", school);
    expect(evaluation.outcome).toBe("open");
    expect(evaluation.conditions.find(({ code }) => code === "programme_years")).toMatchObject({
      state: "met",
      evidence: "Not asked of schools without Key Stage 1",
    });
    expect(evaluate("NCP26-06", facts({ stages: [sustaining] })).outcome).toBe("not_yet");
  });

  test("is not for a school without Key Stage 2", () => {
    const evaluation = evaluate("NCP26-06", facts({ school: secondary }));
    expect(evaluation.outcome).toBe("not_for_you");
    expect(evaluation.route).toEqual([]);
  });

  test("does not count a year that began and was never finished", () => {
    const school = facts({
      today: "2026-10-12",
      stages: [sustaining],
      places: [placeIn("NCP25-05", "started")],
    });
    const years = evaluate("NCP27-06", school).conditions.find(({ code }) => code === "programme_years");
    expect(years?.state).toBe("not_yet");
    expect(years?.evidence).toContain("Begun in 2025/26");
  });
});

describe("Primary Development, once only", () => {
  test("is open to a school without history, and to one that withdrew", () => {
    expect(evaluate("NCP26-09", facts()).outcome).toBe("open");
    const withdrew = stageIn("development", [2022, 2022], { outcome: "withdrew" });
    expect(evaluate("NCP26-09", facts({ stages: [withdrew] })).outcome).toBe("open");
  });

  test("is over for a school that did it under an earlier URN, and says when and what comes next", () => {
    const school = facts({
      school: {
        earlierUrns: [
          { urn: 130_002, finishedOn: "2024-03-31" },
          { urn: 110_001, finishedOn: "2021-08-31" },
        ],
      },
      stages: [stageIn("development", [2019, 2019])],
    });
    const evaluation = evaluate("NCP26-09", school);
    expect(evaluation.outcome).toBe("not_for_you");
    const once = evaluation.conditions.find(({ code }) => code === "never_taken");
    expect(once?.evidence).toBe("2019/20, when the URN was 110001");
    expect(once?.route?.sentence).toBe("What comes next is Embedding or Sustaining");
  });

  test("does not stand in the way of the place a school holds in it", () => {
    const school = facts({
      today: "2026-11-02",
      places: [placeIn("NCP26-09", "started")],
      stages: [stageIn("development", [2026, 2026], open)],
    });
    expect(states(evaluate("NCP26-09", school))).toContain("never_taken met");
    expect(evaluate("NCP27-09", school).outcome).toBe("not_for_you");
  });

  test("waits while the school asks for Readiness in the same year", () => {
    const evaluation = evaluate("NCP26-09", facts({ places: [placeIn("NCP26-08", "asked")] }));
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.startsSoonest).toBe("2027-09-16");
    expect(evaluation.conditions.at(-1)).toMatchObject({
      code: "not_beside",
      evidence: "Applied for Readiness for 2026/27",
    });
  });
});

describe("Embedding and Sustaining", () => {
  const development = (first: number) => stageIn("development", [first, first]);

  test("Embedding follows the year after Development, also while Development is under way", () => {
    expect(
      evaluate("NCP26-10", facts({ stages: [stageIn("development", [2025, 2025], open)] })).outcome,
    ).toBe("open");
  });

  test("Embedding is past for a school whose Development is longer ago, which Sustaining takes", () => {
    const school = facts({ stages: [development(2021)] });
    const evaluation = evaluate("NCP26-10", school);
    expect(evaluation.outcome).toBe("not_for_you");
    expect(evaluation.conditions.find(({ code }) => code === "stage_year_before")?.route?.sentence).toBe(
      "Sustaining is open to every school that was in Development",
    );
    expect(evaluate("NCP26-11", school).outcome).toBe("open");
  });

  test("Sustaining takes a school back after a break, without Embedding", () => {
    const school = facts({ stages: [development(2017), stageIn("sustaining", [2018, 2019])] });
    const evaluation = evaluate("NCP26-11", school);
    expect(evaluation.outcome).toBe("open");
    expect(evaluation.conditions.find(({ code }) => code === "stage_ever")?.evidence).toBe("2017/18");
  });

  test("Sustaining takes a Mastery Specialist's school", () => {
    const school = facts({ school: { designations: ["primary_mastery_specialist"] } });
    expect(evaluate("NCP26-11", school).outcome).toBe("open");
    expect(
      evaluate("NCP26-14a", facts({ school: { ...secondary, designations: ["primary_mastery_specialist"] } }))
        .outcome,
    ).toBe("not_yet");
  });

  test("Sustaining for a new school leads through a year of Development", () => {
    const evaluation = evaluate("NCP26-11", facts());
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.startsSoonest).toBe("2027-09-16");
    expect(evaluation.route.map(({ text }) => text)).toEqual([
      "Apply for Development, by Friday 29 May",
      "Start Development",
      "Apply for Sustaining",
      "Start Sustaining",
    ]);
  });

  test("Readiness is past once Development has begun", () => {
    expect(evaluate("NCP26-08", facts({ stages: [development(2023)] })).outcome).toBe("not_for_you");
  });
});

describe("the two ladders", () => {
  const allThrough = { phases: ["primary", "secondary"], lowAge: 4, highAge: 16 };

  test("an all-through school stands on each by itself", () => {
    const school = facts({ school: allThrough, stages: [stageIn("development", [2020, 2020])] });
    expect(evaluate("NCP26-09", school).outcome).toBe("not_for_you");
    expect(evaluate("NCP26-11", school).outcome).toBe("open");
    expect(evaluate("NCP26-12", school).outcome).toBe("open");
    expect(evaluate("NCP26-14a", school).outcome).toBe("not_yet");
  });

  test("secondary Embedding runs beside Sustaining, whichever is applied for first", () => {
    const stages = [stageIn("development", [2025, 2025], { ...open, phase: "secondary" })];
    const alone = evaluate("NCP26-13", facts({ school: secondary, stages }));
    expect(alone.outcome).toBe("open");
    expect(alone.conditions.find(({ code }) => code === "runs_beside")).toMatchObject({
      state: "to_confirm",
      route: { sentence: "Apply for Secondary Sustaining as well" },
    });
    const both = facts({ school: secondary, stages, places: [placeIn("NCP26-14b", "asked")] });
    expect(states(evaluate("NCP26-13", both))).toContain("runs_beside met");
    expect(
      evaluate("NCP26-14b", facts({ school: secondary, stages, places: [placeIn("NCP26-13", "asked")] }))
        .outcome,
    ).toBe("open");
  });
});

describe("kinds of school", () => {
  test("an independent school is told that the offers are for state-funded ones", () => {
    const evaluation = evaluate("NCP26-05", facts({ school: { stateFunded: false } }));
    expect(evaluation.outcome).toBe("not_for_you");
    expect(evaluation.conditions[0]).toMatchObject({ code: "state_funded", state: "never" });
  });

  test("infant schools teach Reception and Key Stage 1, junior schools do not", () => {
    expect(evaluate("NCP26-05", facts({ school: { lowAge: 4, highAge: 7 } })).outcome).toBe("open");
    expect(evaluate("NCP26-05", facts({ school: junior })).outcome).toBe("not_for_you");
  });

  test("colleges without ages in the register are post-16", () => {
    const college = { kind: "college", phases: [], lowAge: null, highAge: null } as const;
    expect(evaluate("NCP26-22", facts({ school: college })).outcome).toBe("open");
    expect(evaluate("NCP26-12", facts({ school: college })).outcome).toBe("not_for_you");
    expect(evaluate("NCP26-22", facts({ school: { ...secondary, highAge: 18 } })).outcome).toBe("open");
    expect(evaluate("NCP26-22", facts({ school: secondary })).outcome).toBe("not_for_you");
  });

  test("a school without ages goes by its phases", () => {
    const school = { lowAge: null, highAge: null };
    expect(evaluate("NCP26-09", facts({ school })).outcome).toBe("open");
    expect(evaluate("NCP26-12", facts({ school })).outcome).toBe("not_for_you");
  });

  test("special schools have a group of their own", () => {
    expect(evaluate("SPEC26", facts()).outcome).toBe("not_for_you");
    expect(evaluate("SPEC26", facts({ school: { special: true } })).outcome).toBe("open");
  });

  test("MAT leaders come from a trust with a secondary school", () => {
    const trust = { kind: "trust", phases: [], lowAge: null, highAge: null } as const;
    expect(evaluate("NCP26-17", facts({ school: { ...trust, secondarySchools: 2 } })).outcome).toBe("open");
    expect(evaluate("NCP26-17", facts({ school: trust })).outcome).toBe("not_for_you");
    expect(evaluate("NCP26-17", facts({ school: secondary })).outcome).toBe("not_for_you");
  });

  test("a barrier is an inspection grade or the school's own word", () => {
    const barrier = (school: Parameters<typeof facts>[0]) => states(evaluate("NCP26-08", facts(school)))[3];
    expect(barrier({ school: { ofstedRating: "Requires improvement" } })).toBe("barrier met");
    expect(barrier({ school: { ofstedRating: "Good" } })).toBe("barrier to_confirm");
    expect(barrier({ statements: [stated("held_back_from_mastery", 1)] })).toBe("barrier met");
    expect(barrier({ statements: [stated("held_back_from_mastery", 0)] })).toBe("barrier not_yet");
  });
});

describe("windows", () => {
  test("before it opens an offer says when", () => {
    const evaluation = evaluate("NCP26-09", facts({ today: "2026-02-02" }));
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.startsSoonest).toBe("2026-09-17");
    expect(evaluation.route).toEqual([
      { on: "2026-03-02", text: "Apply for Development" },
      { on: "2026-09-17", text: "Start Development" },
    ]);
    expect(evaluation.conditions.at(-1)?.route?.sentence).toBe("Applications open on Monday 2 March 2026");
  });

  test("on its first and on its last day it is open, the day after it speaks of the next year", () => {
    expect(evaluate("NCP26-09", facts({ today: "2026-03-02" })).outcome).toBe("open");
    expect(evaluate("NCP26-09", facts({ today: "2026-05-29" })).outcome).toBe("open");
    const evaluation = evaluate("NCP26-09", facts({ today: "2026-05-30" }));
    expect(evaluation.startsSoonest).toBe("2027-09-16");
    expect(evaluation.conditions.at(-1)?.route?.sentence).toBe("Applications for 2027/28 open in March 2027");
  });

  test("an offer that starts in the summer before its year is applied for in the winter", () => {
    const school = { school: secondary };
    expect(evaluate("NCP26-30a", facts({ ...school, today: "2025-12-01" })).outcome).toBe("open");
    expect(evaluate("NCP26-30a", facts({ ...school, today: "2025-12-01" })).startsSoonest).toBe("2026-04-27");
    expect(evaluate("NCP26-30a", facts({ ...school, today: SPRING })).outcome).toBe("not_yet");
    expect(evaluate("NCP26-30b", facts({ ...school, today: SPRING })).outcome).toBe("open");
  });

  test("a year under way is not finished when an offer starts in the middle of it", () => {
    const person = aPerson({ places: [placeIn("NCP25-28a", "started")] });
    const phaseB = evaluate("NCP26-28b", facts({ person }));
    expect(states(phaseB)).toContain("person_completed met");
    const early = { ...placeIn("NCP25-28a", "started"), endsOn: "2026-12-18" };
    expect(states(evaluate("NCP26-28b", facts({ person: aPerson({ places: [early] }) })))).toContain(
      "person_completed not_yet",
    );
  });
});

describe("people", () => {
  test("nobody named: what only the person knows is confirmed in the application", () => {
    const evaluation = evaluate("NCP26-28a", facts());
    expect(evaluation.outcome).toBe("open");
    expect(
      evaluation.conditions.filter(({ state }) => state === "to_confirm").map(({ code }) => code),
    ).toEqual(["person_teaching_year", "person_not_taken"]);
  });

  test.each([
    ["NCP26-28a", 2026, "not_yet"],
    ["NCP26-28a", 2025, "open"],
    ["NCP26-28a", 2024, "open"],
    ["NCP26-28a", 2023, "not_for_you"],
  ])("%s is for the second and third year of teaching: began in %i is %s", (code, began, outcome) => {
    const person = aPerson({ statements: [stated("began_teaching", began)] });
    expect(evaluate(code, facts({ person })).outcome).toBe(outcome);
  });

  test("before 2025/26 it was for the first and second year", async () => {
    const { offersFor, allProgrammes } = await import("@/db/reference/programmes");
    const ects = allProgrammes.find(({ slug }) => slug === "sktm-primary-ects");
    const rule = ects && offersFor(ects, 2024)[0]?.rules.find(({ code }) => code === "person_teaching_year");
    expect(rule).toMatchObject({ from: 1, to: 2 });
  });

  test("too new is not yet, with the year", () => {
    const person = aPerson({ statements: [stated("began_teaching", 2026)] });
    expect(evaluate("NCP26-28a", facts({ person })).startsSoonest).toBe("2027-10-12");
  });

  test("Phase A comes before Phase B", () => {
    const person = aPerson({ statements: [stated("began_teaching", 2025)] });
    const evaluation = evaluate("NCP26-28b", facts({ person }));
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.startsSoonest).toBe("2027-10-12");
    expect(evaluation.route[0]?.text).toBe(
      "Apply for SKTM: Primary Early Career Teachers, by Friday 26 June",
    );
    const done = { ...person, places: [placeIn("NCP25-28a", "completed")] };
    expect(evaluate("NCP26-28b", facts({ person: done })).outcome).toBe("open");
    expect(evaluate("NCP26-28a", facts({ person: done })).outcome).toBe("not_for_you");
  });

  test("only heads of department now, and non-specialists who are not specialists", () => {
    const about = (statement: string, value: number) =>
      facts({ school: secondary, person: aPerson({ statements: [stated(statement, value)] }) });
    expect(evaluate("NCP26-16", about("heads_department", 0)).outcome).toBe("not_yet");
    expect(evaluate("NCP26-16", about("heads_department", 1)).outcome).toBe("open");
    expect(evaluate("NCP26-30b", about("no_maths_training", 0)).outcome).toBe("not_yet");
    expect(evaluate("NCP26-30b", about("no_maths_training", 1)).outcome).toBe("open");
  });

  test("a Secondary Mastery Specialist is not an early career teacher", () => {
    const began = (year: number) =>
      facts({
        today: "2026-02-02",
        school: secondary,
        person: aPerson({ statements: [stated("began_teaching", year)] }),
      });
    expect(evaluate("SMS26", began(2025)).outcome).toBe("not_yet");
    expect(evaluate("SMS26", began(2019)).outcome).toBe("open");
  });

  test("the community of leaders is for people who lead", () => {
    const today = "2026-07-01";
    expect(evaluate("LLME26", facts({ today, person: aPerson() })).outcome).toBe("not_yet");
    expect(evaluate("LLME26", facts({ today, person: aPerson({ leads: true }) })).outcome).toBe("open");
  });
});

describe("exceptions and referrals", () => {
  const override = { offerId: "NCP26-09", reason: "New staff throughout", grantedOn: "2026-04-01" };

  test("a hub's exception opens the offer and leaves the conditions readable", () => {
    const school = facts({ stages: [stageIn("development", [2019, 2019])], overrides: [override] });
    const evaluation = evaluate("NCP26-09", school);
    expect(evaluation.outcome).toBe("open");
    expect(evaluation.override).toEqual(override);
    expect(states(evaluation)).toContain("never_taken never");
    expect(evaluate("NCP27-09", school).outcome).toBe("not_for_you");
  });

  test("it also lets a late application in, until the offer ends", () => {
    expect(evaluate("NCP26-09", facts({ today: "2026-07-10", overrides: [override] })).outcome).toBe("open");
    expect(evaluate("NCP26-09", facts({ today: "2027-08-30", overrides: [override] })).outcome).toBe(
      "not_yet",
    );
  });

  test("Targeted Support begins with a referral, whatever a hub excepts", () => {
    const support = { ...override, offerId: "TSM25-I" };
    const evaluation = evaluate("TSM25-I", facts({ overrides: [support] }));
    expect(evaluation.outcome).toBe("not_yet");
    expect(evaluation.conditions.at(-1)?.code).toBe("by_referral");
    expect(evaluation.startsSoonest).toBeUndefined();
  });
});
