import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { faultsOf, faultsOfLayout, looksOf } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";
import { everyPage, leadsOn } from "./every-page";

const app = fileURLToPath(new URL("../../app", import.meta.url));

/** The folders below app/ that are pages, such as "(hub)/hub/queue". */
function foldersOfPages(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path.endsWith("/page.tsx") && !path.startsWith("_"))
    .map((path) => path.replace("/page.tsx", ""));
}

test("every page is looked at, and only pages that are there", () => {
  const known = new Set([...everyPage.map(({ page }) => page), ...leadsOn]);
  const there = foldersOfPages();
  const missing = there.filter((page) => !known.has(page));
  const gone = [...known].filter((page) => !there.includes(page));
  expect(missing, "add each to a list in e2e/accessibility/pages, with its error and empty states").toEqual(
    [],
  );
  expect(gone, "take each out of e2e/accessibility").toEqual([]);
});

const faults = [
  { level: "A", rule: "image-alt", html: "<img src='data:,'>" },
  { level: "AA", rule: "color-contrast", html: "<p class='planted'>Too faint to read</p>" },
  { level: "AA of 2.2", rule: "target-size", html: "<button>x</button><button>y</button>" },
  { level: "best practice", rule: "heading-order", html: "<h5>Out of order</h5>" },
];

test("a planted fault of each level is found, and one of layout also by the rules of layout alone", async ({
  page,
}) => {
  await page.goto("/help/cookies");
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate(
    (planted) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", planted);
      for (const element of document.querySelectorAll<HTMLElement>(".planted")) element.style.color = "#bbb";
      for (const button of document.querySelectorAll<HTMLElement>("main button"))
        Object.assign(button.style, { width: "10px", height: "10px", padding: "0", border: "0" });
    },
    faults.map(({ html }) => html).join(""),
  );
  const found = (await faultsOf(page)).join();
  for (const { level, rule } of faults) expect.soft(found, level).toContain(rule);
  expect((await faultsOfLayout(page)).join()).toContain("target-size");
});

test("a width that hides something or colours it otherwise is told from one that does not", async ({
  page,
}) => {
  await page.goto("/help/cookies");
  const looks = await looksOf(page);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await looksOf(page)).toBe(looks);
  for (const style of [
    "h1 { display: none !important }",
    "h1 { color: #bbb !important }",
    "h1 { background: #bbb !important }",
  ]) {
    await page.evaluate((css) => {
      const own = new CSSStyleSheet();
      own.replaceSync(css);
      document.adoptedStyleSheets = [own];
    }, style);
    expect(await looksOf(page), style).not.toBe(looks);
  }
});
