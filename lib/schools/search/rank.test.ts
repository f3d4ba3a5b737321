import { expect, test } from "vitest";
import { readQuestion } from "./question";
import { rank } from "./rank";
import { searchText } from "./search-text";

const nothingNear = new Map<string, string[]>();

function school(
  name: string,
  town: string,
  extra: { urn?: number; open?: boolean; carriedOn?: boolean } = {},
) {
  const { urn = 100_001, open = true, carriedOn = false } = extra;
  const text = searchText({ urn, name, town, postcode: "TE1 1ST", places: ["Testshire"] });
  return { name, town, urn, open, carriedOn, searchText: text };
}

function first(text: string, schools: ReturnType<typeof school>[]) {
  const question = readQuestion(text);
  if (!question) throw new Error("It was not read");
  return rank(question, schools, nothingNear)[0];
}

test("the whole name comes before a longer one", () => {
  const long = school("Park Hill School", "Hallbeck");
  const exact = school("Park School", "Hallbeck", { urn: 100_002 });
  expect(first("park school hallbeck", [long, exact])).toBe(exact);
});

test("the town decides between namesakes, and says more than a county", () => {
  const there = school("St Joseph's Catholic Primary School", "Fernley", { urn: 100_002 });
  const county = school("St Joseph's Catholic Primary School", "Hallbeck");
  expect(first("st josephs fernley", [county, there])).toBe(there);
});

test("an open school comes before a closed one of its name, and one that is carried on before one that is gone", () => {
  const gone = school("Moorgate Primary School", "Hallbeck");
  const carriedOn = school("Moorgate Primary School", "Hallbeck", {
    urn: 100_002,
    open: false,
    carriedOn: true,
  });
  const open = school("Moorgate Primary Academy", "Hallbeck", { urn: 100_003 });
  const question = readQuestion("moorgate primary hallbeck");
  const closed = { ...gone, open: false };
  expect(question && rank(question, [closed, carriedOn, open], nothingNear)).toEqual([
    open,
    carriedOn,
    closed,
  ]);
});

test("words in the order of the name come first", () => {
  const turned = school("Hill Park School", "Hallbeck");
  const ordered = school("Park Hill School", "Hallbeck", { urn: 100_002 });
  expect(first("park hill", [turned, ordered])).toBe(ordered);
});

test("the same question always has the same answer, whatever order the rows come in", () => {
  const twins = [2, 1, 3].map((number) => school("Elmwood School", "Hallbeck", { urn: 100_000 + number }));
  expect(first("elmwood", twins)?.urn).toBe(100_001);
  expect(first("elmwood", [...twins].reverse())?.urn).toBe(100_001);
});
