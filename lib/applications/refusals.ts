import { sayDate } from "@/lib/kernel/dates";
import { linkNumbers } from "./agreement-rules";

type Sentence = string | ((detail: Readonly<Record<string, string | number>>) => string);

/** What each refusal of the application deeds says: the reason, and what to do. */
export const applicationRefusals = {
  not_found: "We cannot find that application. It may belong to another school",
  no_hub: "Your school has no Maths Hub yet. Ask for access at the hub nearest to you, and it will be added",
  not_offered: "Schools do not apply for this programme here. Ring your hub to ask about it",
  not_yet_open: (detail) => `Applications open on ${sayDate(String(detail.opensOn))}`,
  closed: (detail) =>
    `Applications closed on ${sayDate(String(detail.closesOn))}. Ring your hub if you think a place could still be found`,
  not_eligible: (detail) => String(detail.sentence),
  answers_missing: "Answer every question on this page",
  name_the_person: "Choose who wants to take part, or enter a name",
  already_started: "There is already an application for this. You can change that one",
  withdrawn: "This application was withdrawn. You can start a new one while applications are open",
  decided: "Your hub has decided this application. Ring your hub contact if something has changed",
  already_named: (detail) => `${detail.name} is already named. Choose someone else`,
  people_full: (detail) => `This programme takes ${detail.maximum} from each school. Remove somebody first`,
  address_of_another:
    "This e-mail address belongs to somebody with another name. Check it, or leave it empty",
  last_person: "This application is for one person. Withdraw it if the person cannot take part",
  people_missing: (detail) => `Name at least ${detail.minimum}, or choose to name people later`,
  head_is_applicant: "Enter the headteacher's own e-mail address, not yours",
  no_headteacher: "Enter the headteacher's name and e-mail address first",
  already_agreed: "The headteacher has agreed already",
  asked_just_now: (detail) =>
    `We e-mailed ${detail.name} less than an hour ago. Wait a little before you send it again`,
  asked_too_often: `We have sent ${linkNumbers.inADay} links for this application today. Try again tomorrow, or ring your hub`,
  not_sent: "This application has not been sent yet",
  part_missing: "One part is not finished yet. Finish it before you send the application",
  changed_meanwhile: "Somebody changed this while you were looking. Read it again, then go on",
  link_used: "This link has been used",
  link_old: "This link is too old",
  not_needed: "This application no longer needs an answer",
  name_needed: "Enter your full name. It counts as your signature",
  promises_missing: "Tick each promise, or choose “I do not agree”",
  not_complete: "The school has not finished this application, so it cannot be decided yet",
  not_decided: "This application has not been decided yet",
  place_accepted:
    "The school has accepted a place, so the decision stands. The school can give the place back",
  newer_application: "The school has started another application for this since. Decide that one",
  follow_up_sent: "The school has gone on with the application you suggested, so the decision stands",
  note_needed: "Write what the school needs to know",
  same_offer: "This is what the school applied for. Choose another programme",
  not_eligible_there: (detail) => `The school cannot join that programme yet: ${detail.sentence}`,
  not_staff: "Choose somebody who works for this hub",
  place_over: "This place has already ended",
  not_approved: "Approve this application first. Then it can have a place",
  not_unplaced: "This school has a place already. It has to give that back before it can have another",
  other_offer: "This group works on another programme. Choose one of the programme the school applied for",
  group_not_open: "This group does not take schools at present. Open it, or choose another",
  group_full: "The last place in this group has just gone. Choose another group",
  own_lead:
    "Somebody of this school leads the group, and nobody leads their own school. Choose another group",
  no_offer: "There is no place to answer at present. Look at your application to see where it is",
  place_lapsed:
    "The last date to answer has passed, so the place is no longer held. Ring your hub: it may offer it once more",
  say_why: "Write why, in a few words",
  place_changed: "The place of this school has changed meanwhile. Read it again",
  settled: "This place has been dealt with already",
  not_due: "There is nothing to do yet",
  answer_by_past: "Choose a last date to answer from today on",
} as const satisfies Record<string, Sentence>;

export type ApplicationRefusal = keyof typeof applicationRefusals;
