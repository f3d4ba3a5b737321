import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarSession, writeCalendar } from "./calendar";
import { feedToken, readFeedToken } from "./feed-token";

const session: CalendarSession = {
  id: "0b7a4a52-3f4e-4f0c-9a55-1d9a4f1f0a11",
  groupName: "Fernley Tuesday group",
  title: "Workshop 1, fractions; and more",
  heldOn: "2026-10-06",
  startsAt: "13:30:00",
  endsAt: "15:30:00",
  place: "Fernley Teaching Centre, FE1 2LY",
  leadName: "Daniel Whitlock",
  cancelled: false,
  sequence: 0,
  url: "https://maths-hubs.example/school/work-groups/1",
};
const now = new Date("2026-09-01T09:00:00Z");

function read(sessions: CalendarSession[]) {
  const calendar = new ICAL.Component(ICAL.parse(writeCalendar("Our dates", sessions, now)));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

describe("a calendar file", () => {
  it("is read by a calendar program with every field", () => {
    const [event] = read([session]);
    expect(event?.summary).toBe("Fernley Tuesday group: Workshop 1, fractions; and more");
    expect(event?.location).toBe("Fernley Teaching Centre, FE1 2LY");
    expect(event?.startDate.toJSDate().toISOString()).toBe("2026-10-06T12:30:00.000Z");
    expect(event?.endDate.toJSDate().toISOString()).toBe("2026-10-06T14:30:00.000Z");
  });

  it("holds the wall time in winter and in summer", () => {
    const days = ["2026-10-24", "2026-10-26", "2027-03-26", "2027-03-29"];
    const starts = read(days.map((heldOn, index) => ({ ...session, id: `${index}`, heldOn }))).map((event) =>
      event.startDate.toJSDate().toISOString().slice(11, 16),
    );
    expect(starts).toEqual(["12:30", "13:30", "13:30", "12:30"]);
  });

  it("keeps a session's identity when it moves, and strikes it out when it is cancelled", () => {
    const [before] = read([session]);
    const [after] = read([{ ...session, heldOn: "2026-10-13", sequence: 1, cancelled: true }]);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe(1);
    expect(after?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
});

describe("a calendar address", () => {
  const feedId = "0b7a4a52-3f4e-4f0c-9a55-1d9a4f1f0a11";

  it("opens its own feed", () => {
    expect(readFeedToken(feedToken(feedId, "a secret of the service"), "a secret of the service")).toBe(
      feedId,
    );
  });

  it("is refused when any part of it was changed", () => {
    const token = feedToken(feedId, "a secret of the service");
    expect(readFeedToken(token, "another secret")).toBeUndefined();
    expect(readFeedToken(token.replace("0b7a", "0b7b"), "a secret of the service")).toBeUndefined();
    expect(readFeedToken(feedId, "a secret of the service")).toBeUndefined();
    expect(readFeedToken("", "a secret of the service")).toBeUndefined();
  });
});
