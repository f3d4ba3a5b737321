import { listWords } from "@/lib/kernel/words";

interface ReleaseCostProps {
  /** "10 days of release in the year", or the time it takes where no days are settled. */
  readonly cost: string;
  readonly timeNeeded: string;
  readonly funding: string;
  /** Who takes part, as far as they are named. */
  readonly people: readonly string[];
}

/** What a programme costs a school, before what it brings: the first thing a headteacher reads. */
export function ReleaseCost({ cost, timeNeeded, funding, people }: ReleaseCostProps) {
  return (
    <section className="panel panel--tint" aria-labelledby="cost">
      <h2 id="cost">What it asks of your school</h2>
      <p className="whole">{cost}</p>
      {people.length > 0 ? <p>For {listWords(people)}.</p> : <p>The people who take part are named later.</p>}
      {timeNeeded && !cost.startsWith(timeNeeded) ? <p>{timeNeeded}</p> : null}
      <p>{funding}</p>
    </section>
  );
}
