"use client";

import { Button, ButtonGroup } from "./_components/button";
import { Page } from "./_components/page";

/** Shown when a page breaks. In production the error's message stays on the server; the digest finds it in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Page title="Something went wrong on our side" narrow>
      <title>Something went wrong on our side – Maths Hubs Enrolment</title>
      <p>What you had saved before is still saved. Try again in a few minutes.</p>
      <ButtonGroup>
        <Button type="button" onClick={reset}>
          Try again
        </Button>
        <a href="/">Go to the home page</a>
      </ButtonGroup>
      <p>
        If it happens again, <a href="/help/contact">tell us</a>
        {error.digest ? (
          <>
            {" "}
            and give this number: <strong className="code">{error.digest}</strong>
          </>
        ) : null}
        .
      </p>
    </Page>
  );
}
