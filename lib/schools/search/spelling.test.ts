import fc from "fast-check";
import { expect, test } from "vitest";
import { areNear, spellingForms } from "./spelling";

const word = fc.stringMatching(/^[a-z]{5,12}$/);
const letter = fc.stringMatching(/^[a-z]$/);

test("a word with one letter wrong, missing or too many, or two letters swapped, is near the word", () => {
  fc.assert(
    fc.property(word, letter, fc.nat(), (right, other, place) => {
      const at = place % (right.length - 1);
      const [before, after] = [right.slice(0, at), right.slice(at + 1)];
      const swapped = before + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      for (const wrong of [before + other + after, before + after, before + other + right.slice(at), swapped])
        expect(areNear(wrong, right)).toBe(true);
    }),
  );
});

test("two slips are not near", () => {
  expect(areNear("harogat", "harrogate")).toBe(false);
  expect(areNear("oswins", "oswald")).toBe(false);
});

test("short words and figures are not guessed at", () => {
  expect(areNear("jfs", "jfk")).toBe(false);
  expect(areNear("hg12ab", "hg12ac")).toBe(false);
  expect(spellingForms("jfs")).toEqual(["jfs"]);
});
