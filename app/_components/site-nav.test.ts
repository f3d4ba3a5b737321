import { expect, test } from "vitest";
import { currentItem } from "./site-nav";

const rooms = [
  { href: "/hub/work-groups", label: "Groups" },
  { href: "/hub/matching", label: "Matching" },
];
const groups = { href: "/hub/work-groups", label: "Work Groups", rooms };
const home = { href: "/", label: "Home" };
const items = [home, { href: "/hub/queue", label: "Work queue" }, groups];

test("a page belongs to the link that it lies under, and to its room there", () => {
  expect(currentItem(items, "/hub/work-groups")).toEqual({ item: groups, exactly: true });
  expect(currentItem(items, "/hub/matching/4711")).toEqual({ item: groups, exactly: false });
  expect(currentItem(rooms, "/hub/matching/4711")?.item.label).toBe("Matching");
});

test("home is current at home only, and a page that no link leads to has none", () => {
  expect(currentItem(items, "/")?.item).toBe(home);
  expect(currentItem(items, "/account")).toBeUndefined();
  expect(currentItem(items, "/hub/queues")).toBeUndefined();
});
