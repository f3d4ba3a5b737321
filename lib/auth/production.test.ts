import { afterEach, describe, expect, test, vi } from "vitest";
import { visitor } from "@/lib/access/actor";
import type { Ctx } from "@/lib/access/context";

/** Settings are read once, so each case loads the modules anew. */
async function inProduction(settings: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return {
    ...(await import("./session-cookie")),
    ...(await import("./sign-in-options")),
    ...(await import("./next-auth-call")),
    ...(await import("@/lib/people/sign-in-as-persona")),
    ...(await import("@/lib/people/move-clock")),
    ...(await import("@/lib/notifications/queries")),
    ...(await import("@/lib/people/queries/personas")),
  };
}

const ctx: Ctx = {
  actor: visitor,
  now: new Date("2026-05-13T09:00:00Z"),
  get db(): never {
    throw new Error("Production must not even ask the database");
  },
};
const attempt = { ctx, browser: { device: "Chrome" }, sender: "192.0.2.1" };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("in production, even with DEMONSTRATION=on", () => {
  const production = { PRODUCTION: "on", DEMONSTRATION: "on", NEXTAUTH_URL: "https://enrol.example.org" };

  test("every cookie is HttpOnly, Secure, SameSite=Lax, for the whole host and no other", async () => {
    const { authCookies, sessionCookieName } = await inProduction(production);
    for (const { name, options } of Object.values(authCookies())) {
      expect(name).toMatch(/^__Host-mathshubs\.[a-z]+$/);
      expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: "lax", path: "/" });
      expect(options).not.toHaveProperty("domain");
    }
    expect(sessionCookieName()).toBe("__Host-mathshubs.session");
  });

  test("there is no provider for personas", async () => {
    const { signInOptions } = await inProduction(production);
    const ids = signInOptions(attempt).providers.map((provider) => provider.options?.id ?? provider.id);
    expect(ids).toEqual(["code", "link", "invitation"]);
  });

  test("nobody signs in as a persona, moves the clock or reads the outbox", async () => {
    const { signInAsPersona, moveClock, listOutbox, listPersonas } = await inProduction(production);
    const persona = { personId: "00000000-0000-4000-8000-000000000000", browser: attempt.browser };
    expect(await signInAsPersona(ctx, persona)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await moveClock(ctx, { by: "year" })).toMatchObject({ refusal: { code: "not_found" } });
    expect((await listOutbox(ctx, 1)).rows).toEqual([]);
    expect(await listPersonas(ctx)).toEqual([]);
  });
});

describe("in the demonstration", () => {
  test("the cookies need no https and carry no prefix", async () => {
    const { authCookies } = await inProduction({ DEMONSTRATION: "on" });
    expect(authCookies().sessionToken).toEqual({
      name: "mathshubs.session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
    });
  });

  test("next-auth leads nobody to another site", async () => {
    const { signInOptions } = await inProduction({ DEMONSTRATION: "on" });
    const redirect = signInOptions(attempt).callbacks?.redirect;
    const baseUrl = "http://localhost:3000";
    expect(await redirect?.({ url: "https://evil.example/x", baseUrl })).toBe(`${baseUrl}/`);
    expect(await redirect?.({ url: "//evil.example", baseUrl })).toBe(`${baseUrl}/`);
    expect(await redirect?.({ url: `${baseUrl}/school`, baseUrl })).toBe(`${baseUrl}/school`);
  });
});
