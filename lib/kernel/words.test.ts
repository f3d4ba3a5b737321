import { expect, test } from "vitest";
import { capital, count, listWords } from "./words";

test("a list reads as somebody would say it", () => {
  expect(listWords([])).toBe("");
  expect(listWords(["Monday"])).toBe("Monday");
  expect(listWords(["Monday", "Tuesday", "Friday"], "or")).toBe("Monday, Tuesday or Friday");
  expect(listWords(["one is in another hub, which you did not choose", "four are farther"])).toBe(
    "one is in another hub, which you did not choose, and four are farther",
  );
  expect(listWords(["Wednesday (1, online)", "Friday (2)"], "or")).toBe(
    "Wednesday (1, online) or Friday (2)",
  );
});

test("what is counted stands in its number, a thousand with its comma", () => {
  expect([count(1, "school"), count(0, "school"), count(2, "person", "people")]).toEqual([
    "1 school",
    "0 schools",
    "2 people",
  ]);
  expect(capital(count(12_345, "place"))).toBe("12,345 places");
});
