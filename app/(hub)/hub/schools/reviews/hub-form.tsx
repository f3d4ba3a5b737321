import { Button } from "@/app/_components/button";
import { Select } from "@/app/_components/select";
import type { HubView } from "@/lib/hubs/queries";

/** For those who look after several hubs. Its choice stands in the address. */
export function HubForm({
  hubs,
  code,
  blank,
}: {
  readonly hubs: readonly HubView[];
  readonly code: string;
  readonly blank: string;
}) {
  return (
    <form method="get" action="/hub/schools/reviews" aria-label="Choose a hub">
      <Select
        name="hub"
        label="Hub"
        defaultValue={code}
        items={[{ value: "", label: blank }, ...hubs.map((hub) => ({ value: hub.code, label: hub.name }))]}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
