import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";

test("in the demonstration a hub's match places most of its schools, and a discarded run changes nothing", async ({
  page,
}) => {
  await signInAsThe(page, /Assistant Maths Hub Lead, primary/);
  await page.goto("/hub/matching");
  const match = page.getByRole("button", { name: /^Match \d+ applications$/ });
  const put = Number(/\d+/.exec((await match.textContent()) ?? "")?.[0]);
  await match.click();
  const summary = page.getByRole("img", { name: /put forward: \d+ placed/ });
  await expect(summary).toBeVisible({ timeout: 30_000 });
  const [, placed] = /put forward: (\d+) placed/.exec((await summary.getAttribute("aria-label")) ?? "") ?? [];
  expect(Number(placed)).toBeGreaterThan(put / 2);
  await page.getByRole("button", { name: /I have looked through/ }).click();
  await page.getByRole("link", { name: "Discard this run" }).click();
  await page.getByRole("button", { name: "Discard this run" }).click();
  await expect(page.getByText("The run was discarded. No school was told")).toBeVisible();
  await page.goto("/hub/matching");
  await expect(match).toHaveText(`Match ${put} applications`);
});
