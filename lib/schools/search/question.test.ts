import { expect, test } from "vitest";
import { readQuestion, SHORTEST_QUESTION } from "./question";
import { asMeant, asNearlyMeant, asTyped } from "./text-query";

function wordsOf(text: string): readonly string[] {
  return readQuestion(text)?.words ?? [];
}

test("a postcode is the same word with and without its space", () => {
  expect(wordsOf("HG1 2AB").at(-1)).toBe("hg12ab");
  expect(wordsOf("hg12ab")).toEqual(["hg12ab"]);
});

test("half a postcode with its space is looked for in its own district: OX2 9 is not OX29", () => {
  expect(wordsOf("OX2 9")).toEqual(["ox2", "ox29"]);
});

test("a URN may be called one", () => {
  expect(wordsOf("URN 137221")).toEqual(["137221"]);
  expect(wordsOf("urn: 137221")).toEqual(["137221"]);
});

test("Church of England is known with a slip in it", () => {
  expect(wordsOf("Hallbeck Churh of Englnad")).toEqual(["hallbeck", "ce"]);
});

test(`fewer than ${SHORTEST_QUESTION} letters are not looked for`, () => {
  for (const text of ["", "  ", "st", "'’'", "&"]) expect(readQuestion(text)).toBeUndefined();
});

test("a text without end is cut, and no sign of it reaches the query", () => {
  const question = readQuestion("oak & | ! ( ) : * ' \\ <-> elm ".repeat(1000));
  expect(asTyped(question ?? { words: [], telling: [], vague: true })).toBe("(oak | oaks) & elm:*");
});

test("the last word may go on, and what every school has need not be there", () => {
  const question = readQuestion("st oswalds primary hallbe");
  if (!question) throw new Error("It was not read");
  expect(asTyped(question)).toBe("st & (oswalds | oswaldss | oswald) & primary & hallbe:*");
  expect(asMeant(question, new Map([["hallbe", ["hallbeck"]]]))).toBe("(oswalds:*) & (hallbe:* | hallbeck)");
  expect(asNearlyMeant(question, new Map())).toBeUndefined();
});

test("a name that ends in s has its possessive too: St James finds St James's", () => {
  const question = readQuestion("st james hallbeck");
  expect(asTyped(question ?? { words: [], telling: [], vague: true })).toBe(
    "st & (james | jamess | jame) & hallbeck:*",
  );
});
