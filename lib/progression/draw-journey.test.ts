import { describe, expect, test } from "vitest";
import { drawJourney, type JourneyFacts } from "./draw-journey";

const nothing: JourneyFacts = { today: "2026-05-13", periods: [], places: [], cases: [], decided: [] };

function period(
  stage: JourneyFacts["periods"][number]["stage"],
  from: number,
  to: number | null,
  values: Partial<JourneyFacts["periods"][number]> = {},
): JourneyFacts["periods"][number] {
  return {
    phase: "primary",
    stage,
    startedOn: `${from}-09-01`,
    finishedOn: to === null ? null : `${to + 1}-08-31`,
    outcome: to === null ? null : "completed",
    note: null,
    lead: null,
    ...values,
  };
}

function place(values: Partial<JourneyFacts["places"][number]>): JourneyFacts["places"][number] {
  return {
    programme: "Mastering Number at Reception and KS1",
    strand: "mastering_number",
    stage: null,
    phase: null,
    academicYear: 2025,
    decision: "approved",
    placement: "started",
    ...values,
  };
}

function told(facts: Partial<JourneyFacts>): string[] {
  return drawJourney({ ...nothing, ...facts }).strands.flatMap(({ title, bars }) =>
    bars.map((bar) =>
      [`${title}:`, bar.years, bar.kind, bar.label, bar.note && `(${bar.note})`].filter(Boolean).join(" "),
    ),
  );
}

const hallbeck: Partial<JourneyFacts> = {
  periods: [
    period("readiness", 2019, 2019),
    period("development", 2020, 2020),
    period("embedding", 2021, 2021, { note: "New headteacher" }),
    period("sustaining", 2024, 2024, { lead: "Ann Old" }),
    period("sustaining", 2025, null, { lead: "Daniel Whitlock" }),
  ],
  cases: [{ level: "intensive", status: "closed", openedOn: "2023-10-02", closedOn: "2024-07-12" }],
  places: [
    place({ academicYear: 2024, placement: "completed" }),
    place({}),
    place({
      stage: "sustaining",
      phase: "primary",
      strand: "teaching_for_mastery",
      academicYear: 2026,
      decision: "submitted",
      placement: "unplaced",
    }),
  ],
};

describe("the drawn journey", () => {
  test("merges years, shows a break with its words, support below and what is asked for dashed", () => {
    expect(told(hallbeck)).toEqual([
      "Teaching for Mastery: 2019/20 readiness Readiness",
      "Teaching for Mastery: 2020/21 development Development",
      "Teaching for Mastery: 2021/22 embedding Embedding",
      "Teaching for Mastery: 2022/23 to 2023/24 break Break (New headteacher)",
      "Teaching for Mastery: 2024/25 to 2025/26 sustaining Sustaining (with Daniel Whitlock)",
      "Teaching for Mastery: 2026/27 next Sustaining (applied)",
      "Targeted Support: 2023/24 support Intensive (ended July)",
      "Mastering Number: 2024/25 to 2025/26 number Mastering Number at Reception and KS1",
    ]);
  });

  test("puts each bar in the columns of its years", () => {
    const { years, strands } = drawJourney({ ...nothing, ...hallbeck });
    expect(years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(strands[0]?.bars.map(({ column, columns }) => [column, columns])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 2],
      [6, 2],
      [8, 1],
    ]);
  });

  test("keeps to eight columns and still tells the true years of a bar that began earlier", () => {
    const { years, strands } = drawJourney({ ...nothing, periods: [period("sustaining", 2014, null)] });
    expect(years).toHaveLength(8);
    expect(strands[0]?.bars).toMatchObject([{ column: 1, columns: 8, years: "2014/15 to 2025/26" }]);
  });

  test("does not stretch a first year over the page", () => {
    const { years, strands } = drawJourney({ ...nothing, periods: [period("development", 2025, null)] });
    expect(years).toEqual([2022, 2023, 2024, 2025]);
    expect(strands[0]?.bars).toMatchObject([{ column: 4, columns: 1 }]);
  });

  test("says that a school is on a break until it comes back", () => {
    expect(told({ periods: [period("sustaining", 2022, 2023)] })).toEqual([
      "Teaching for Mastery: 2022/23 to 2023/24 sustaining Sustaining",
      "Teaching for Mastery: 2024/25 to 2025/26 break Break",
    ]);
  });

  test("draws secondary Embedding beside Sustaining", () => {
    const periods = [
      period("embedding", 2025, null, { phase: "secondary" }),
      period("sustaining", 2025, null, { phase: "secondary" }),
    ];
    expect(told({ periods })).toEqual([
      "Teaching for Mastery: 2025/26 embedding Embedding",
      "Teaching for Mastery: 2025/26 sustaining Sustaining",
    ]);
  });

  test("shows what the hub has agreed until the school has applied for it", () => {
    const decided = [{ phase: "primary" as const, stage: "embedding" as const, academicYear: 2026 }];
    const periods = [period("development", 2025, null)];
    expect(told({ periods, decided }).at(-1)).toBe(
      "Teaching for Mastery: 2026/27 next Embedding (agreed by the hub)",
    );
    const draft = place({
      stage: "embedding",
      phase: "primary",
      strand: "teaching_for_mastery",
      academicYear: 2026,
      decision: "draft",
      placement: "unplaced",
    });
    expect(told({ periods, decided, places: [draft] }).slice(1)).toEqual([
      "Teaching for Mastery: 2026/27 next Embedding (not sent yet)",
    ]);
  });

  test("does not run a stage that ended early on into the next year", () => {
    const periods = [
      period("development", 2024, 2024, { outcome: "withdrew", finishedOn: "2025-01-20" }),
      period("development", 2025, null),
    ];
    expect(told({ periods })).toEqual([
      "Teaching for Mastery: 2024/25 development Development (ended early)",
      "Teaching for Mastery: 2025/26 development Development",
    ]);
  });

  test("is empty where nothing is known", () => {
    expect(drawJourney(nothing)).toEqual({ years: [], strands: [] });
  });
});
