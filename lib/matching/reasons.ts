/** Why a result was not published with the others: what had changed between the run and its publication. */
export const leftOutReasons = {
  withdrawn: "The school has withdrawn its application",
  decided_otherwise: "The hub has decided the application otherwise",
  has_a_place: "It has been given a place meanwhile",
  place_changed: "The place it was to move from has changed",
  wishes_changed: "Its wishes or its priority have changed",
  replaced: "The school has applied again",
  group_closed: "The group no longer takes schools",
  group_changed: "The day, the venue or the lead of the group has changed",
  group_full: "The group has fewer free places than at the time of the run",
  own_lead: "Somebody of the school leads the group now",
} as const;

export type LeftOut = keyof typeof leftOutReasons;
export const leftOutCodes = Object.keys(leftOutReasons) as LeftOut[];

/** Why a proposed lead was not given the group at publication. The schools of the group have their places all the same. */
export const leadLeftOutReasons = {
  has_a_lead: "The group has been given a lead meanwhile",
  leads_elsewhere: "This person has been given other groups meanwhile",
  not_that_day: "This person cannot lead on that weekday any more",
  not_a_lead: "This person no longer leads for the hub",
  own_school: "This person works at a school of the group now",
} as const;

export type LeadLeftOut = keyof typeof leadLeftOutReasons;
