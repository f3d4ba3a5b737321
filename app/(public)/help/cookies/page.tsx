import type { Metadata } from "next";
import { Page } from "@/app/_components/page";

export const metadata: Metadata = { title: "Cookies" };

export default function CookiesPage() {
  return (
    <Page title="Cookies" narrow>
      <p>This service keeps you signed in with one cookie. It ends after 12 hours, or when you sign out.</p>
      <p>
        While you sign in, short-lived cookies protect the form that you send. They say nothing about you.
      </p>
      <p>There is no tracking, no advertising and nothing from other companies.</p>
    </Page>
  );
}
