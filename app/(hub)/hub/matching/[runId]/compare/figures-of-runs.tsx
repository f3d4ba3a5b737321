import { sayMoment } from "@/lib/kernel/dates";
import type { MatchFigures, MatchRunView } from "@/lib/matching/queries/match-run";
import { runStatus } from "../../run-status";

interface RunsProps {
  readonly before: MatchRunView;
  readonly after: MatchRunView;
}

type Row = readonly [what: string, of: (run: MatchRunView) => string];

const figure =
  (of: (figures: MatchFigures) => number | null, unit = "") =>
  ({ figures }: MatchRunView) => {
    const number = of(figures);
    return number === null ? "Nobody travels" : `${unit ? number.toFixed(1) : number}${unit}`;
  };
const tier = (of: "placedByTier" | "waitingByTier", index: number) =>
  figure((figures) => figures[of][index] ?? 0);
const counted =
  (of: (policy: MatchRunView["policy"]) => number) =>
  ({ policy }: MatchRunView) =>
    `${of(policy) / 10} km`;

const results: readonly Row[] = [
  ["Placed", figure(({ placed }) => placed)],
  ["Placed of the first priority", tier("placedByTier", 0)],
  ["Placed of the second priority", tier("placedByTier", 1)],
  ["Placed of the third priority", tier("placedByTier", 2)],
  ["Waiting", figure(({ waiting }) => waiting)],
  ["Waiting of the first priority", tier("waitingByTier", 0)],
  ["Waiting of the second priority", tier("waitingByTier", 1)],
  ["Waiting of the third priority", tier("waitingByTier", 2)],
  ["Groups with somebody placed", figure(({ groups }) => groups)],
  ["On one of their best days, or without one", figure(({ onBestDay }) => onBestDay)],
  ["Travel on average", figure(({ averageKm }) => averageKm, " km")],
  ["Travel at most", figure(({ farthestKm }) => farthestKm, " km")],
];

const policy: readonly Row[] = [
  ["A day it did not prefer counts as", counted(({ notPreferredDay }) => notPreferredDay)],
  ["The other way of meeting", counted(({ otherMode }) => otherMode)],
  ["A neighbouring hub", counted(({ neighbourHub }) => neighbourHub)],
  ["Another lead than last year", counted(({ previousLead }) => previousLead)],
  ["Each kilometre counts for more from", ({ policy: { longTravelFromKm } }) => `${longTravelFromKm} km`],
];

/** What two runs found and with which numbers, the older one first. */
export function FiguresOfRuns(runs: RunsProps) {
  return (
    <>
      <Figures caption="What they found" rows={results} {...runs} />
      <Figures caption="The numbers they were worked out with" rows={policy} {...runs} />
    </>
  );
}

function Figures({ caption, rows, before, after }: RunsProps & { caption: string; rows: readonly Row[] }) {
  return (
    <table className="queue">
      <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">
            <RunLink run={before} />
          </th>
          <th scope="col">
            <RunLink run={after} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, of]) => {
          const [was, is] = [of(before), of(after)];
          return (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td data-l="Older run">{was}</td>
              <td data-l="Newer run">{was === is ? is : <strong>{is}</strong>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RunLink({ run }: { readonly run: MatchRunView }) {
  return (
    <>
      <a href={`/hub/matching/${run.id}`}>{sayMoment(run.queuedAt)}</a>
      <small>{runStatus[run.status].words}</small>
    </>
  );
}
