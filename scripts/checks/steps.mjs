/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * Runs named steps one after another and adds up what they count. A step that answers with counts counts as those,
 * another as one; a step that throws has failed.
 * @param {{ only?: string[] }} options the names to run; all of them when left out
 */
export function createSteps({ only } = {}) {
  const total = { passed: 0, failed: 0 };
  const failed = [];

  /** @param {string} name @param {() => unknown} work */
  async function step(name, work) {
    if (only && !only.includes(name)) return;
    const started = performance.now();
    const counts = await attempt(work);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) failed.push(name);
    const ran = counts.passed + counts.failed;
    const verdict = counts.failed > 0 ? `${counts.failed} of ${ran} failed` : `${ran} ok`;
    console.log(`${name.padEnd(12)} ${seconds.padStart(6)} s   ${verdict}`);
  }

  return { step, total, failed };
}

async function attempt(work) {
  try {
    const answer = await work();
    return typeof answer?.passed === "number" ? answer : { passed: 1, failed: 0 };
  } catch (error) {
    console.log(`\n${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}
