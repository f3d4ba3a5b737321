import type { ReviewKind } from "@/lib/schools/queries/reviews";

interface ReviewWords {
  readonly title: string;
  /** What it means, and what is asked. */
  readonly meaning: string;
}

export const reviewWords: Readonly<Record<ReviewKind, ReviewWords>> = {
  merger: {
    title: "Schools that became one",
    meaning:
      "The register says that a school went into another. A school has one journey, so say whose goes on: the one whose staff and children are there now.",
  },
  branch: {
    title: "A school that became several",
    meaning:
      "The register names more than one school that followed it. Its journey can go on in one of them; the others begin their own.",
  },
  loop: {
    title: "Schools that follow one another",
    meaning:
      "The register names each as the follower of the other, so it does not say which way the journey went. Say so, or keep them apart.",
  },
  missing_link: {
    title: "A follower that is not certain",
    meaning:
      "Only one of the schools names the other, or the register does not hold the follower. Say whether it is the same school under a new number.",
  },
  unknown_la: {
    title: "A school without a hub",
    meaning:
      "The register gives it no local authority that we know, so no hub looks after it. Give it a hub on its record: that answers this.",
  },
};
