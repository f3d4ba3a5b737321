import { describe, expect, it } from "vitest";
import { readTable } from "./read-table";

const hubs = readTable<"code" | "slug" | "email" | "telephone">("hubs.csv");
const authorities = readTable<"code" | "hub" | "investment_area" | "priority_districts">(
  "local-authorities.csv",
);
const neighbours = new Map(
  readTable<"hub" | "neighbours">("hub-neighbours.csv").map((row) => [
    row.hub,
    new Set(row.neighbours.split(" ")),
  ]),
);
const codes = new Set(hubs.map((hub) => hub.code));

describe("the reference data of hubs", () => {
  it("has 40 hubs with a code, an address and a telephone number of their own", () => {
    expect(hubs).toHaveLength(40);
    for (const column of ["code", "slug", "email", "telephone"] as const)
      expect(new Set(hubs.map((hub) => hub[column])).size, column).toBe(40);
  });

  it("invents contact details that reach nobody", () => {
    for (const hub of hubs) {
      expect(hub.email).toMatch(/^[a-z0-9-]+@maths-hubs\.example$/);
      expect(hub.telephone).toMatch(/^01632 960\d{3}$/);
    }
  });

  it("gives each of the 153 local authorities a hub that exists, and each hub an authority", () => {
    expect(new Set(authorities.map((authority) => authority.code)).size).toBe(153);
    expect(new Set(authorities.map((authority) => authority.hub))).toEqual(codes);
  });

  it("counts 55 investment areas, 18 whole priority areas and 6 authorities with priority districts", () => {
    expect(authorities.filter((authority) => authority.investment_area === "yes")).toHaveLength(55);
    expect(authorities.filter((authority) => authority.priority_districts === "all")).toHaveLength(18);
    expect(authorities.filter(({ priority_districts: cell }) => cell !== "" && cell !== "all")).toHaveLength(
      6,
    );
  });

  it("draws every border from both sides, and none from a hub to itself", () => {
    expect(new Set(neighbours.keys())).toEqual(codes);
    for (const [hub, others] of neighbours)
      for (const other of others) {
        expect(neighbours.get(other)?.has(hub), `${other} next to ${hub}`).toBe(true);
        expect(other).not.toBe(hub);
      }
  });
});
