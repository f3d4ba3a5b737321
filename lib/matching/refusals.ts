/** What each refusal of the matching deeds says, and what to do. */
export const matchingRefusals = {
  not_found: "We cannot find that match run. It may belong to another hub",
  run_open:
    "This programme is being matched already, by a hub or over all hubs. That run has to be published or discarded first",
  nothing_to_match: "No approved application waits for a place. Decide applications in the work queue first",
  offer_over: "This programme has ended. Choose one of this year or next year",
  not_computed: "This run is still being worked out. Wait until it is there",
  not_reviewed: "Look through the results first, then publish",
  wrong_status: "This run has moved on since you opened this page. Read it again",
  newer_run: "There is a newer run for this programme. Publish that one, so that nobody gets an old result",
  published: "Part of this run has been published, so it stays. Start a new run for what is left",
  nothing_to_publish:
    "Everything in this choice has been published already, or has changed since the run. Start a new run for what is left",
  groups_planned:
    "The groups in this choice have no dates yet. Add their dates and open them, then publish: schools are offered a place with its dates",
  venue_unknown:
    "We cannot find the postcode of this venue. Plan the group by hand, with the postcode of a school nearby",
  proposed_lead_gone:
    "The lead who was free for this group is not any more. Match again: the proposals then know who is",
  change_not_open: (detail: Detail) => `This group is not open to the school: ${detail.why}`,
  change_group_idle:
    "This group does not run: not enough schools could come. Choose one that runs, or confirm the group and match again",
  change_group_full:
    "Every place in this group is held, or kept for a school by hand. Undo one of those changes first",
  change_too_few: "With that, a group would have fewer schools than it needs, and nobody else could come",
  change_of_repair:
    "This run may move schools that have a place, so its results stand as they are. Decide by hand in the run that moves nobody",
  change_not_kept:
    "This run was worked out before changes by hand were kept. Match again, then change the new run",
  nothing_chosen: "Choose at least one group, or the schools that wait",
  no_free_place: "Every place of this group is held now. Come back when one is free",
  nobody_next: "No school without a place would come here now. Nothing was sent",
  next_changed: "Another school is next since you opened this page. Read it again: nothing was sent",
  late_changed:
    "The place has gone, or another group has one for this school now. Read the page again: nothing was sent",
  being_matched:
    "This programme is being matched. The waiting list goes on when the run is published or discarded",
  not_matched: "Nothing of this programme has been published yet. Match it first",
  choose_first: "Choose between the two ways first: one of them is published",
  answer_by_past: "Choose a date from tomorrow on",
  answer_by_far: "Choose a date within three months. Places should not stand empty for longer",
} as const;

type Detail = Readonly<Record<string, string | number>>;

export type MatchingRefusal = keyof typeof matchingRefusals;
