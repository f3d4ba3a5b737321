"use client";

/** What somebody reads who finds nothing. A client component: every page carries this one, in case, and so only its name. */
export function LostWords() {
  return (
    <>
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
    </>
  );
}
