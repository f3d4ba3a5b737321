import type { BrowserContext, Page } from "@playwright/test";
import { bringAxe, faultsOf, faultsOfLayout, looksOf } from "../fixtures/axe";
import type { Given } from "../fixtures/given";
import { signInAsThe } from "../fixtures/personas";
import { expect, test } from "../fixtures/test";
import { everyPage } from "./every-page";
import { type Scene, setScene } from "./scene";
import { goTo, type Sight, type Viewer } from "./sight";

const personas: Readonly<Partial<Record<Viewer, RegExp>>> = {
  teacher: /School maths lead of/,
  hub: /Assistant Maths Hub Lead, primary/,
  lead: /Leads Work Groups/,
  supporter: /Intensive Support Partner/,
};
const wide = 1280;
const phone = 390;
/** So many sights share a sign-in; more of them would keep one of the two workers waiting for the other. */
const BATCH = 12;

for (const { viewer, part, sights } of batches()) {
  test(`pages without faults, for ${viewer}, part ${part}`, async ({ page, context, given }) => {
    test.setTimeout(600_000);
    const scene = await theScene(given);
    await signIn({ page, context, given, scene, viewer });
    await bringAxe(page);
    for (const [index, sight] of sights.entries())
      await test.step(nameOf(sight), () => look(page, scene, sight, sights[index - 1]));
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

let scene: Promise<Scene> | undefined;

/** One for each worker: looking changes nothing. */
function theScene(given: Given): Promise<Scene> {
  scene ??= setScene(given);
  return scene;
}

async function signIn(who: {
  page: Page;
  context: BrowserContext;
  given: Given;
  scene: Scene;
  viewer: Viewer;
}): Promise<void> {
  const { page, context, given, viewer } = who;
  const persona = personas[viewer];
  if (persona) return signInAsThe(page, persona);
  const member = Object.entries(who.scene.members).find(([name]) => name === viewer)?.[1];
  if (member) await given.signIn(context, { id: member.personId, name: member.name });
}

/**
 * The page as it is on a phone, where text is smallest and things stand closest, and on a wide screen: there in full only
 * where something else shows than on the phone, or in other colours. A fault does not hide those of the pages after it.
 */
async function look(page: Page, scene: Scene, sight: Sight, before?: Sight): Promise<void> {
  await show(page, wide);
  await goTo(page, scene, sight, before);
  // Playwright's locators bring a script into every document, which takes a third of the time of opening it.
  await expect.poll(() => page.evaluate(() => document.querySelector("main")?.checkVisibility())).toBe(true);
  const looks = await looksOf(page);
  await show(page, phone);
  const looksTheSame = looks === (await looksOf(page));
  await judge(page, `${nameOf(sight)}, ${phone} px`, faultsOf);
  await show(page, wide);
  await judge(page, `${nameOf(sight)}, ${wide} px`, looksTheSame ? faultsOfLayout : faultsOf);
}

async function show(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
}

async function judge(page: Page, where: string, faults: (page: Page) => Promise<string[]>): Promise<void> {
  expect.soft(await faults(page), where).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(beyond, `${where}: scrolls sideways`).toBeLessThanOrEqual(0);
}

function nameOf({ page, by, state }: Sight): string {
  return `${page} for ${by} (${state ?? "as it is"})`;
}
