import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { governmentAssets, pagesWithoutNonce } from "../checks/built-files.mjs";
import { createSteps } from "../checks/steps.mjs";
import { missingPlatforms } from "../complete-lock.mjs";
import { canReach } from "./account.mjs";
import { checkNode, isInstalled } from "./packages.mjs";
import { freePortFrom, isFree } from "./ports.mjs";
import { hashSources } from "./sources.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "maths-hubs-launcher-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | object) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
}

test.each([
  ["20.18.3", false],
  ["20.19.0", true],
  ["22.0.0", true],
  ["18.20.0", false],
])("Node %s will do: %s", (version, will) => {
  if (will) expect(() => checkNode(version)).not.toThrow();
  else expect(() => checkNode(version)).toThrow("Node 20.19");
});

describe("packages", () => {
  const lock = (packages: object) => write("package-lock.json", { packages: { "": {}, ...packages } });
  const installed = (packages: object) => write("node_modules/.package-lock.json", { packages });

  test("are in place when exactly what the lock file says is there", () => {
    lock({
      "node_modules/a": { version: "1.0.0" },
      "node_modules/mac": { version: "1.0.0", optional: true },
    });
    installed({ "node_modules/a": { version: "1.0.0" } });
    expect(isInstalled(folder)).toBe(true);
  });

  test.each<[string, object | undefined]>([
    ["nothing is installed", undefined],
    ["another version is installed", { "node_modules/a": { version: "0.9.0" } }],
    ["one is missing", {}],
  ])("are not when %s", (_, there) => {
    lock({ "node_modules/a": { version: "1.0.0" } });
    if (there) installed(there);
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("the lock file", () => {
  test("is given the platforms that are named and nowhere described", () => {
    const parent = {
      dev: true,
      optionalDependencies: { "@a/b-linux-x64-musl": "1.2.3", fsevents: "~2.3.2" },
    };
    expect(missingPlatforms({ "node_modules/@a/b": parent })).toEqual({
      "node_modules/@a/b-linux-x64-musl": {
        ...{ version: "1.2.3", cpu: ["x64"], libc: ["musl"], os: ["linux"], dev: true, optional: true },
      },
    });
  });

  test("of this project describes every platform, so that npm ci works on all of them", () => {
    const { packages } = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8"),
    );
    expect(Object.keys(missingPlatforms(packages))).toEqual([]);
  });
});

describe("the mark of the sources", () => {
  test("changes with a file's content and name, and not with tests", () => {
    write("app/page.tsx", "one");
    const before = hashSources(["app"], folder);
    write("app/page.test.tsx", "test");
    expect(hashSources(["app"], folder)).toBe(before);
    write("app/page.tsx", "two");
    expect(hashSources(["app"], folder)).not.toBe(before);
    expect(hashSources(["app", "gone"], folder)).toBe(hashSources(["app"], folder));
  });
});

describe("ports", () => {
  test("a busy one is passed over for the next", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const busy = typeof address === "object" && address ? address.port : 0;
    expect(await isFree(busy)).toBe(false);
    expect(await freePortFrom(busy)).toBeGreaterThan(busy);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("an account", () => {
  test("of our own reaches everything, another not a private folder", () => {
    const inner = mkdtempSync(join(folder, "private-"));
    expect(canReach(inner, {})).toBe(true);
    expect(canReach(inner, { uid: 4_294_000, gid: 4_294_000 })).toBe(false);
    expect(canReach("/", { uid: 4_294_000, gid: 4_294_000 })).toBe(true);
  });
});

describe("built files", () => {
  test.each([
    ["static/a.css", "@font-face{font-family:GDS Transport}", "the typeface"],
    ["static/b.css", "url(/assets/images/govuk-crest.svg)", "the crest"],
    ["static/govuk-opengraph-image.png", "", "an image"],
  ])("%s gives away something of the government's", (name, text, what) => {
    write(name, text);
    expect(governmentAssets([folder])).toEqual([expect.stringContaining(what)]);
  });

  test("of our own pass", () => {
    write("static/a.css", ".govuk-button{font-family:Atkinson Hyperlegible Next}");
    expect(governmentAssets([folder])).toEqual([]);
  });

  test("a page rendered at build time is found: its scripts have no nonce", () => {
    const routes = { "/": { dataRoute: "/index.rsc" }, "/icon.svg": { dataRoute: null } };
    write("prerender-manifest.json", { routes });
    expect(pagesWithoutNonce(folder)).toEqual([expect.stringMatching(/^\/ is rendered/)]);
  });
});

test("steps add up: counts as they are, others as one, a crash as a failure", async () => {
  const { step, total, failed } = createSteps({ only: ["a", "b", "c"] });
  await step("a", () => ({ passed: 5, failed: 2 }));
  await step("b", () => "done");
  await step("c", () => Promise.reject(new Error("crashed")));
  await step("d", () => ({ passed: 100, failed: 0 }));
  expect(total).toEqual({ passed: 6, failed: 3 });
  expect(failed).toEqual(["a", "c"]);
});
