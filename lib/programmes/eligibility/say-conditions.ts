import { evaluateEligibility } from "./evaluate";
import type { EligibilityFacts, OfferFacts } from "./facts";

/** The conditions of an offer as sentences, for readers of whom nothing is known: "you are state-funded". */
export function sayConditions(offer: OfferFacts, catalogue: readonly OfferFacts[]): string[] {
  const facts = { ...nobody, today: offer.opensOn };
  return evaluateEligibility({ offer, facts, catalogue }).conditions.map(({ sentence }) => sentence);
}

const nobody: Omit<EligibilityFacts, "today"> = {
  organisation: {
    id: "",
    name: "",
    kind: "school",
    hubId: null,
    stateFunded: true,
    phases: [],
    lowAge: null,
    highAge: null,
    typeName: null,
    special: false,
    pupils: null,
    ofstedRating: null,
    earlierUrns: [],
    designations: [],
    secondarySchools: 0,
  },
  stages: [],
  places: [],
  statements: [],
  applications: [],
  overrides: [],
  person: null,
};
