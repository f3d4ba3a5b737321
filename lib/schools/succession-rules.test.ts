import { describe, expect, test } from "vitest";
import { type RegisterLink, type RegisterSchool, traceSuccession } from "./succession-rules";

const open: RegisterSchool = { open: true, closedOn: null };
const closed: RegisterSchool = { open: false, closedOn: "2023-08-31" };
/** Before there were Maths Hubs. */
const longClosed: RegisterSchool = { open: false, closedOn: "2009-08-31" };

/** Both schools name each other. */
function both(from: number, to: number, merged = ""): RegisterLink[] {
  return [
    { urn: from, linkUrn: to, linkType: `Successor${merged}` },
    { urn: to, linkUrn: from, linkType: `Predecessor${merged}` },
  ];
}

function trace(
  schools: Record<number, RegisterSchool>,
  links: readonly RegisterLink[],
  known: readonly number[] = [],
) {
  const bySchool = new Map(Object.entries(schools).map(([urn, school]) => [Number(urn), school]));
  const { heirs, doubts } = traceSuccession(bySchool, links, new Set(known));
  return { heirs: [...heirs], doubts };
}

describe("history follows by itself", () => {
  test("where one closed school names one open school and is named by it", () => {
    expect(trace({ 1: closed, 2: open }, both(1, 2))).toEqual({ heirs: [[1, 2]], doubts: [] });
  });

  test("along a chain, link by link", () => {
    const schools = { 1: closed, 2: closed, 3: closed, 4: open };
    const links = [...both(1, 2), ...both(2, 3), ...both(3, 4)];
    expect(trace(schools, links)).toEqual({
      heirs: [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      doubts: [],
    });
  });

  test("not from a school that is still open", () => {
    expect(trace({ 1: open, 2: open }, both(1, 2))).toEqual({ heirs: [], doubts: [] });
  });

  test("not along ties that are no succession", () => {
    const links = [{ urn: 1, linkUrn: 2, linkType: "Sixth Form Centre Link" }];
    expect(trace({ 1: closed, 2: open }, links)).toEqual({ heirs: [], doubts: [] });
  });
});

describe("a person decides", () => {
  test("where a school splits in two", () => {
    const { heirs, doubts } = trace({ 1: closed, 2: open, 3: open }, [...both(1, 2), ...both(1, 3)]);
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "branch", urns: [1, 2, 3] }]);
  });

  test("where two schools become one", () => {
    const { heirs, doubts } = trace({ 1: closed, 2: closed, 3: open }, [...both(1, 3), ...both(2, 3)]);
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "merger", urns: [1, 2, 3] }]);
  });

  test("where the register calls it a merger, even of one school", () => {
    const { heirs, doubts } = trace({ 1: closed, 2: open }, both(1, 2, " - merged"));
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "merger", urns: [1, 2] }]);
  });

  test("where an amalgamation does not say which way: from the closed school to the open one", () => {
    const { doubts } = trace({ 1: closed, 2: open }, [
      { urn: 2, linkUrn: 1, linkType: "Result of Amalgamation" },
    ]);
    expect(doubts).toEqual([{ kind: "merger", urns: [1, 2] }]);
  });

  test("where schools follow one another in a circle", () => {
    const { heirs, doubts } = trace({ 1: closed, 2: open }, [...both(1, 2), ...both(2, 1)]);
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "loop", urns: [1, 2] }]);
  });

  test("where only one of the two says so", () => {
    const { heirs, doubts } = trace({ 1: closed, 2: open }, [
      { urn: 2, linkUrn: 1, linkType: "Predecessor" },
    ]);
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "missing_link", urns: [1, 2] }]);
  });

  test("where the successor of a school with history here is not in the register", () => {
    const { heirs, doubts } = trace({ 1: closed }, both(1, 2), [1]);
    expect(heirs).toEqual([]);
    expect(doubts).toEqual([{ kind: "missing_link", urns: [1, 2] }]);
  });
});

describe("nobody is asked", () => {
  test("about schools that closed before there were hubs", () => {
    const schools = { 1: longClosed, 2: longClosed, 3: open };
    expect(trace(schools, [...both(1, 3), ...both(2, 3)])).toEqual({ heirs: [], doubts: [] });
  });

  test("unless their history is here", () => {
    const schools = { 1: longClosed, 2: longClosed, 3: open };
    const { doubts } = trace(schools, [...both(1, 3), ...both(2, 3)], [1]);
    expect(doubts).toEqual([{ kind: "merger", urns: [1, 3] }]);
  });

  test("about a school that names itself", () => {
    expect(trace({ 1: open }, both(1, 1))).toEqual({ heirs: [], doubts: [] });
  });
});
