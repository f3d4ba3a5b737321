import { expect, test } from "../fixtures/test";

const publicPage = "/";
const nonceOf = (policy: string | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

test("no answer allows unsafe or foreign code, pages, files and errors alike", async ({ request }) => {
  for (const path of [publicPage, "/sign-in", "/no-such-page", "/icon.svg", "/up"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-/,
    );
    expect(policyWithoutSignIn(headers["content-security-policy"]), path).not.toMatch(/unsafe|\*|https?:/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("every answer has its own nonce on every script, from the cache too", async ({ request }) => {
  const seen = new Set<string>();
  for (let visit = 0; visit < 5; visit += 1) {
    const answer = await request.get(publicPage);
    const html = await answer.text();
    const nonce = nonceOf(answer.headers()["content-security-policy"]) ?? "";
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    for (const earlier of seen) expect(html).not.toContain(earlier);
    seen.add(nonce);
  }
  expect(seen.size).toBe(5);
});

test("a browser keeps the typeface for a month, and no page of somebody signed in", async ({
  page,
  context,
  given,
}) => {
  const cacheOf = async (path: string) => (await page.request.get(path)).headers()["cache-control"];
  const html = await (await page.request.get(publicPage)).text();
  const [, typeface] = /<link rel="preload" as="font"[^>]*href="([^"]+)"/.exec(html) ?? [];
  expect(await cacheOf(typeface ?? "")).toBe("public, max-age=2592000");
  await given.signedIn(context);
  expect(await cacheOf("/account")).toContain("no-store");
});

test("a policy or a name that a visitor sends is not believed", async ({ request }) => {
  const answer = await request.get("/sign-in", {
    headers: {
      "content-security-policy": "script-src 'nonce-chosenByVisitor'",
      "x-forwarded-host": "evil.example",
      "x-request-id": "chosen",
    },
  });
  expect(await answer.text()).not.toMatch(/chosenByVisitor|evil\.example/);
  expect(answer.headers()["x-request-id"]).not.toBe("chosen");
});

test("what is too much or too strange is refused with a sentence", async ({ request }) => {
  const much = await request.post("/", { data: Buffer.alloc(1_200_000) });
  expect(much.status()).toBe(413);
  expect(await much.text()).toContain("Send less");
  expect((await request.fetch("/", { method: "PROPFIND" })).status()).toBe(405);
});

test("the browser enforces the policy: a script without the nonce does not run", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL ?? "" });
  await page.route("**/", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      "<head>",
      "<head><script>document.title = 'injected'</script>",
    );
    await route.fulfill({ response: answer, body });
  });
  await page.goto(publicPage);
  await expect(page).not.toHaveTitle("injected");
  await page.close();
});

/** The one foreign origin is where DfE Sign-in's form leads, and only forms may go there. */
function policyWithoutSignIn(policy = ""): string {
  const issuer = process.env.OIDC_ISSUER;
  return issuer ? policy.replace(`form-action 'self' ${new URL(issuer).origin};`, "") : policy;
}
