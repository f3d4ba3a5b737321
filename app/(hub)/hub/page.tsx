import { redirect } from "next/navigation";

/** Hub staff land on what waits for them. */
export default function HubPage(): never {
  redirect("/hub/queue");
}
