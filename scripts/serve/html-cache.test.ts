import { describe, expect, test } from "vitest";
import { bodyWithNonce, createHtmlCache } from "./html-cache.mjs";
import { newNonce } from "./nonce.mjs";

const NONCE = "abcdefghijklmnopqrstuvwx";
const noon = Date.parse("2026-05-13T11:00:00Z");

function page(text = "hello", storable = true) {
  const body = Buffer.from(`<script nonce="${NONCE}">${text}</script><i title="£${NONCE}">`);
  return { status: 200, headers: { "content-type": "text/html" }, body, nonce: NONCE, storable };
}

function cacheAt(moment = noon, limits: { maxEntries?: number; maxBytes?: number } = {}) {
  const clock = { time: moment };
  const cache = createHtmlCache({ now: () => clock.time, ...limits });
  cache.enable();
  return { cache, clock };
}

const rendered = (text?: string, storable?: boolean) => async () => page(text, storable);

describe("keeping", () => {
  test("a page is found again under its key", async () => {
    const { cache } = cacheAt();
    await cache.render("/", rendered());
    expect(cache.find("/")?.body.toString()).toContain("hello");
    expect(cache.find("/hubs")).toBeUndefined();
  });

  test("nothing is kept while nobody listens for changes", async () => {
    const { cache } = cacheAt();
    cache.disable();
    await cache.render("/", rendered());
    expect(cache.find("/")).toBeUndefined();
  });

  test("an answer that is a person's own, or an error, is not kept", async () => {
    const { cache } = cacheAt();
    await cache.render("/", rendered("own", false));
    expect(cache.find("/")).toBeUndefined();
  });

  test("a page goes after ten minutes", async () => {
    const { cache, clock } = cacheAt();
    await cache.render("/", rendered());
    clock.time += 599_999;
    expect(cache.find("/")).toBeDefined();
    clock.time += 1;
    expect(cache.find("/")).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  test("a page goes at midnight in London, an hour before it in UTC in summer", async () => {
    const { cache, clock } = cacheAt(Date.parse("2026-07-01T22:58:00Z"));
    await cache.render("/", rendered());
    clock.time = Date.parse("2026-07-01T22:59:59Z");
    expect(cache.find("/")).toBeDefined();
    clock.time = Date.parse("2026-07-01T23:00:00Z");
    expect(cache.find("/")).toBeUndefined();
  });

  test("the least recently used page makes room", async () => {
    const { cache } = cacheAt(noon, { maxEntries: 2 });
    await cache.render("/a", rendered());
    await cache.render("/b", rendered());
    cache.find("/a");
    await cache.render("/c", rendered());
    expect(["/a", "/b", "/c"].map((key) => cache.find(key) !== undefined)).toEqual([true, false, true]);
  });

  test("the bytes are bounded too", async () => {
    const size = page().body.length;
    const { cache } = cacheAt(noon, { maxBytes: size * 2 + 1 });
    for (const key of ["/a", "/b", "/c"]) await cache.render(key, rendered());
    expect([cache.size, cache.bytes]).toEqual([2, size * 2]);
  });
});

describe("rendering", () => {
  test("a page that many want at once is rendered once", async () => {
    const { cache } = cacheAt();
    let times = 0;
    const produce = async () => {
      times += 1;
      return page();
    };
    await Promise.all([cache.render("/", produce), cache.render("/", produce), cache.render("/", produce)]);
    expect(times).toBe(1);
  });

  test("a page begun before a change is not kept after it, and who comes later renders anew", async () => {
    const { cache } = cacheAt();
    let finish: (value: ReturnType<typeof page>) => void = () => undefined;
    const old = cache.render(
      "/",
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    cache.clear();
    await cache.render("/", rendered("new"));
    finish(page("old"));
    expect((await old).body.toString()).toContain("old");
    expect(cache.find("/")?.body.toString()).toContain("new");
  });

  test("a rendering that fails is tried again", async () => {
    const { cache } = cacheAt();
    await expect(cache.render("/", () => Promise.reject(new Error("no database")))).rejects.toThrow(
      "no database",
    );
    await cache.render("/", rendered());
    expect(cache.find("/")).toBeDefined();
  });
});

describe("nonces", () => {
  test("every answer carries its own, everywhere, and nothing else changes", async () => {
    const { cache } = cacheAt();
    const entry = await cache.render("/", rendered());
    const [one, two] = [newNonce(), newNonce()];
    expect(one).toHaveLength(NONCE.length);
    expect(bodyWithNonce(entry, one).toString()).toBe(page().body.toString().replaceAll(NONCE, one));
    expect(bodyWithNonce(entry, two).toString()).not.toContain(one);
    expect(entry.body.toString()).toContain(NONCE);
  });

  test("are never given twice", () => {
    const many = Array.from({ length: 10_000 }, newNonce);
    expect(new Set(many).size).toBe(many.length);
    expect(many.every((nonce) => /^[\w-]{24}$/.test(nonce))).toBe(true);
  });
});
