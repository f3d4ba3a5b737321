/** What no record shows and a school or a person therefore tells us, with the words it is asked and shown in. */
export interface StatementText {
  readonly about: "school" | "person";
  /** A year is stated as the calendar year of its September. */
  readonly answer: "yes_or_no" | "academic_year";
  /** Follows "Met:" or "To confirm:". */
  readonly sentence: string;
  readonly question: string;
}

const school = { about: "school", answer: "yes_or_no" } as const;
const person = { about: "person", answer: "yes_or_no" } as const;

export const statements = {
  years_4_and_5_take_part: {
    ...school,
    sentence: "there are Year 4 and Year 5 teachers who can take part",
    question: "Can teachers from Year 4 and Year 5 take part for the whole year?",
  },
  mastering_number_in_use: {
    ...school,
    sentence: "Mastering Number is still taught in Reception and Key Stage 1",
    question: "Do Reception and Key Stage 1 still teach Mastering Number?",
  },
  held_back_from_mastery: {
    ...school,
    sentence: "something holds back lasting change in maths at present",
    question: "Does something hold back lasting change in maths at your school at present?",
  },
  senior_advocate: {
    ...school,
    sentence: "one of the two Mastery Advocates has substantial responsibility for maths",
    question: "Is one of your two Mastery Advocates a head of department, a deputy or a key stage lead?",
  },
  department_continues: {
    ...school,
    sentence: "the department will carry on after the first year",
    question: "Will the whole department carry on after the first year?",
  },
  began_teaching: {
    about: "person",
    answer: "academic_year",
    sentence: "the person's years of teaching fit",
    question: "In which school year did this person begin to teach?",
  },
  began_core_maths: {
    about: "person",
    answer: "academic_year",
    sentence: "the person is in the first two years of teaching Core Maths",
    question: "In which school year did, or will, this person begin to teach Core Maths?",
  },
  no_maths_training: {
    ...person,
    sentence: "the person did not train as a teacher of mathematics",
    question: "Did this person train to teach a subject other than mathematics?",
  },
  teaches_secondary_maths: {
    ...person,
    sentence: "the person teaches some secondary maths, or will within a year",
    question: "Does this person teach some maths in Years 7 to 11, or will within a year?",
  },
  teaches_early_years: {
    ...person,
    sentence: "the person works with three to five year olds",
    question: "Does this person work in nursery or Reception?",
  },
  teaches_primary_maths: {
    ...person,
    sentence: "the person teaches maths in Key Stage 1 or 2",
    question: "Does this person teach maths in Key Stage 1 or 2?",
  },
  supports_maths: {
    ...person,
    sentence: "the person is a teaching assistant who supports maths",
    question: "Is this person a teaching assistant who supports maths lessons?",
  },
  heads_department: {
    ...person,
    sentence: "the person leads the maths department now",
    question: "Is this person the head of the maths department now?",
  },
  leads_maths_in_trust: {
    ...person,
    sentence: "the person leads maths across the trust",
    question: "Does this person lead maths across the schools of the trust?",
  },
  teaches_resit: {
    ...person,
    sentence: "the person teaches GCSE resit or Functional Skills maths to students aged 16 to 19",
    question: "Does this person teach GCSE resit or Functional Skills maths after Year 11?",
  },
  leads_teachers_elsewhere: {
    ...person,
    sentence: "the person already leads professional development beyond their own school",
    question: "Does this person lead professional development for other schools?",
  },
  leads_change_elsewhere: {
    ...person,
    sentence: "the person helps schools other than their own to change",
    question: "Does this person support change in schools other than their own?",
  },
} as const satisfies Record<string, StatementText>;

export type StatementCode = keyof typeof statements;

export const statementCodes = Object.keys(statements) as [StatementCode, ...StatementCode[]];
