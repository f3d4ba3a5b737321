import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { CastName } from "@/db/testing/cast";
import { pagesStandInTheMatrix } from "@/scripts/structure/pages";
import { readSources } from "@/scripts/structure/source-file";
import { openGiven } from "../fixtures/given";
import { strangeAddresses } from "./addresses";
import { type PageRow, pageMatrix } from "./page-matrix";
import { buildPageWorld, type PageWorld } from "./page-world";

type Answer = "opens" | "404" | "asks to sign in" | `status ${number}`;

/** Who tries a page that is for everyone: roles make no difference there. */
const aFew = ["visitor", "nobody", "school_maths_lead", "hub_lead"] as const;
/** How many ask at once. */
const AT_ONCE = 6;

// One world for all rows: a worker of its own, one row after the other.
test.describe.configure({ mode: "default", timeout: 180_000 });
let world: PageWorld;

test.beforeAll(async ({ baseURL }) => {
  const { given, close } = openGiven(baseURL ?? "");
  world = await buildPageWorld(given);
  await close();
});

test("every page and route handler has its row, and no row is left over", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const sources = readSources(root, ["app", "e2e/access"], /\.tsx?$/);
  expect(pagesStandInTheMatrix(sources).map(({ path, sentence }) => `${path}\n${sentence}`)).toEqual([]);
});

for (const row of pageMatrix) {
  test(row.about ? `${row.page}: ${row.about}` : row.page, async ({ baseURL }) => {
    const address = `${baseURL}${fill(row)}`;
    const names = row.opens === "everyone" ? aFew : [...world.cast.keys()];
    const answers = new Map<CastName, Answer>();
    for (let first = 0; first < names.length; first += AT_ONCE)
      await Promise.all(
        names.slice(first, first + AT_ONCE).map(async (name) => {
          answers.set(name, await ask(address, world.cast.get(name)));
        }),
      );
    const expected = names.map((name) => [name, expectedFor(row, name)] as const);
    expect(Object.fromEntries(names.map((name) => [name, answers.get(name)]))).toEqual(
      Object.fromEntries(expected),
    );
  });
}

function fill({ page, with: instead = {} }: PageRow): string {
  return page.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, part: string) => {
    const id = world.ids[instead[part] ?? part];
    if (!id) throw new Error(`page-world.ts has no id for [${part}] of ${page}: add one to buildPageWorld`);
    return id;
  });
}

function expectedFor({ opens, visitors }: PageRow, name: CastName): Answer {
  const open = typeof opens === "string" ? opens === "everyone" || name !== "visitor" : opens.includes(name);
  if (open) return "opens";
  return name === "visitor" && visitors === undefined ? "asks to sign in" : "404";
}

/** Asks for a page as a browser does, without following where it leads. Whatever opens shows only addresses of ids. */
async function ask(address: string, secret: string | undefined): Promise<Answer> {
  const answer = await fetch(address, {
    redirect: "manual",
    headers: secret ? { cookie: `mathshubs.session=${secret}` } : {},
  });
  const text = await answer.text();
  const to = answer.headers.get("location");
  if (to !== null) {
    expect(strangeAddresses(`<a href="${to}">`), `${address} leads to`).toEqual([]);
    return new URL(to, address).searchParams.has("to") ? "asks to sign in" : "opens";
  }
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  if (answer.status === 404) {
    if (isPage) expect(text, `${address} says so kindly`).toContain("Page not found");
    return "404";
  }
  if (isPage) expect(strangeAddresses(text), `addresses on ${address}`).toEqual([]);
  return answer.ok ? "opens" : `status ${answer.status}`;
}
