import type { Metadata } from "next";
import { Page } from "@/app/_components/page";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <Page title="Accessibility" narrow>
      <p>
        Every page is meant to work with a keyboard, with a screen reader, at 400% zoom, on a phone, and with
        scripts switched off.
      </p>
      <p>
        We check pages automatically against the Web Content Accessibility Guidelines 2.2, levels A and AA. No
        audit by disabled users has been made yet.
      </p>
      <p>If something stands in your way, tell your hub. It can do anything here on your behalf.</p>
    </Page>
  );
}
