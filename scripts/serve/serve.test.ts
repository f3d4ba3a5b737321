import { describe, expect, test } from "vitest";
import { loggedPath } from "./access-log.mjs";
import { nextLondonMidnight } from "./london-day.mjs";
import { publicPageKey } from "./public-pages.mjs";
import { largestBody, whyNotServe } from "./request-checks.mjs";
import { policyWriter } from "./security-headers.mjs";

type Headers = Record<string, string>;
const get = (url: string, headers: Headers = {}, method = "GET") => ({ method, url, headers });

describe("public pages", () => {
  test.each([
    ["/", "/"],
    ["/programmes", "/programmes"],
    ["/programmes/mastering-number", "/programmes/mastering-number"],
    ["/hubs/cambridge", "/hubs/cambridge"],
    ["/help/cookies", "/help/cookies"],
    ["/how-places-are-decided", "/how-places-are-decided"],
    ["/programmes?phase=primary&audience=ect", "/programmes?audience=ect&phase=primary"],
    ["/programmes?phase=b&phase=a", "/programmes?phase=b&phase=a"],
    ["/programmes?", "/programmes"],
  ])("%s is kept as %s", (url, key) => {
    expect(publicPageKey(get(url))).toBe(key);
    expect(publicPageKey(get(url, {}, "HEAD"))).toBe(key);
  });

  test.each([
    "/school",
    "/sign-in",
    "/programmes/a/b",
    "/programmes/A",
    "/hubs/",
    "/api/health",
    "/_next/static/a.js",
  ])("%s is not kept", (url) => expect(publicPageKey(get(url))).toBeUndefined());

  test.each<[string, Headers]>([
    ["a session", { cookie: "a=b; mathshubs.session=x" }],
    ["a session in production", { cookie: "__Host-mathshubs.session=x" }],
    ["a request of the router", { rsc: "1" }],
    ["a prefetch", { "next-router-prefetch": "1" }],
    ["an action", { "next-action": "x" }],
    ["credentials", { authorization: "Basic x" }],
  ])("nothing is kept for %s", (_, headers) =>
    expect(publicPageKey(get("/programmes", headers))).toBeUndefined(),
  );

  test("neither for a form, nor for an endless query", () => {
    expect(publicPageKey(get("/programmes", {}, "POST"))).toBeUndefined();
    expect(publicPageKey(get(`/programmes?q=${"a".repeat(300)}`))).toBeUndefined();
    expect(publicPageKey(get("/programmes?_rsc=1"))).toBeUndefined();
  });
});

describe("what another site has a browser send", () => {
  const own = "enrol.example.org";
  const sent = (headers: Headers, method = "POST") =>
    whyNotServe(get("/sign-out", { host: own, ...headers }, method))?.status;

  test.each(["POST", "PUT", "PATCH", "DELETE"])("is refused with %s", (method) => {
    for (const origin of ["https://evil.example", "http://enrol.example.org:8443", "null"])
      expect(sent({ origin }, method), origin).toBe(403);
  });

  test("is taken from our own pages, behind a trusted proxy too", () => {
    expect(sent({ origin: `https://${own}` })).toBeUndefined();
    expect(
      sent({ host: "10.0.0.7:3000", "x-forwarded-host": own, origin: `https://${own}` }),
    ).toBeUndefined();
  });

  test("is taken when it only reads, and when no browser sends it", () => {
    expect(sent({ origin: "https://evil.example" }, "GET")).toBeUndefined();
    expect(sent({})).toBeUndefined();
  });
});

describe("the content security policy", () => {
  const policy = (options = {}) => policyWriter(options)("abc");

  test("allows nothing unsafe and nobody else", () => {
    expect(policy()).not.toMatch(/unsafe|\*|https?:/);
    expect(policy()).toContain("default-src 'none'; script-src 'self' 'nonce-abc' 'strict-dynamic';");
  });

  test("lets the sign-in form be sent on to the identity provider only", () => {
    expect(policy({ issuer: "https://oidc.example/path" })).toContain(
      "form-action 'self' https://oidc.example;",
    );
  });

  test("lets the development server evaluate, and no other", () => {
    expect(policy({ dev: true })).toContain("'unsafe-eval'");
  });
});

describe("the next midnight in London", () => {
  test.each([
    ["2026-01-15T12:00:00Z", "2026-01-16T00:00:00Z"],
    ["2026-07-15T12:00:00Z", "2026-07-15T23:00:00Z"],
    ["2026-07-15T23:00:00Z", "2026-07-16T23:00:00Z"],
    ["2026-03-29T00:30:00Z", "2026-03-29T23:00:00Z"],
    ["2026-10-25T00:30:00Z", "2026-10-26T00:00:00Z"],
  ])("after %s is %s", (now, then) => {
    expect(new Date(nextLondonMidnight(Date.parse(now))).toISOString()).toBe(new Date(then).toISOString());
  });
});

describe("the log", () => {
  test.each([
    ["/programmes?q=somebody%40school.example", "/programmes"],
    ["/agree/kJ8s-2hdk3Kd92jdkwoeirutyZZ", "/agree/…"],
    ["/calendar/0f1e2d3c4b5a69788796a5b4c3d2e1f0.ics", "/calendar/…"],
    [
      "/hub/applications/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      "/hub/applications/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    ],
    ["/programmes/mastering-number-at-key-stage-2", "/programmes/mastering-number-at-key-stage-2"],
  ])("%s is written as %s", (url, written) => expect(loggedPath(url)).toBe(written));
});

describe("requests that are not passed on", () => {
  test.each([
    [405, get("/", {}, "TRACE")],
    [400, get("//evil.example/")],
    [400, get("http://evil.example/")],
    [411, get("/", { "transfer-encoding": "chunked" }, "POST")],
    [413, get("/", { "content-length": String(largestBody + 1) }, "POST")],
  ])("%i", (status, request) => expect(whyNotServe(request)?.status).toBe(status));

  test("a form passes", () =>
    expect(whyNotServe(get("/", { "content-length": "500" }, "POST"))).toBeUndefined());
});
