import type { Metadata } from "next";
import { Page } from "./_components/page";
import { LostWords } from "./_shell/lost-words";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <Page title="Page not found" narrow>
      <LostWords />
    </Page>
  );
}
