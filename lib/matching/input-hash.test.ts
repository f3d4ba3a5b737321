import { describe, expect, test } from "vitest";
import { hashMatchInput } from "./input-hash";
import { aGroup, anInput } from "./testing/match-input-samples";

describe("hashMatchInput", () => {
  test("depends on what is said, not on the order", () => {
    const input = anInput({ groups: [aGroup({ id: "a" }), aGroup({ id: "b" })] });
    const turned = { ...input, groups: input.groups.toReversed(), policy: turnedKeys(input.policy) };
    expect(hashMatchInput(turned)).toBe(hashMatchInput(input));
    expect(hashMatchInput({ ...input, groups: [aGroup({ id: "a" })] })).not.toBe(hashMatchInput(input));
    expect(hashMatchInput(input)).toMatch(/^[0-9a-f]{64}$/);
  });
});

function turnedKeys<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).reverse()) as Value;
}
