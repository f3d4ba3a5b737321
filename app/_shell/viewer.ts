import type { Viewer } from "@/app/_components/page-header";
import { currentSession } from "@/lib/auth/current-user";
import { navigationFor } from "./navigation";

/** Who is signed in, as the header shows it; null for a visitor. */
export async function findViewer(): Promise<Viewer | null> {
  const session = await currentSession();
  if (!session) return null;
  return {
    name: session.actor.name,
    organisation: session.places[0]?.name ?? "",
    nav: navigationFor(session.actor),
  };
}
