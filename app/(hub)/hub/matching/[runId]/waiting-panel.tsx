"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

interface WaitingPanelProps {
  readonly runId: string;
  /** 0 to 100. */
  readonly progress: number;
}

const EVERY_SECOND = 1_000;

/** Follows a run until it is there. Without JavaScript a link asks again. */
export function WaitingPanel({ runId, progress }: WaitingPanelProps) {
  const router = useRouter();
  const [reached, setReached] = useState(progress);
  useEffect(() => {
    const follow = async () => {
      const found = await askProgress(runId);
      if (!found) return;
      setReached(found.progress);
      if (found.status === "queued" || found.status === "computing") return;
      clearInterval(timer);
      router.refresh();
    };
    const timer = setInterval(() => void follow(), EVERY_SECOND);
    return () => clearInterval(timer);
  }, [runId, router]);
  return (
    <section className="panel panel--tint" aria-labelledby="progress-title">
      <h2 id="progress-title">{reached === 0 ? "Waiting for its turn" : "Working it out"}</h2>
      <p>
        <progress className="meter" max={100} value={reached} aria-label="How far the match is" />
      </p>
      <p role="status">{reached} of 100. No school hears of this before you publish it.</p>
      <noscript>
        <p>
          <a href={`/hub/matching/${runId}`}>See how far it is now</a>
        </p>
      </noscript>
    </section>
  );
}

/** Nothing when the answer does not come: the next second asks again. */
async function askProgress(runId: string): Promise<{ status: string; progress: number } | undefined> {
  const answer = await fetch(`/hub/matching/${runId}/progress`).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { status: string; progress: number }) : undefined;
}
