import { Beads, BeadsKey } from "@/app/_components/beads";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { Table } from "@/app/_components/table";
import { sayDay } from "@/lib/kernel/dates";
import { count } from "@/lib/kernel/words";
import type { HubGroup, HubGroupSchool } from "@/lib/workgroups/queries/hub-group";
import { openStatuses } from "@/lib/workgroups/rules";
import { sayPlaces } from "../say-group";

const placements: Readonly<Record<string, { kind: StatusKind; words: string }>> = {
  proposed: { kind: "plain", words: "Proposed" },
  offered: { kind: "wait", words: "Offered" },
  accepted: { kind: "done", words: "Accepted" },
  started: { kind: "done", words: "Takes part" },
  completed: { kind: "done", words: "Completed" },
  paused: { kind: "no", words: "Paused" },
  declined: { kind: "plain", words: "Declined the place" },
  lapsed: { kind: "plain", words: "Did not answer in time" },
  withdrawn: { kind: "plain", words: "Withdrawn" },
};

/** The group's places as beads and its schools with where each stands. */
export function Schools({ group }: { readonly group: HubGroup }) {
  const offered = group.held - group.taken;
  const proposed = group.schools.filter(({ placement }) => placement === "proposed").length;
  const say = sayPlaces({ taken: group.taken, offered, maximum: group.maximumSchools });
  return (
    <>
      <h2>Schools</h2>
      <BeadsKey kinds={["solid", "half", "dashed", "hollow"]} />
      <Beads
        solid={group.taken}
        half={offered}
        dashed={Math.min(proposed, group.maximumSchools - group.held)}
        total={group.maximumSchools}
        say={proposed > 0 ? `${say}. ${proposed} proposed` : say}
        radius={13}
      />
      {group.toBeOffered > 0 && isOpen(group) ? (
        <p>
          {count(group.toBeOffered, "place")} came free. The waiting list offers{" "}
          {group.toBeOffered === 1 ? "it" : "them"} by itself as soon as no match of this programme is waiting
          to be published.
        </p>
      ) : null}
      {group.mayForm && group.held < group.maximumSchools && isOpen(group) ? (
        <p>
          <a href={`/hub/work-groups/${group.id}/next-school`}>Offer the free place to the next school</a>
        </p>
      ) : null}
      {group.schools.length === 0 ? (
        <p>No school has a place yet. A match places them once the group is open.</p>
      ) : (
        <Table
          caption="Schools and their places"
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={["School", "Place"]}
          rows={group.schools.map((school) => [
            <Name key="name" school={school} />,
            <Place key="place" school={school} />,
          ])}
        />
      )}
    </>
  );
}

function isOpen({ status }: HubGroup): boolean {
  return openStatuses.some((open) => open === status);
}

function Name({ school }: { readonly school: HubGroupSchool }) {
  return (
    <>
      <a href={`/hub/applications/${school.applicationId}`}>{school.name}</a>
      {school.town ? `, ${school.town}` : null}
    </>
  );
}

function Place({ school }: { readonly school: HubGroupSchool }) {
  const { kind, words } = placements[school.placement] ?? { kind: "plain", words: school.placement };
  return (
    <>
      <StatusTag kind={kind}>
        {words}
        {school.placement === "offered" && school.answerBy ? `, answer by ${sayDay(school.answerBy)}` : null}
      </StatusTag>
      {school.fromWaitingList ? <div className="small">The waiting list offered it</div> : null}
    </>
  );
}
