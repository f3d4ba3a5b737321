import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeReturnPath } from "./return-path";

describe("the page somebody is sent back to", () => {
  test.each(["/school", "/hub/queue?hub=ABA&page=2", "/school/applications/1/check"])("may be %s", (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/\n/evil.example",
    "school",
    "",
    "/sign-out",
    "/sign-in?to=/school",
    "/api/auth/callback/dfe",
    "/x/../api/auth/callback/dfe",
    `/${"a".repeat(600)}`,
    undefined,
  ])("is never %j", (text) => {
    expect(safeReturnPath(text)).toBeUndefined();
  });

  test("stays on our own site, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (text) => {
          const path = safeReturnPath(text);
          return (
            path === undefined || new URL(path, "https://ours.example").origin === "https://ours.example"
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
