import type { OfferRule } from "@/lib/programmes/eligibility/rule";
import { type ProgrammeDescription, schoolGroup } from "./programme-description";

const ladder = {
  phase: "primary",
  keyStages: ["KS1", "KS2"],
  format: "work_group",
  unit: "school",
  ladderPhase: "primary",
  strand: "teaching_for_mastery",
  leadRole: "primary_mastery_specialist",
  audiences: ["school_teachers"],
} as const satisfies Partial<ProgrammeDescription>;

const primarySchool: readonly OfferRule[] = [
  { code: "state_funded" },
  { code: "key_stages", keyStages: ["KS1", "KS2"] },
];

/** Teaching for Mastery in primary schools, from the foundations to the yearly renewal. */
export const primaryLadder: readonly ProgrammeDescription[] = [
  {
    ...ladder,
    slug: "primary-tfm-readiness",
    name: "Primary Teaching for Mastery: Mastery Readiness",
    shortName: "Readiness",
    summary: "One year to lay the foundations where something still stands in the way of mastery.",
    keywords: "primary mastery ready foundations Ofsted",
    keyStages: ["EYFS", "KS1", "KS2"],
    stage: "readiness",
    leadRole: "readiness_lead",
    code: "NCPyy-08",
    offer: {
      ...schoolGroup,
      audience: "2 teachers, one of them the maths lead",
      commitment:
        "Two teachers come to workshops through the year. A Mastery Readiness Lead visits the school, and together you write and follow an action plan. The headteacher comes to the first workshop.",
      timeNeeded: "6 half-days and visits",
      sessions: 6,
      funding: "Free, with a contribution to supply costs. Your hub tells you the amount.",
      group: [4, 8],
      participants: [2, 2],
      releaseDays: 7,
      agrees: [
        "About seven days of release over the year for two teachers together, and half a day for the headteacher",
        "The maths lead is one of the two",
        "A written action plan, followed up on each visit",
        "The school means to go on to Development",
      ],
      rules: [
        ...primarySchool,
        { code: "before_stage", phase: "primary", stage: "development" },
        { code: "barrier" },
        { code: "not_beside", programmes: ["primary-tfm-development"] },
      ],
    },
  },
  {
    ...ladder,
    slug: "primary-tfm-development",
    name: "Primary Teaching for Mastery: Development",
    shortName: "Development",
    summary: "Begin Teaching for Mastery: two teachers try it in their classrooms, then lead it in yours.",
    keywords: "primary mastery start first year TRG teacher research group",
    stage: "development",
    code: "NCPyy-09",
    offer: {
      ...schoolGroup,
      audience: "2 lead participants",
      commitment:
        "Two teachers, one of them with influence over maths, meet six times for half a day, each time around a lesson that they watch and discuss. A Mastery Specialist visits once a term. You try the approach in two classrooms first and plan how it reaches the others.",
      timeNeeded: "6 half-days and 3 visits",
      sessions: 6,
      funding: "Free. A grant of £1,000 for each school towards supply costs.",
      participants: [2, 2],
      releaseDays: 10,
      agrees: [
        "At least ten days of release over the year for two teachers together",
        "The same two people all year, one of them the maths lead or an experienced teacher",
        "A visit by the Mastery Specialist each term, and time for the headteacher to meet them",
        "An action plan, and a short report at the end",
        "The school means to go on to Embedding and Sustaining",
      ],
      rules: [
        ...primarySchool,
        {
          code: "never_taken",
          programme: "primary-tfm-development",
          rung: { phase: "primary", stage: "development" },
          next: ["primary-tfm-embedding", "primary-tfm-sustaining"],
        },
        { code: "not_beside", programmes: ["primary-tfm-readiness"] },
      ],
    },
  },
  {
    ...ladder,
    slug: "primary-tfm-embedding",
    name: "Primary Teaching for Mastery: Embedding",
    shortName: "Embedding",
    summary: "The year after Development: bring Teaching for Mastery into every class.",
    keywords: "primary mastery second year",
    stage: "embedding",
    code: "NCPyy-10",
    offer: {
      ...schoolGroup,
      audience: "2 lead participants",
      commitment:
        "The two lead participants meet other schools six times and their Mastery Specialist comes to the school. The work turns to the whole school: how maths is led, planned and timetabled, what teachers know, and how they learn from one another.",
      timeNeeded: "6 half-days and visits",
      sessions: 6,
      participants: [2, 2],
      releaseDays: 8,
      agrees: [
        "About eight days of release over the year for two teachers together",
        "The lead participants of Development carry on where that can be done",
        "Time for all teachers of maths to plan and learn together",
        "The headteacher takes part in planning how maths is led",
      ],
      rules: [
        ...primarySchool,
        {
          code: "stage_year_before",
          phase: "primary",
          stage: "development",
          throughProgramme: "primary-tfm-development",
          insteadProgramme: "primary-tfm-sustaining",
        },
        { code: "not_beside", programmes: ["primary-tfm-sustaining"] },
      ],
    },
  },
  {
    ...ladder,
    slug: "primary-tfm-sustaining",
    name: "Primary Teaching for Mastery: Sustaining",
    shortName: "Sustaining",
    summary: "Keep improving with schools that know you. Renewed each year.",
    keywords: "primary mastery every year renew continue",
    stage: "sustaining",
    code: "NCPyy-11",
    offer: {
      ...schoolGroup,
      audience: "1 teacher, usually the maths lead",
      commitment:
        "Six workshops a year, each in another school of the group. You bring your action plan, refine it with the others and try the next step. Colleagues and the headteacher join for parts that concern them.",
      timeNeeded: "6 half-days",
      sessions: 6,
      group: [8, 15],
      participants: [1, 2],
      releaseDays: 3,
      agrees: [
        "Six half-days of release for one teacher, normally the maths lead",
        "A written action plan, kept up through the year",
        "The school hosts a workshop when its turn comes",
        "Leaders give teachers time to plan maths together",
      ],
      rules: [
        ...primarySchool,
        {
          code: "stage_ever",
          phase: "primary",
          stage: "development",
          throughProgramme: "primary-tfm-development",
          orSpecialist: "primary_mastery_specialist",
        },
        { code: "not_beside", programmes: ["primary-tfm-development", "primary-tfm-embedding"] },
      ],
    },
  },
];
