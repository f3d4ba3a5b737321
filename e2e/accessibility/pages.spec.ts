import type { BrowserContext, Page } from "@playwright/test";
import { faultsOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";
import { everyPage } from "./every-page";
import { type Scene, setScene } from "./scene";
import type { Sight, Viewer } from "./sight";

const personas: Readonly<Partial<Record<Viewer, RegExp>>> = {
  teacher: /School maths lead of/,
  trust: /Leads maths for/,
  hub: /Assistant Maths Hub Lead, primary/,
  lead: /Leads Work Groups/,
  partner: /Intensive Support Partner/,
};
const widths = [1280, 390] as const;
/** So many sights share a sign-in and a scene; more of them would keep one of the two workers waiting for the other. */
const BATCH = 8;

for (const { viewer, part, sights } of batches()) {
  test(`pages without faults, for ${viewer}, part ${part}`, async ({ page, context, given }) => {
    test.setTimeout(600_000);
    const scene = await setScene(given);
    await signIn({ page, context, given, scene, viewer });
    for (const sight of sights) await test.step(nameOf(sight), () => look(page, scene, sight));
  });
}

function batches(): { viewer: Viewer; part: number; sights: readonly Sight[] }[] {
  const viewers = [...new Set(everyPage.map(({ by }) => by))];
  return viewers.flatMap((viewer) => {
    const own = everyPage.filter(({ by }) => by === viewer);
    const parts = Math.ceil(own.length / BATCH);
    return Array.from({ length: parts }, (_, index) => ({
      viewer,
      part: index + 1,
      sights: own.slice(index * BATCH, (index + 1) * BATCH),
    }));
  });
}

async function signIn(who: {
  page: Page;
  context: BrowserContext;
  given: Given;
  scene: Scene;
  viewer: Viewer;
}): Promise<void> {
  const { page, context, given, scene, viewer } = who;
  const persona = personas[viewer];
  if (viewer === "school") await given.signIn(context, scene.lead);
  else if (persona) await signInAsThe(page, persona);
}

/** The page as it is on a wide screen and on a phone. A fault does not hide those of the pages after it. */
async function look(page: Page, scene: Scene, sight: Sight): Promise<void> {
  const { at, after } = sight;
  await page.setViewportSize({ width: widths[0], height: 900 });
  await (typeof at === "string" ? page.goto(at) : at(page, scene));
  await after?.(page);
  await expect(page.getByRole("main")).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const where = `${nameOf(sight)}, ${width} px`;
    expect.soft(await faultsOf(page), where).toEqual([]);
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(needed, `${where}: scrolls sideways`).toBeLessThanOrEqual(width);
  }
}

function nameOf({ page, state }: Sight): string {
  return `${page} (${state ?? "as it is"})`;
}
