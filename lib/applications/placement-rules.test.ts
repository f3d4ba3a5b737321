import { describe, expect, it, test } from "vitest";
import {
  canMovePlacement,
  holdsPlace,
  placements,
  placementTransitions,
  whyNotAnswerOffer,
  whyNotOffer,
  whyNotWait,
} from "./placement-rules";

const application = {
  decision: "approved",
  placement: "unplaced",
  offerId: "offer",
  workGroupId: null,
  answerBy: null,
} as const;
const offered = {
  ...application,
  placement: "offered",
  workGroupId: "group",
  answerBy: "2026-06-26",
} as const;
const group = { id: "group", offerId: "offer", status: "recruiting", maximumSchools: 12 };
const facts = { held: 11, answerBy: "2026-06-26", today: "2026-06-10" };

describe("the placement's lifecycle", () => {
  const allowed = new Set([
    "unplaced>proposed",
    "unplaced>offered",
    "unplaced>waiting",
    "unplaced>withdrawn",
    "proposed>unplaced",
    "proposed>offered",
    "proposed>waiting",
    "proposed>withdrawn",
    "offered>accepted",
    "offered>declined",
    "offered>lapsed",
    "offered>waiting",
    "offered>unplaced",
    "offered>withdrawn",
    "accepted>started",
    "accepted>waiting",
    "accepted>withdrawn",
    "started>completed",
    "started>paused",
    "started>waiting",
    "started>withdrawn",
    "waiting>proposed",
    "waiting>offered",
    "waiting>unplaced",
    "waiting>withdrawn",
    "declined>offered",
    "declined>unplaced",
    "lapsed>offered",
    "lapsed>unplaced",
    "paused>started",
    "paused>waiting",
    "paused>withdrawn",
  ]);

  test.each(placements.flatMap((from) => placements.map((to) => [from, to] as const)))(
    "%s to %s",
    (from, to) => {
      expect(canMovePlacement(from, to)).toBe(allowed.has(`${from}>${to}`));
    },
  );

  it("ends in completion or withdrawal", () => {
    expect(placements.filter((placement) => placementTransitions[placement].length === 0)).toEqual([
      "completed",
      "withdrawn",
    ]);
  });

  it("takes a place only by an offer, and nobody comes back to one by another way", () => {
    const into = placements.filter(
      (from) => !holdsPlace(from) && placementTransitions[from].some(holdsPlace),
    );
    expect(into.every((from) => placementTransitions[from].filter(holdsPlace).join() === "offered")).toBe(
      true,
    );
    expect(into).toEqual(["unplaced", "proposed", "waiting", "declined", "lapsed"]);
  });
});

describe("offering a place", () => {
  test.each([
    ["the last free one", {}, {}, {}, undefined],
    ["one too many", {}, {}, { held: 12 }, "group_full"],
    ["in a group that was made smaller", {}, { maximumSchools: 8 }, {}, "group_full"],
    ["after a lapse", { placement: "lapsed" }, {}, {}, undefined],
    ["to somebody who holds one", { placement: "accepted" }, {}, {}, "not_unplaced"],
    ["before the decision", { decision: "submitted" }, {}, {}, "not_approved"],
    ["after withdrawal", { decision: "withdrawn", placement: "withdrawn" }, {}, {}, "withdrawn"],
    ["of another programme", {}, { offerId: "another" }, {}, "other_offer"],
    ["in a cancelled group", {}, { status: "cancelled" }, {}, "group_not_open"],
    ["in a group that is only planned", {}, { status: "planned" }, {}, "group_not_open"],
    ["to be answered yesterday", {}, {}, { answerBy: "2026-06-09" }, "answer_by_past"],
    ["to be answered today", {}, {}, { answerBy: "2026-06-10" }, undefined],
  ] as const)("%s", (_, ofApplication, ofGroup, more, refusal) => {
    const why = whyNotOffer(
      { ...application, ...ofApplication },
      { ...group, ...ofGroup },
      { ...facts, ...more },
    );
    expect(why).toBe(refusal);
  });
});

describe("answering", () => {
  test.each([
    ["on the last date", offered, "2026-06-26", undefined],
    ["a day late, though nothing has lapsed yet", offered, "2026-06-27", "place_lapsed"],
    ["after the lapse", { ...offered, placement: "lapsed" }, "2026-06-20", "place_lapsed"],
    ["what is not on offer", application, "2026-06-20", "no_offer"],
    [
      "what was another group when it was read",
      { ...offered, workGroupId: "other" },
      "2026-06-20",
      "changed_meanwhile",
    ],
  ] as const)("%s", (_, facts, today, refusal) => {
    expect(whyNotAnswerOffer(facts, { workGroupId: "group", today })).toBe(refusal);
  });
});

test("waiting is for approved applications without a place", () => {
  expect(whyNotWait(application)).toBeUndefined();
  expect(whyNotWait({ ...application, placement: "waiting" })).toBeUndefined();
  expect(whyNotWait({ ...application, decision: "submitted" })).toBe("not_approved");
  expect(whyNotWait({ ...application, decision: "withdrawn", placement: "withdrawn" })).toBe("withdrawn");
  expect(whyNotWait(offered)).toBe("not_unplaced");
});
