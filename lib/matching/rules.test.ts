import { describe, expect, test } from "vitest";
import {
  freedAnswerDate,
  isOpenRun,
  type MatchRunStatus,
  matchRunStatuses,
  mayBecome,
  whyNotAnswerBy,
  whyNotChoose,
  whyNotDiscard,
  whyNotPublish,
  whyNotReview,
} from "./rules";

const allowed: readonly (readonly [MatchRunStatus, MatchRunStatus])[] = [
  ["queued", "computing"],
  ["queued", "failed"],
  ["queued", "discarded"],
  ["computing", "computing"],
  ["computing", "computed"],
  ["computing", "failed"],
  ["computing", "discarded"],
  ["computed", "reviewed"],
  ["computed", "discarded"],
  ["reviewed", "published"],
  ["reviewed", "discarded"],
  ["published", "published"],
];

describe("a match run", () => {
  const pairs = matchRunStatuses.flatMap((from) => matchRunStatuses.map((to) => [from, to] as const));
  test.each(pairs)("%s may become %s only where the picture shows it", (from, to) => {
    expect(mayBecome(from, to)).toBe(allowed.some(([a, b]) => a === from && b === to));
  });

  test("is open until it is published, discarded or has failed", () => {
    expect(matchRunStatuses.filter(isOpenRun)).toEqual(["queued", "computing", "computed", "reviewed"]);
  });

  test("is reviewed when it is there, and published after that", () => {
    expect(whyNotReview({ status: "computing" })).toBe("not_computed");
    expect(whyNotReview({ status: "failed" })).toBe("wrong_status");
    expect(whyNotReview({ status: "computed" })).toBeUndefined();
    expect(whyNotPublish({ status: "queued" }, false)).toBe("not_computed");
    expect(whyNotPublish({ status: "computed" }, false)).toBe("not_reviewed");
    expect(whyNotPublish({ status: "reviewed" }, false)).toBeUndefined();
    expect(whyNotPublish({ status: "published" }, true)).toBe("newer_run");
    expect(whyNotPublish({ status: "discarded" }, false)).toBe("wrong_status");
  });

  test("is discarded while no school has heard", () => {
    expect(whyNotDiscard({ status: "reviewed" })).toBeUndefined();
    expect(whyNotDiscard({ status: "published" })).toBe("published");
    expect(whyNotDiscard({ status: "failed" })).toBe("wrong_status");
  });
});

test("schools answer from tomorrow on, and within three months", () => {
  expect(whyNotAnswerBy("2026-05-13", "2026-05-13")).toBe("answer_by_past");
  expect(whyNotAnswerBy("2026-05-14", "2026-05-13")).toBeUndefined();
  expect(whyNotAnswerBy("2026-08-13", "2026-05-13")).toBeUndefined();
  expect(whyNotAnswerBy("2026-08-14", "2026-05-13")).toBe("answer_by_far");
});

describe("one of two runs", () => {
  test("is chosen once both are there, broke off or were thrown away, and neither was published", () => {
    const choose = (chosen: MatchRunStatus, other: MatchRunStatus) =>
      whyNotChoose({ status: chosen }, { status: other });
    expect(choose("computed", "computing")).toBe("not_computed");
    expect(choose("queued", "computed")).toBe("not_computed");
    for (const other of ["computed", "reviewed", "failed", "discarded"] as const)
      expect(choose("computed", other)).toBeUndefined();
    expect(choose("failed", "computed")).toBe("wrong_status");
    expect(choose("discarded", "reviewed")).toBe("wrong_status");
    expect(choose("computed", "published")).toBe("wrong_status");
  });
});

describe("the offer of a place that came free", () => {
  test.each([
    [null, "2026-05-28"],
    ["2026-05-29", "2026-05-28"],
    ["2026-05-28", "2026-05-27"],
    ["2026-05-16", "2026-05-15"],
    ["2026-05-15", undefined],
    ["2026-05-12", undefined],
  ])("made on 13 May for a group that first meets on %s is to be answered by %s", (firstOn, by) => {
    expect(freedAnswerDate("2026-05-13", firstOn)).toBe(by);
  });
});
