import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../fixtures/test";

type Field = readonly [name: string, value: string];

/** The hidden fields with which the page's form names its action to a browser without JavaScript. */
async function fieldsOf(request: APIRequestContext, path: string): Promise<Field[]> {
  const html = await (await request.get(path)).text();
  const form = /<form\b.*?<\/form>/s.exec(html.slice(html.indexOf("<main")))?.[0] ?? "";
  const inputs = form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  return inputs.map((input) => [attribute(input, "name"), attribute(input, "value")]);
}

function attribute(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** A page of somebody else's that sends a form to ours as soon as it is open. */
async function startOtherSite(action: string, fields: readonly Field[]) {
  const inputs = fields.map(
    ([name, value]) => `<input name="${name}" value="${value.replaceAll('"', "&quot;")}">`,
  );
  const html = `<form method="post" enctype="multipart/form-data" action="${action}">${inputs.join("")}</form>
    <script>document.forms[0].submit()</script>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(html),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

test("a form on another site, with every field right, signs nobody out", async ({
  browser,
  baseURL: address,
  given,
}) => {
  const baseURL = address ?? "";
  // Another port is another origin on the same site: the strictest cookie travels, so only the origin can tell.
  const context = await browser.newContext({ baseURL });
  await given.signedIn(context);
  const fields = await fieldsOf(context.request, "/sign-out");
  expect(fields.map(([name]) => name).join()).toContain("$ACTION");
  const other = await startOtherSite(`${baseURL}/sign-out`, fields);
  const page = await context.newPage();
  await page.goto(other.address);
  await expect(page.getByText("This was sent from another site")).toBeVisible();
  other.stop();
  await page.goto("/account");
  await expect(page.getByText("You are signed in as")).toBeVisible();

  const own = { headers: { origin: baseURL }, multipart: Object.fromEntries(fields) };
  expect((await context.request.post("/sign-out", own)).ok()).toBe(true);
  await page.goto("/account");
  await expect(page, "the same fields from our own page do").toHaveURL(/\/sign-in/);
  await context.close();
});

test("nothing that changes anything is taken from another origin, page, action or route alike", async ({
  request,
}) => {
  const headers = { origin: "https://evil.example" };
  for (const path of ["/sign-in", "/account", "/api/auth/callback/dfe", "/calendar/x", "/healthcheck"]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(path, { method, headers, data: "x" });
      expect(answer.status(), `${method} ${path}`).toBe(403);
    }
    const action = await request.post(path, {
      headers: { ...headers, "next-action": "0".repeat(42) },
      data: "[]",
    });
    expect(action.status(), `action ${path}`).toBe(403);
  }
  const asNobody = await request.post("/sign-in", { headers: { origin: "null" }, data: "x" });
  expect(asNobody.status()).toBe(403);
});
