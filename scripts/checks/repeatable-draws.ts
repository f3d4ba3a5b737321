import fc from "fast-check";

/**
 * What properties are tried on is drawn from one seed, so that a run that was green stays green on the same commit, with
 * the counts of how much was tried. `PROPERTY_SEED=7` draws other examples, `PROPERTY_SEED=random` ever new ones; a
 * property with a seed of its own keeps that.
 */
const { PROPERTY_SEED = "20240901" } = process.env;
if (PROPERTY_SEED !== "random") {
  const seed = Number(PROPERTY_SEED);
  if (!Number.isSafeInteger(seed)) throw new Error("PROPERTY_SEED is a whole number or “random”.");
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
