import { requestClockAhead, requestNow } from "@/lib/auth/request-clock";
import { londonDate, sayDate } from "@/lib/kernel/dates";

/** Says so when the demonstration's clock runs ahead; nothing at any other time. */
export async function ClockBanner() {
  if ((await requestClockAhead()) === 0) return null;
  return (
    <aside className="govuk-width-container" aria-label="The demonstration’s clock">
      <p className="panel panel--honey">
        The demonstration’s clock runs ahead: here it is {sayDate(londonDate(await requestNow()))}.{" "}
        <a href="/personas#clock">Set it right</a>
      </p>
    </aside>
  );
}
