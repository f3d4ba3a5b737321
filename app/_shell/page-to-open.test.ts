import { describe, expect, test } from "vitest";
import { pageToOpen } from "./page-to-open";

const here = "https://enrol.example/hub/queue?view=late";

function followed(href: string, more: { target?: string; isDownload?: boolean } = {}) {
  return pageToOpen(
    { href: new URL(href, here).href, target: more.target ?? "", isDownload: more.isDownload ?? false },
    here,
  );
}

describe("a link is opened without loading the document again", () => {
  test.each([
    "/hub/work-groups",
    "/hub/queue?view=all&page=2",
    "/hub/queue?view=late",
    "/help/privacy#cookies",
  ])("when it leads to a page of ours: %s", (href) => {
    expect(followed(href)).toBe(href);
  });
});

describe("a link is left to the browser", () => {
  test.each([
    "https://elsewhere.example/hub/queue",
    "mailto:help@enrol.example",
    "tel:0123",
    "#main",
    "/api/calendar/7/group.ics",
    "/api/schools?q=st",
    "/fonts/OFL.txt",
  ])("when it leads elsewhere, to a part of this page or to a file: %s", (href) => {
    expect(followed(href)).toBeUndefined();
  });

  test("when it opens another window or is kept as a file", () => {
    expect(followed("/hub/queue", { target: "_blank" })).toBeUndefined();
    expect(followed("/hub/queue", { isDownload: true })).toBeUndefined();
  });
});
