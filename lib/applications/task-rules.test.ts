import { expect, test } from "vitest";
import { firstTask, type TaskFacts } from "./task-rules";

const today = "2026-05-20";

function application(facts: Partial<TaskFacts>): TaskFacts {
  return {
    decision: "draft",
    placement: "unplaced",
    answerBy: null,
    closesOn: "2026-06-26",
    suggestionIsDraft: false,
    ...facts,
  };
}

const draft = application({});
const withHead = application({ decision: "awaiting_headteacher", closesOn: "2026-05-29" });
const redirected = application({ decision: "redirected", suggestionIsDraft: true });
const offered = application({ decision: "approved", placement: "offered", answerBy: "2026-06-12" });

test("a place that waits for an answer comes before a headteacher, a suggestion and a draft", () => {
  const all = [draft, redirected, withHead, offered];
  const kinds = all.map((_, at) => firstTask(all.slice(0, at + 1), today)?.kind);
  expect(kinds).toEqual(["send_draft", "read_suggestion", "ask_headteacher", "answer_place"]);
});

test("of two alike the one that runs out first", () => {
  const sooner = application({ decision: "approved", placement: "offered", answerBy: "2026-06-01" });
  expect(firstTask([offered, sooner], today)?.application).toBe(sooner);
  expect(firstTask([sooner, offered], today)).toMatchObject({ application: sooner, by: "2026-06-01" });
});

test("nothing that is with the hub, is over, or can no longer be sent is a thing to do", () => {
  const nothing = [
    application({ decision: "submitted" }),
    application({ decision: "approved", placement: "waiting" }),
    application({ decision: "approved", placement: "accepted" }),
    application({ decision: "redirected" }),
    application({ closesOn: "2026-05-19" }),
    application({ decision: "withdrawn" }),
  ];
  expect(firstTask(nothing, today)).toBeUndefined();
  expect(firstTask([application({ closesOn: today })], today)?.kind).toBe("send_draft");
});
