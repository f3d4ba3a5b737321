import type { Metadata } from "next";
import { InsetText } from "@/app/_components/inset-text";
import { Page } from "@/app/_components/page";
import { count } from "@/lib/kernel/words";
import { sayOffer } from "../../say-group";
import { type GroupParams, readGroup } from "../read-group";
import { EditForm } from "./edit-form";

export const metadata: Metadata = { title: "Change a group" };

export default async function EditWorkGroupPage({ params }: GroupParams) {
  const { group } = await readGroup(await params, "/edit", "arrange");
  return (
    <Page
      title={`Change ${group.name}`}
      eyebrow={`${sayOffer(group)}. ${group.code}`}
      back={`/hub/work-groups/${group.id}`}
      narrow
    >
      {group.held > 0 ? (
        <InsetText>
          {count(group.held, "school")} {group.held === 1 ? "holds" : "hold"} a place by this day and this
          venue, so those stay. You can move single sessions.
        </InsetText>
      ) : null}
      <EditForm
        workGroupId={group.id}
        version={group.version}
        now={{
          name: group.name,
          meets: group.online ? "online" : "face_to_face",
          venueName: group.venueName ?? "",
          venuePostcode: group.venuePostcode ?? "",
          weekday: String(group.weekday),
          weekPattern: group.weekPattern,
          minimumSchools: String(group.minimumSchools),
          maximumSchools: String(group.maximumSchools),
          whatToPrepare: group.whatToPrepare ?? "",
        }}
      />
    </Page>
  );
}
