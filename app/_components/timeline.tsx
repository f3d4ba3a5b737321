import { sayMoment } from "@/lib/kernel/dates";
import type { TimelineEntry } from "@/lib/reporting/timeline";

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
}

/** What happened to one thing, the newest first; nothing where nothing happened yet. */
export function Timeline({ entries }: TimelineProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">What happened</h2>
      <ol className="log">
        {entries.map(({ id, at, sentence, actor }) => (
          <li key={id}>
            <p>{sentence}</p>
            <p className="muted">
              {actor}, {sayMoment(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
