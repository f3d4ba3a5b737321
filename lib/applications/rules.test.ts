import { describe, expect, it, test } from "vitest";
import { promisesOf, whyNotAnswer, whyNotAsk } from "./agreement-rules";
import {
  approvedMail,
  askHeadMail,
  bodyOf,
  declinedMail,
  headAnsweredMail,
  redirectedMail,
  sentMail,
  undoneMail,
} from "./mails";
import { tierOf } from "./priority-rules";
import { declineReasons, redirectReasons } from "./reasons";
import {
  canMoveDecision,
  decisions,
  decisionTransitions,
  endOfWeek,
  firstUnfinishedPart,
  promiseDate,
  whyNotDecide,
  whyNotEdit,
  whyNotOpen,
  whyNotUndo,
  whyNotWithdraw,
} from "./rules";

describe("the decision's lifecycle", () => {
  const allowed = new Set([
    "draft>awaiting_headteacher",
    "draft>submitted",
    "draft>withdrawn",
    "awaiting_headteacher>submitted",
    "awaiting_headteacher>withdrawn",
    "submitted>approved",
    "submitted>redirected",
    "submitted>declined",
    "submitted>withdrawn",
    "approved>submitted",
    "approved>withdrawn",
    "redirected>submitted",
    "declined>submitted",
  ]);

  test.each(decisions.flatMap((from) => decisions.map((to) => [from, to] as const)))(
    "%s to %s",
    (from, to) => {
      expect(canMoveDecision(from, to)).toBe(allowed.has(`${from}>${to}`));
    },
  );

  it("ends only in withdrawal", () => {
    expect(decisions.filter((decision) => decisionTransitions[decision].length === 0)).toEqual(["withdrawn"]);
  });

  test.each(decisions)("%s: the rules agree with the transitions", (decision) => {
    const application = { decision, placement: "unplaced" };
    expect(whyNotDecide(application) === undefined).toBe(canMoveDecision(decision, "approved"));
    expect(whyNotWithdraw(application) === undefined).toBe(canMoveDecision(decision, "withdrawn"));
    expect(whyNotEdit(application) === undefined).toBe(
      ["draft", "awaiting_headteacher", "submitted"].includes(decision),
    );
    expect(whyNotUndo(application) === undefined).toBe(
      ["approved", "redirected", "declined"].includes(decision),
    );
  });

  it("does not undo what the school has accepted, nor withdraw what is over", () => {
    expect(whyNotUndo({ decision: "approved", placement: "offered" })).toBeUndefined();
    expect(whyNotUndo({ decision: "approved", placement: "accepted" })).toBe("place_accepted");
    expect(whyNotWithdraw({ decision: "approved", placement: "started" })).toBeUndefined();
    expect(whyNotWithdraw({ decision: "approved", placement: "completed" })).toBe("place_over");
  });
});

describe("the date that is promised", () => {
  it("is fifteen working days on, bank holidays left out", () => {
    expect(promiseDate("2026-05-13", "2026-07-03")).toBe("2026-06-04");
  });
  it("is never after the offer's own date", () => {
    expect(promiseDate("2026-06-22", "2026-07-03")).toBe("2026-07-03");
  });
  it("leaves the hub five working days at least", () => {
    expect(promiseDate("2026-07-02", "2026-07-03")).toBe("2026-07-09");
  });
});

describe("an offer's window", () => {
  const offer = { opensOn: "2026-03-02", closesOn: "2026-06-26", published: true, opensToApplications: true };
  it("includes its first and its last day", () => {
    expect(whyNotOpen(offer, "2026-03-01")).toBe("not_yet_open");
    expect(whyNotOpen(offer, "2026-03-02")).toBeUndefined();
    expect(whyNotOpen(offer, "2026-06-26")).toBeUndefined();
    expect(whyNotOpen(offer, "2026-06-27")).toBe("closed");
  });
  it("is shut for what is not published, and for what schools do not apply for", () => {
    expect(whyNotOpen({ ...offer, published: false }, "2026-05-01")).toBe("not_offered");
    expect(whyNotOpen({ ...offer, opensToApplications: false }, "2026-05-01")).toBe("not_offered");
  });
});

describe("the parts of an application", () => {
  const whole = {
    wishesSaved: true,
    participantsLater: false,
    participantCount: 2,
    minimumParticipants: 2,
    commitmentRead: true,
    headName: "Tom Ashworth",
    headAgreed: false,
  };
  it("are finished one after the other", () => {
    expect(firstUnfinishedPart(whole)).toBeUndefined();
    expect(firstUnfinishedPart({ ...whole, wishesSaved: false, commitmentRead: false })).toBe("wishes");
    expect(firstUnfinishedPart({ ...whole, participantCount: 1 })).toBe("people");
    expect(firstUnfinishedPart({ ...whole, participantCount: 0, participantsLater: true })).toBeUndefined();
    expect(firstUnfinishedPart({ ...whole, headName: null })).toBe("headteacher");
    expect(firstUnfinishedPart({ ...whole, headName: null, headAgreed: true })).toBeUndefined();
  });
});

describe("asking the headteacher", () => {
  const now = new Date("2026-05-13T12:00:00Z");
  const link = {
    headEmail: "head@hallbeck.example",
    askedAt: new Date("2026-05-13T11:30:00Z"),
    answer: null,
    replacedAt: null,
    expiresAt: new Date("2026-05-28T00:00:00Z"),
  };
  it("waits an hour for the same address", () => {
    expect(whyNotAsk([link], "HEAD@hallbeck.example", now)).toBe("asked_just_now");
    expect(whyNotAsk([link], "deputy@hallbeck.example", now)).toBeUndefined();
    expect(
      whyNotAsk([{ ...link, askedAt: new Date("2026-05-13T11:00:00Z") }], link.headEmail, now),
    ).toBeUndefined();
  });
  it("stops at six in a day, and after an agreement", () => {
    const six = Array.from({ length: 6 }, (_, hour) => ({
      ...link,
      askedAt: new Date(`2026-05-13T0${hour}:00:00Z`),
    }));
    expect(whyNotAsk(six, "another@hallbeck.example", now)).toBe("asked_too_often");
    expect(whyNotAsk([{ ...link, answer: "agreed" }], link.headEmail, now)).toBe("already_agreed");
  });
  it("takes an answer while the link is open and the application waits for it", () => {
    const waiting = { decision: "awaiting_headteacher", placement: "unplaced" } as const;
    expect(whyNotAnswer(link, waiting, now)).toBeUndefined();
    expect(whyNotAnswer({ ...link, answer: "refused" }, waiting, now)).toBe("link_used");
    expect(whyNotAnswer({ ...link, replacedAt: now }, waiting, now)).toBe("link_old");
    expect(whyNotAnswer({ ...link, expiresAt: now }, waiting, now)).toBe("link_old");
    expect(whyNotAnswer(link, { decision: "withdrawn", placement: "unplaced" }, now)).toBe("not_needed");
  });
  it("counts a promise a line", () => {
    expect(promisesOf("Release both teachers\n\n  Keep them for the year \n")).toEqual([
      "Release both teachers",
      "Keep them for the year",
    ]);
  });
});

describe("the tier", () => {
  const school = { disadvantaged: 25, priorityArea: false, supported: false };
  it("follows disadvantage where the offer says so", () => {
    expect(tierOf("disadvantage", { ...school, disadvantaged: 35 })).toBe(0);
    expect(tierOf("disadvantage", { ...school, disadvantaged: 34.9 })).toBe(1);
    expect(tierOf("disadvantage", { ...school, disadvantaged: 19.9 })).toBe(2);
    expect(tierOf("disadvantage", { ...school, disadvantaged: null })).toBe(2);
    expect(tierOf("disadvantage", { ...school, disadvantaged: 3, priorityArea: true })).toBe(0);
    expect(tierOf("disadvantage", { ...school, disadvantaged: 3, supported: true })).toBe(0);
  });
  it("is the same for all where order or a draw decides", () => {
    expect(tierOf("first_come", { ...school, disadvantaged: 60 })).toBe(tierOf("first_come", school));
    expect(tierOf("lottery", { ...school, disadvantaged: 60 })).toBe(tierOf("lottery", school));
  });
});

describe("days", () => {
  it("of a week end on Sunday", () => {
    expect(endOfWeek("2026-05-13")).toBe("2026-05-17");
    expect(endOfWeek("2026-05-17")).toBe("2026-05-17");
  });
});

describe("mails", () => {
  const about = {
    school: "St Oswin's Church of England Voluntary Aided Primary School",
    programme: "Mastering Number at Key Stage 2",
    reference: "MH-7K3P-Q2XD",
  };
  const contact = {
    personId: null,
    name: "Grace Oyelaran",
    title: "Primary lead",
    hubId: "",
    hubName: "Pennine Vale Maths Hub",
    email: "",
    telephone: "01632 960 142",
  };
  const mails = [
    askHeadMail({ ...about, by: "2026-05-29", cost: "10 days of release in the year", asker: "Priya Nair" }),
    sentMail({ ...about, head: "Tom Ashworth" }),
    sentMail({ ...about, promisedOn: "2026-06-12" }),
    headAnsweredMail({ ...about, head: "Tom Ashworth", agreed: true, promisedOn: "2026-06-12" }),
    headAnsweredMail({ ...about, head: "Tom Ashworth", agreed: false }),
    approvedMail(about),
    undoneMail({ ...about, promisedOn: "2026-06-12", placeBack: true }),
    ...Object.values(declineReasons).map(({ answer }) => declinedMail({ ...about, answer })),
    ...Object.values(redirectReasons).map(({ answer }) =>
      redirectedMail({ ...about, to: "Years 5 to 8 continuity", answer }),
    ),
  ];
  test.each(mails.map((mail) => [mail.purpose, mail] as const))(
    "%s: under 120 words, one link, a sender with a telephone number",
    (_, mail) => {
      const body = bodyOf(mail, { name: "Priya Nair", link: "http://localhost/x", contact });
      expect(body.split(/\s+/).length).toBeLessThan(120);
      expect(body.match(/http/g)).toHaveLength(1);
      expect(body).toContain("Grace Oyelaran, Pennine Vale Maths Hub, 01632 960 142");
      expect(body).not.toMatch(/\.\./);
    },
  );
});
