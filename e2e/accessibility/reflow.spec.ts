import type { Page } from "@playwright/test";
import { aHub, aSchool } from "@/db/testing/factories";
import { expect, test } from "../fixtures/test";

const publicPages = ["/", "/programmes", "/programmes/primary-tfm-development", "/sign-in", "/help/contact"];

/** WCAG 1.4.10: what fits 1280 px at four times the size needs 320. */
test("nothing is cut off on the narrowest screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of publicPages) {
    await page.goto(path);
    expect.soft(await overflowOf(page), path).toEqual([]);
  }
});

/** WCAG 1.4.4: text of twice the size, as a reader sets it in the browser. */
test("text of twice the size stays whole and can be used", async ({ page, context, given }) => {
  const hub = await aHub(given.db);
  const school = await aSchool(given.db, { hubId: hub.id });
  await given.signedIn(context, { role: "school_maths_lead", organisationId: school.id });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [...publicPages, `/school/${school.id}`, `/school/${school.id}/people`]) {
      await page.goto(path);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      expect.soft(await overflowOf(page), `${path} at ${width} px`).toEqual([]);
    }
  }
});

/** What stands outside the page, or is hidden by the box it stands in. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (element: Element) => {
      const style = getComputedStyle(element);
      return style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isSeen = box.width > 1 && box.height > 1;
        return isSeen && (box.right > width + 1 || isCut(element));
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`)
      .slice(0, 5);
  });
}
