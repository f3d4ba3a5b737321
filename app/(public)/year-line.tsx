const months = ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"];
/** Where in the year six half-days usually fall, in months from the first of September. */
const meetings = [0.9, 2.3, 4.4, 6.2, 8.2, 9.5];

const across = (month: number) => `${((month / months.length) * 100).toFixed(2)}%`;

/** The school year as a number line with the meetings of a group on it; the sentence above says the same. */
export function YearLine() {
  return (
    <svg className="year-line" width="100%" height="66" aria-hidden="true" focusable="false">
      {months.map((month, index) => (
        <text key={month} x={across(index + 0.5)} y="16" textAnchor="middle">
          {month}
        </text>
      ))}
      {months.map((month, index) => (
        <line key={month} className="year-line__tick" x1={across(index)} x2={across(index)} y1="26" y2="62" />
      ))}
      <line className="rod" x1="0" x2="100%" y1="44" y2="44" />
      {meetings.map((month) => (
        <circle key={month} className="bead bead--solid" cx={across(month)} cy="44" r="10" />
      ))}
    </svg>
  );
}
