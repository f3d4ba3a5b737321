import type { Metadata } from "next";
import { Page } from "./_components/page";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <Page title="Page not found" narrow>
      <p>
        If you typed the web address, check that it is correct. If you pasted it, check that you copied all of
        it.
      </p>
      <p>
        If you followed a link, the page may have moved, or it may belong to another school or hub.{" "}
        <a href="/sign-in">Sign in</a> with the account that the link was sent to, and open it again.
      </p>
      <p>
        You can also <a href="/">start from the home page</a> or{" "}
        <a href="/help/contact">ask a person to help you</a>.
      </p>
    </Page>
  );
}
