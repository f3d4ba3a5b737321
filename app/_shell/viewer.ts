import type { Viewer } from "@/app/_components/page-header";

/** Who is signed in, as the header shows it; null for a visitor. */
export async function findViewer(): Promise<Viewer | null> {
  return null;
}
