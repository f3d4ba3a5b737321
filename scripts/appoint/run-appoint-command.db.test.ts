import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { grants, people } from "@/db/schema/people";
import { aHub } from "@/db/testing/factories";
import { testContext } from "@/db/testing/test-context";
import { systemActor } from "@/lib/access/actor";
import { runAppointCommand } from "./run-appoint-command";

const t = testContext();

async function appoint(...argv: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runAppointCommand(argv, t.as(systemActor("appoint")), {
    say: (line) => said.push(line),
    complain: (sentence) => complained.push(sentence),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const ada = ["--name", "Ada Okonjo", "--email", "ada@national.example"];

async function rolesOf(email: string) {
  return t.db
    .select({ role: grants.role, hubId: grants.hubId, phase: grants.phase })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(eq(people.email, email));
}

test("the first person of the national team gets in, and running it again changes nothing", async () => {
  for (const _ of ["first", "second"]) {
    const { code, said, complained } = await appoint(...ada, "--role", "national_team");
    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    expect(said).not.toMatch(/ada|okonjo/i);
  }
  expect(await rolesOf("ada@national.example")).toEqual([
    { role: "national_team", hubId: null, phase: null },
  ]);
});

test("a hub's people are appointed to their hub by its code", async () => {
  const hub = await aHub(t.db);
  const assistant = ["--role", "assistant_hub_lead", "--phase", "primary", "--hub", hub.code.toLowerCase()];
  expect((await appoint(...ada, ...assistant)).said).toContain(hub.name);
  expect(await rolesOf("ada@national.example")).toEqual([
    { role: "assistant_hub_lead", hubId: hub.id, phase: "primary" },
  ]);
});

test.each([
  ["nothing", [], /--name: .*\n--email: .*\n--role: /],
  ["a role that does not exist", [...ada, "--role", "boss"], /--role: .*--help/],
  ["an address without an @", ["--name", "Ada", "--email", "ada", "--role", "operator"], /name@example\.org/],
  ["a hub's role without the hub", [...ada, "--role", "hub_lead"], /A role of a hub needs the hub/],
  ["a hub that does not exist", [...ada, "--role", "hub_lead", "--hub", "NOPE"], /No hub has the code NOPE/],
  ["an assistant without a phase", [...ada, "--role", "assistant_hub_lead", "--hub", "own"], /--phase: /],
  ["a word too many", ["ada", ...ada], /--help/],
])("%s is answered with what to do, and nobody is appointed", async (_, argv, sentence) => {
  const hub = await aHub(t.db);
  const { code, complained } = await appoint(...argv.map((word) => (word === "own" ? hub.code : word)));
  expect(code).toBe(64);
  expect(complained).toMatch(sentence);
  expect(await rolesOf("ada@national.example")).toEqual([]);
});

test("--help says how", async () => {
  const { code, said } = await appoint("--help");
  expect(code).toBe(0);
  expect(said).toContain("national_team, operator, hub_lead");
});
