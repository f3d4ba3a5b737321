import { SummaryList } from "@/app/_components/summary-list";
import type { HubApplicationView } from "@/lib/applications/queries/hub-application";
import { sayWishes } from "@/lib/applications/say-wishes";

/** The school's answers in words. */
export function ToldUs({ application }: { readonly application: HubApplicationView }) {
  const wishes = sayWishes(application);
  const { participants, note, startedBy } = application;
  const people = participants.map(({ name, jobTitle }) => (jobTitle ? `${name}, ${jobTitle}` : name));
  return (
    <>
      <h2>What they told us</h2>
      <SummaryList
        rows={[
          {
            key: "Applied by",
            value: startedBy.email ? `${startedBy.name}, ${startedBy.email}` : startedBy.name,
          },
          { key: "People", value: people.length > 0 ? people.join("; ") : "Named later" },
          { key: "Possible days", value: wishes.days },
          { key: "Best days", value: wishes.best },
          { key: "Way of meeting", value: wishes.meeting },
          { key: "Distance", value: wishes.travel },
          { key: "Neighbouring hubs", value: application.neighbourHubs ? "Possible" : "Not wanted" },
          { key: "For the hub to know", value: note ? `“${note}”` : "Nothing" },
        ]}
      />
    </>
  );
}
