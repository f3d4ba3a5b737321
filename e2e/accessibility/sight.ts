import type { Page } from "@playwright/test";
import type { Scene } from "./scene";

/** Who looks: a visitor, somebody of the scene's schools, or a persona of the demonstration. */
export type Viewer = "visitor" | "school" | "teacher" | "trust" | "hub" | "lead" | "partner";

/** One page in one state, looked at by one person. */
export interface Sight {
  /** The folder of its page.tsx below app/, as it is written there. */
  readonly page: string;
  readonly by: Viewer;
  /** What is special about it: "error", "empty", "sent" … The plain page when left out. */
  readonly state?: string;
  /** An address; or how the browser gets there. */
  readonly at: string | ((page: Page, scene: Scene) => Promise<unknown>);
  /** What is done before looking: a form sent empty, details opened. */
  readonly after?: (page: Page) => Promise<unknown>;
}

/** Goes to a page that names its things in links, and opens the first whose address fits. */
export function firstLinkOf(list: string, address: RegExp) {
  return async (page: Page) => {
    await page.goto(list);
    const hrefs = await page
      .locator("main a[href]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const href = hrefs.find((candidate) => address.test(candidate));
    if (!href) throw new Error(`${list} has no link that fits ${address}`);
    await page.goto(href);
  };
}

/** Gets somewhere, and from there to a page below it. */
export function below(there: (page: Page) => Promise<void>, path: string) {
  return async (page: Page) => {
    await there(page);
    await page.goto(new URL(page.url()).pathname + path);
  };
}

/** Presses a button that leads to an error summary, and waits for it. */
export function errorAfter(button: string | RegExp) {
  return async (page: Page) => {
    await page.getByRole("main").getByRole("button", { name: button }).first().click();
    await page.locator(".govuk-error-summary").waitFor();
  };
}
