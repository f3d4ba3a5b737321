import { describe, expect, test } from "vitest";
import { matchSized } from "../match-sized";
import { matchNumbers } from "../rules";
import { aGroup, anApplication, anInput } from "../testing/match-input-samples";
import { matchInThread } from "./match-in-thread";

const settings = { work: matchNumbers.exactWork };

describe("a match in a thread", () => {
  test("gives the same bytes as one without", async () => {
    const groups = [aGroup({ id: "g", capacity: 1 }), aGroup({ id: "h", weekday: 3, minimum: 2 })];
    const applications = ["a", "b", "c"].map((id) => anApplication({ id }));
    const input = anInput({ groups, applications });
    const answer = await matchInThread(input, settings, 30);
    expect(JSON.stringify(answer)).toBe(JSON.stringify({ outcome: await matchSized(input, settings) }));
  });

  test("says what is wrong with an input that contradicts itself", async () => {
    const input = anInput({ applications: [anApplication({ school: "nowhere" })] });
    expect(await matchInThread(input, settings, 30)).toEqual({ fault: expect.stringContaining("nowhere") });
  });

  test("is ended when it takes too long, so that it can be tried again", async () => {
    await expect(matchInThread(anInput({}), settings, 0.001)).rejects.toThrow("ended without an answer");
  });
});
