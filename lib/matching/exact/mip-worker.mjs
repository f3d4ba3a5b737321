/**
 * Runs HiGHS on one model after the other in a thread of its own. Plain JavaScript, so that the thread starts without
 * the loader of the TypeScript sources. A message in is a model (`mip-model.ts`), a message out
 * `{ answer }` or `{ fault }`.
 */
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

const highs = await loadHighs();
const { modelStatus, callbackType } = highs.constants;

const endings = new Map([
  [modelStatus.optimal, "optimal"],
  [modelStatus.infeasible, "infeasible"],
]);

/** @param {import("./mip-model").MipModel} model */
function solve(model) {
  const { work, start, ...data } = model;
  return highs.withModel(
    { ...data, matrix: { ...data.matrix, format: "csr" }, sense: highs.constants.objectiveSense.minimize },
    (mip) => {
      mip.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99 });
      mip.setSolution({ colValue: start });
      mip.run({
        [callbackType.mipInterrupt]: (event) => {
          if (Number(event.data.mip_total_lp_iterations ?? 0) > work) event.interrupt();
        },
      });
      return {
        ending: endings.get(mip.getModelStatus()) ?? "stopped",
        objective: mip.getObjectiveValue(),
        bound: mip.info.get("mip_dual_bound"),
        values: Float64Array.from(mip.getSolution().colValue),
      };
    },
  );
}

parentPort?.on("message", (model) => {
  try {
    parentPort?.postMessage({ answer: solve(model) });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
});
