const hour = 3_600_000;
const calendar = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", dateStyle: "short" });

/**
 * The moment the next day begins in London. Windows open and close with the date there, so nothing may be kept past it.
 * @param {number} now milliseconds since 1970
 */
export function nextLondonMidnight(now) {
  const today = calendar.format(now);
  // London is a whole number of hours from UTC, so its days begin on the hour.
  let moment = (Math.floor(now / hour) + 1) * hour;
  while (calendar.format(moment) === today) moment += hour;
  return moment;
}
