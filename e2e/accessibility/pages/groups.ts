import type { Page } from "@playwright/test";
import type { Scene } from "../scene";
import type { Groups } from "../scenes/groups";
import { errorAfter, firstLinkOf, type Sight } from "../sight";

const list = "/hub/work-groups";
const group = "(hub)/hub/work-groups/[workGroupId]";
const session = `${group}/sessions/[sessionId]`;

function of(name: keyof Groups, path = "") {
  return ({ groups }: Scene) => `${groups[name]}${path}`;
}

export const groupPages: readonly Sight[] = [
  { page: "(hub)/hub/work-groups", by: "hub", at: list },
  { page: "(hub)/hub/work-groups", by: "hub", state: "nothing fits", at: `${list}?q=no-such-group` },
  { page: "(hub)/hub/work-groups", by: "newcomer", state: "empty", at: list },
  { page: group, by: "hub", at: firstLinkOf(list, /\/hub\/work-groups\/[0-9a-f]{8}-[0-9a-f-]+$/) },
  { page: group, by: "decider", state: "empty", at: of("planned") },
  { page: group, by: "decider", state: "cancelled", at: of("cancelled") },
  { page: `${group}/edit`, by: "decider", at: of("recruiting", "/edit") },
  {
    page: `${group}/edit`,
    by: "decider",
    state: "error",
    at: of("planned", "/edit"),
    after: errorWithout("Name of the group", "Save"),
  },
  { page: `${group}/lead`, by: "decider", at: of("planned", "/lead") },
  {
    page: `${group}/lead`,
    by: "decider",
    state: "error",
    at: of("planned", "/lead"),
    after: errorAfter("Save and tell the lead"),
  },
  { page: `${group}/lead`, by: "decider", state: "empty", at: of("recruiting", "/lead") },
  { page: `${group}/next-school`, by: "decider", state: "empty", at: of("recruiting", "/next-school") },
  { page: `${group}/cancel`, by: "decider", at: of("recruiting", "/cancel") },
  {
    page: `${group}/cancel`,
    by: "decider",
    state: "error",
    at: of("recruiting", "/cancel"),
    after: errorAfter("Cancel and tell 1 school"),
  },
  { page: `${group}/cancel`, by: "decider", state: "over", at: of("cancelled", "/cancel") },
  { page: `${group}/sessions`, by: "decider", state: "empty", at: of("planned", "/sessions") },
  {
    page: `${group}/sessions`,
    by: "decider",
    state: "proposed",
    at: of("planned", "/sessions"),
    after: (page) => page.getByRole("button", { name: "Propose dates" }).click(),
  },
  {
    page: `${group}/sessions`,
    by: "decider",
    state: "error",
    at: of("planned", "/sessions"),
    after: errorAfter("Save these dates"),
  },
  { page: session, by: "decider", at: of("session") },
  {
    page: session,
    by: "decider",
    state: "error, moving",
    at: of("session"),
    after: errorWithout("New date", "Move the session and tell everybody"),
  },
  {
    page: session,
    by: "decider",
    state: "error, cancelling",
    at: of("session"),
    after: errorAfter("Cancel the session and tell everybody"),
  },
  { page: session, by: "decider", state: "cancelled", at: of("cancelledSession") },
  { page: "(hub)/hub/work-groups/new", by: "decider", at: `${list}/new` },
  { page: "(hub)/hub/work-groups/new", by: "decider", state: "questions", at: of("questions") },
  {
    page: "(hub)/hub/work-groups/new",
    by: "decider",
    state: "error",
    at: of("questions"),
    after: errorAfter("Save and go on to the dates"),
  },
];

/** Empties a field that was filled in, and sends the form. */
function errorWithout(label: string, button: string) {
  return async (page: Page) => {
    await page.getByLabel(label).fill("");
    await errorAfter(button)(page);
  };
}
