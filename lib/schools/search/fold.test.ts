import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold";

describe("spellings of one thing are one", () => {
  test.each([
    ["St Mary's", ["Saint Mary's", "St. Mary’s", "st marys", "ST MARY‘S", "St Mary´s", "St Mary`s"]],
    [
      "Hallbeck CofE",
      ["Hallbeck C of E", "Hallbeck CE", "Hallbeck C.E.", "Hallbeck C. of E.", "Hallbeck Church of England"],
    ],
    ["Holy Family RC", ["Holy Family Catholic", "Holy Family Roman Catholic", "Holy Family R.C."]],
    ["Golborne & Maxilla", ["Golborne and Maxilla", "golborne maxilla"]],
    ["St Thomas à Becket", ["St Thomas A Becket", "saint thomas a becket"]],
    [
      "Hallbeck CEVC Primary",
      ["Hallbeck CE VC Primary", "Hallbeck Church of England Voluntary Controlled Primary"],
    ],
    ["Stoke-on-Trent", ["Stoke on Trent", "stoke  on trent"]],
  ])("%s", (name, others) => {
    for (const other of others) expect(fold(other)).toBe(fold(name));
  });

  test("no-break spaces and double spaces are spaces", () => {
    expect(fold("Hallbeck  Primary\u00a0School\u00a0")).toBe("hallbeck primary school");
  });

  test("initials stay one word, and the single letter of a name stays alone", () => {
    expect(fold("JFS")).toBe("jfs");
    expect(fold("North Star 82°")).toBe("north star 82");
    expect(fold("Thomas a Becket")).toBe("thomas a becket");
  });
});

test("folding twice changes nothing, whatever was typed", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
});

test("a folded text holds letters, figures and single spaces only", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) =>
      /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/.test(fold(text)),
    ),
  );
});
