"use client";

import "./_styles/build/style.css";

/** Takes the place of the whole document when the layout itself breaks, so it leans on nothing but the stylesheet. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB" className="govuk-template">
      <body className="govuk-template__body">
        <title>Something went wrong on our side – Maths Hubs Enrolment</title>
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper measure" id="main">
            <h1>Something went wrong on our side</h1>
            <p>What you had saved before is still saved. Try again in a few minutes.</p>
            <button type="button" className="govuk-button" onClick={reset}>
              Try again
            </button>
            <p>
              <a href="/">Go to the home page</a>
            </p>
          </main>
        </div>
      </body>
    </html>
  );
}
