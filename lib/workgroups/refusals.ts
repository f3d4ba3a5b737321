/** What each refusal of the planning deeds says. */
export const workGroupRefusals = {
  not_found: "We cannot find that Work Group. It may belong to another hub",
  offer_over: "This programme has ended. Choose one of this year or next year",
  unknown_postcode:
    "We cannot find this postcode in England. Check it, or use the postcode of a school nearby",
  wrong_status: "The group has moved on since you opened this page. Read it again",
  changed_meanwhile:
    "Somebody changed this group while you were looking. Read it again, then make your change",
  places_held:
    "Schools already hold places in this group, on this day and at this venue. Move single sessions instead, or cancel the group",
  maximum_below_places: (detail: Detail) =>
    `${detail.held} schools hold a place. The largest number of schools cannot be below that`,
  no_sessions: "Add the dates first: schools are offered a place with its dates",
  no_lead: "Choose a lead first: schools expect a name",
  below_minimum: (detail: Detail) =>
    `${detail.taken} schools have accepted and the group needs ${detail.minimum}. Say why it should run all the same`,
  not_a_lead: "This person does not lead for your hub. Invite them as a lead first, or choose someone else",
  own_school:
    "A school in this group employs this person, and nobody leads their own school. Choose someone else",
  session_over: "The register of this session is saved, so it took place as it stands",
  session_cancelled: "This session is cancelled already",
  date_odd: (detail: Detail) => `${detail.warnings} If you mean it, press the button again`,
  already_lead: "This person leads the group already",
} as const;

type Detail = Readonly<Record<string, string | number>>;

export type WorkGroupRefusal = keyof typeof workGroupRefusals;
