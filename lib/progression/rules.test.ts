import { describe, expect, test } from "vitest";
import {
  canMoveRecommendation,
  type DecisionFacts,
  recommendationStatuses,
  whyNotDecide,
  whyNotRecommend,
} from "./rules";

const place = {
  placement: "started",
  stage: "development",
  phase: "primary",
  everDevelopment: true,
} as const;
const confirmed: DecisionFacts = {
  status: "confirmed",
  schoolContinues: true,
  phase: "primary",
  fromStage: "development",
  toStage: "embedding",
  everDevelopment: true,
};

describe("a recommendation", () => {
  test("moves from recommended to confirmed to decided, and back only by being withdrawn and made again", () => {
    const moves = recommendationStatuses.flatMap((from) =>
      recommendationStatuses.filter((to) => canMoveRecommendation(from, to)).map((to) => `${from} ${to}`),
    );
    expect(moves).toEqual([
      "recommended recommended",
      "recommended confirmed",
      "recommended withdrawn",
      "confirmed confirmed",
      "confirmed decided",
      "confirmed withdrawn",
      "withdrawn recommended",
    ]);
  });

  test("is made for a school that takes part in a rung of the ladder", () => {
    expect(whyNotRecommend(place, "embedding", undefined)).toBeUndefined();
    expect(whyNotRecommend({ ...place, placement: "accepted" }, "embedding", undefined)).toBe("not_started");
    expect(whyNotRecommend({ ...place, stage: null, phase: null }, "embedding", undefined)).toBe(
      "not_on_ladder",
    );
    expect(whyNotRecommend(place, "development", undefined)).toBe("never");
  });

  test("may be changed by the lead until the school has answered", () => {
    expect(whyNotRecommend(place, "sustaining", "recommended")).toBeUndefined();
    expect(whyNotRecommend(place, "sustaining", "withdrawn")).toBeUndefined();
    expect(whyNotRecommend(place, "sustaining", "confirmed")).toBe("school_answered");
    expect(whyNotRecommend(place, "sustaining", "decided")).toBe("school_answered");
  });
});

describe("the hub's decision", () => {
  const decide = (
    changes: Partial<DecisionFacts>,
    stage: DecisionFacts["toStage"] = "embedding",
    reason = "",
  ) => whyNotDecide({ ...confirmed, ...changes }, { stage, reason });

  test("follows the lead without a word", () => {
    expect(decide({})).toBeUndefined();
  });

  test("needs the school's yes first", () => {
    expect(decide({ status: "recommended", schoolContinues: null })).toBe("school_first");
    expect(decide({ schoolContinues: false })).toBe("school_pauses");
    expect(decide({ status: "decided" })).toBe("decided");
  });

  test("needs a reason to differ from the lead, to step back or to skip", () => {
    expect(decide({}, "sustaining")).toBe("reason_needed");
    expect(decide({}, "readiness")).toBe("reason_needed");
    expect(decide({ toStage: "readiness" }, "readiness")).toBe("reason_needed");
    expect(decide({}, "readiness", "A new headteacher and a new maths lead")).toBeUndefined();
  });

  test("never gives Development a second time, whatever the reason", () => {
    expect(decide({}, "development", "They asked")).toBe("never");
  });
});
