import { expect, type Page } from "@playwright/test";
import type { Scene } from "./scene";

/** Somebody of the scene: a maths lead, who decides for the hub, its partner, a lead, somebody at a hub without anything, and one of the national team. */
export type Member = "school" | "decider" | "partner" | "leader" | "newcomer" | "national";

/** Who looks: a visitor, somebody of the scene, or a persona of the demonstration, whose lists are long. */
export type Viewer = "visitor" | Member | "teacher" | "hub" | "lead" | "supporter";

/** One page in one state, looked at by one person. */
export interface Sight {
  /** The folder of its page.tsx below app/, as it is written there. */
  readonly page: string;
  readonly by: Viewer;
  /** What is special about it: "error", "empty", "sent" … The plain page when left out. */
  readonly state?: string;
  /** Its address; or how the browser gets there. */
  readonly at: string | ((scene: Scene) => string) | { readonly by: Way };
  /** What is done before looking: a form sent empty, details opened. */
  readonly after?: (page: Page) => Promise<unknown>;
}

type Way = (page: Page, scene: Scene) => Promise<unknown>;

/** Brings the browser to a sight. What is done at an address begins on the page that is open there, when nothing was done to it. */
export async function goTo(page: Page, scene: Scene, { at, after }: Sight, before?: Sight): Promise<void> {
  const address = addressOf(scene, at);
  const isThere = before && !before.after && after && address && addressOf(scene, before.at) === address;
  if (typeof at === "object") await at.by(page, scene);
  else if (address && !isThere) await page.goto(address);
  await after?.(page);
}

function addressOf(scene: Scene, at: Sight["at"]): string | undefined {
  if (typeof at === "object") return undefined;
  return typeof at === "string" ? at : at(scene);
}

/** Goes to a page that names its things in links, and opens the first whose address fits. */
export function firstLinkOf(list: string, address: RegExp, path = "") {
  return {
    async by(page: Page) {
      await page.goto(list);
      const hrefs = await page.evaluate(() =>
        Array.from(document.querySelectorAll("main a[href]"), (link) => link.getAttribute("href") ?? ""),
      );
      const href = hrefs.find((candidate) => address.test(candidate));
      if (!href) throw new Error(`${list} has no link that fits ${address}`);
      await page.goto(href + path);
    },
  };
}

/** Presses a button that leads to an error summary, and waits for it. The button may stand in details that are closed. */
export function errorAfter(button: string | RegExp, details?: string) {
  return async (page: Page) => {
    const main = page.getByRole("main");
    if (details) await main.locator("summary", { hasText: new RegExp(`^${details}$`) }).click();
    await main.getByRole("button", { name: button }).first().click();
    const summary = page.locator(".govuk-error-summary");
    await summary.waitFor();
    await expect(summary, "says what to do").not.toContainText(/invalid|expected|undefined/i);
  };
}
