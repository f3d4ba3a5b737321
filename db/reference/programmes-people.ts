import type { OfferRule } from "@/lib/programmes/eligibility/rule";
import { type ProgrammeDescription, personProgramme } from "./programme-description";

const sktm = {
  format: "sktm_programme",
  unit: "person",
  strand: "sktm",
  leadRole: "pd_lead",
  audiences: ["individual_teachers"],
} as const satisfies Partial<ProgrammeDescription>;

const primaryPeople: readonly OfferRule[] = [
  { code: "state_funded" },
  { code: "key_stages", keyStages: ["KS1", "KS2"] },
];
const secondaryPeople: readonly OfferRule[] = [
  { code: "state_funded" },
  { code: "key_stages", keyStages: ["KS3", "KS4"] },
];

const phaseA = "Phase A: number sense";
const phaseB = "Phase B: additive and multiplicative reasoning";

/** From 2025/26 the programme for early career teachers is for the second and third year, before for the first and second. */
function earlyCareerYears(year: number): OfferRule {
  return year >= 2025
    ? { code: "person_teaching_year", since: "began_teaching", from: 2, to: 3 }
    : { code: "person_teaching_year", since: "began_teaching", from: 1, to: 2 };
}

/** Specialist Knowledge for Teaching Mathematics: programmes that enrol one person at a time. */
export const specialistKnowledge: readonly ProgrammeDescription[] = [
  {
    ...sktm,
    slug: "sktm-early-years",
    name: "SKTM: Early Years Teachers",
    shortName: "SKTM: Early Years Teachers",
    summary: "Maths for three to five year olds, for those who teach them every day.",
    keywords: "nursery Reception EYFS specialist knowledge",
    phase: "early_years",
    keyStages: ["EYFS"],
    code: "NCPyy-25",
    offer: {
      ...personProgramme,
      audience: "1 person, or 2 from a school",
      commitment:
        "Three sessions on the maths itself and three on teaching it, a small enquiry in your own setting between them, and a last session to share what you found.",
      timeNeeded: "4 days",
      sessions: 7,
      releaseDays: 4,
      agrees: [
        "Four days of release over the year",
        "Time to try ideas with the children and to write notes on them",
      ],
      rules: [
        { code: "state_funded" },
        { code: "key_stages", keyStages: ["EYFS"] },
        { code: "person_states", statement: "teaches_early_years" },
      ],
    },
    variants: [
      { suffix: "a", theme: "Pathway 1: number patterns and structures" },
      { suffix: "b", theme: "Pathway 2: pattern, shape, space and measures" },
    ],
  },
  {
    ...sktm,
    slug: "sktm-primary-teachers",
    name: "SKTM: Primary Teachers",
    shortName: "SKTM: Primary Teachers",
    summary: "Understand the maths you teach more deeply, one strand of it a year.",
    keywords: "specialist knowledge KS1 KS2 fractions reasoning",
    phase: "primary",
    keyStages: ["KS1", "KS2"],
    code: "NCPyy-26",
    offer: {
      ...personProgramme,
      audience: "1 teacher",
      commitment:
        "About four days of sessions with a task for your class between them. It suits teachers who are new to a key stage or who have had no maths training for some time.",
      timeNeeded: "4 days",
      sessions: 6,
      releaseDays: 4,
      agrees: ["Four days of release over the year", "A class to try the tasks with"],
      rules: [...primaryPeople, { code: "person_states", statement: "teaches_primary_maths" }],
    },
    variants: [
      { suffix: "a", theme: "Additive reasoning" },
      { suffix: "b", theme: "Multiplicative reasoning" },
      { suffix: "c", theme: "Fractions" },
    ],
  },
  {
    ...sktm,
    slug: "sktm-primary-tas",
    name: "SKTM: Primary Teaching Assistants",
    shortName: "SKTM: Primary Teaching Assistants",
    summary: "Number, made clear, for teaching assistants who support maths lessons.",
    keywords: "TA support staff specialist knowledge",
    phase: "primary",
    keyStages: ["EYFS", "KS1", "KS2"],
    audiences: ["teaching_assistants"],
    code: "NCPyy-27",
    offer: {
      ...personProgramme,
      audience: "1 teaching assistant",
      commitment:
        "Four days spread over at least two terms, on how number works and how to help pupils see it.",
      timeNeeded: "4 days over 2 terms",
      meets: "both",
      sessions: 6,
      releaseDays: 4,
      agrees: [
        "Four days of release over at least two terms",
        "Time to talk with the class teacher about each task",
      ],
      rules: [
        { code: "state_funded" },
        { code: "key_stages", keyStages: ["EYFS", "KS1", "KS2"] },
        { code: "person_states", statement: "supports_maths" },
      ],
    },
  },
  {
    ...sktm,
    slug: "sktm-primary-ects",
    name: "SKTM: Primary Early Career Teachers",
    shortName: "SKTM: Primary Early Career Teachers",
    summary: "Number sense first, then additive and multiplicative reasoning, for new teachers.",
    keywords: "ECT NQT new teacher specialist knowledge",
    phase: "primary",
    keyStages: ["KS1", "KS2"],
    code: "NCPyy-28",
    offer: {
      ...personProgramme,
      audience: "1 early career teacher",
      commitment: "Up to four days a year. Phase A comes first; Phase B builds on it in a later year.",
      timeNeeded: "4 days",
      sessions: 6,
      releaseDays: 4,
      agrees: ["Up to four days of release over the year", "A class to try the tasks with"],
      rules: (year) => [...primaryPeople, earlyCareerYears(year)],
    },
    variants: [
      {
        suffix: "a",
        theme: phaseA,
        rules: (year) => [
          ...primaryPeople,
          earlyCareerYears(year),
          { code: "person_not_taken", programme: "sktm-primary-ects", theme: phaseA },
        ],
      },
      {
        suffix: "b",
        theme: phaseB,
        rules: (year) => [
          ...primaryPeople,
          earlyCareerYears(year),
          { code: "person_completed", programme: "sktm-primary-ects", theme: phaseA },
        ],
      },
    ],
  },
  {
    ...sktm,
    slug: "sktm-secondary-non-specialists",
    name: "SKTM: Secondary Non-specialist Teachers",
    shortName: "SKTM: Secondary Non-specialist Teachers",
    summary: "For teachers of other subjects who teach some maths, or soon will.",
    keywords: "non specialist out of field KS3 specialist knowledge",
    phase: "secondary",
    keyStages: ["KS3", "KS4"],
    code: "NCPyy-30",
    offer: {
      ...personProgramme,
      audience: "1 teacher",
      commitment:
        "Eighteen sessions, about six days together, on the maths of Years 7 to 9 and how to teach it, with tasks for your own classes.",
      timeNeeded: "6 days in 18 sessions",
      meets: "both",
      sessions: 18,
      releaseDays: 6,
      agrees: [
        "Six days of release over the programme",
        "The person teaches some maths, or will within a year",
        "Somebody in the maths department to ask",
      ],
      rules: [
        { code: "state_funded" },
        { code: "key_stages", keyStages: ["KS3", "KS4", "post16"] },
        { code: "person_states", statement: "teaches_secondary_maths" },
        { code: "person_states", statement: "no_maths_training" },
        { code: "person_not_taken", programme: "sktm-secondary-non-specialists", theme: null },
      ],
    },
    variants: [
      { suffix: "a", theme: "Summer start", window: "mid_year", term: "summer_to_march" },
      { suffix: "b", theme: "Autumn start" },
    ],
  },
  {
    ...sktm,
    slug: "sktm-secondary-tas",
    name: "SKTM: Secondary Teaching Assistants",
    shortName: "SKTM: Secondary Teaching Assistants",
    summary: "The maths of Years 7 to 9, for teaching assistants who support it.",
    keywords: "TA support staff KS3 specialist knowledge",
    phase: "secondary",
    keyStages: ["KS3", "KS4"],
    audiences: ["teaching_assistants"],
    code: "NCPyy-31",
    offer: {
      ...personProgramme,
      audience: "1 teaching assistant",
      commitment: "About four days of sessions with tasks in the lessons you support.",
      timeNeeded: "4 days",
      meets: "both",
      sessions: 6,
      releaseDays: 4,
      agrees: ["Four days of release over the year", "Time to talk with a maths teacher about each task"],
      rules: [...secondaryPeople, { code: "person_states", statement: "supports_maths" }],
    },
  },
  {
    ...sktm,
    slug: "sktm-secondary-ects",
    name: "SKTM: Secondary Early Career Teachers",
    shortName: "SKTM: Secondary Early Career Teachers",
    summary: "Teach the key ideas of secondary maths with confidence in your first years.",
    keywords: "ECT NQT new teacher specialist knowledge",
    phase: "secondary",
    keyStages: ["KS3", "KS4"],
    code: "ECTSyy",
    offer: {
      ...personProgramme,
      audience: "1 early career teacher",
      commitment:
        "Sessions through the year with other new teachers, and tasks for your own classes between them.",
      timeNeeded: "4 days",
      sessions: 6,
      releaseDays: 4,
      agrees: ["Four days of release over the year", "A class to try the tasks with"],
      rules: [...secondaryPeople, { code: "person_teaching_year", since: "began_teaching", from: 1, to: 2 }],
    },
  },
  {
    ...sktm,
    slug: "sktm-core-maths",
    name: "SKTM: New to Core Maths",
    shortName: "SKTM: New to Core Maths",
    summary: "Six themed sessions for teachers in their first two years of Core Maths.",
    keywords: "AMSP level 3 sixth form college specialist knowledge",
    phase: "post16",
    keyStages: ["post16"],
    code: "NCPyy-32",
    offer: {
      ...personProgramme,
      audience: "1 teacher",
      commitment: "Six sessions, each on a theme of Core Maths. Several hubs often share a group.",
      timeNeeded: "6 sessions",
      meets: "both",
      sessions: 6,
      funding:
        "Free for state-funded schools and colleges, together with the Advanced Mathematics Support Programme.",
      releaseDays: 3,
      agrees: ["Release for six sessions, about three days over the year"],
      rules: [
        { code: "state_funded" },
        { code: "key_stages", keyStages: ["post16"] },
        { code: "person_teaching_year", since: "began_core_maths", from: 1, to: 2 },
      ],
    },
  },
];
