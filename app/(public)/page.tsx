import type { Metadata } from "next";
import { Anchor } from "@/app/_components/anchor";
import { Columns } from "@/app/_components/columns";
import { SchoolPicker } from "@/app/_components/school-picker";
import { isDemonstration } from "@/lib/kernel/env";

export const metadata: Metadata = { title: "Find a maths group for your school" };

const steps = [
  { title: "Apply once", text: "Your school says which days it could attend and how far it would travel." },
  {
    title: "Your headteacher agrees",
    text: "By a link in an email, with the cost in days first. No account is needed.",
  },
  { title: "Your hub places you", text: "In a Work Group with a named lead, and with the reason in words." },
  {
    title: "See your journey",
    text: "From Readiness to Sustaining, year by year, with dates for your calendar.",
  },
];

export default function HomePage() {
  return (
    <main id="main" tabIndex={-1}>
      <div className="hero">
        <div className="govuk-width-container">
          <div className="measure">
            <h1>Find the maths group that fits your school</h1>
            <p className="govuk-body-l">
              Free professional development for teachers of maths in England, led by people who teach. Find
              your school, see which Maths Hub serves it, and apply once.
            </p>
            <SchoolPicker
              action="/schools"
              chosenName="urn"
              label="Start with your school"
              labelSize="m"
              button="Find our hub"
            >
              <p>
                <Anchor href="/programmes">Browse all programmes without choosing a school</Anchor>
              </p>
            </SchoolPicker>
          </div>
        </div>
      </div>
      <div className="govuk-width-container govuk-main-wrapper">
        <Columns>
          <HowItWorks />
          <TakingPart />
        </Columns>
      </div>
    </main>
  );
}

function HowItWorks() {
  return (
    <div>
      <h2>How it works</h2>
      <ol className="reasons">
        {steps.map((step) => (
          <li key={step.title}>
            <p>
              <strong>{step.title}</strong>
              {step.text}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function TakingPart() {
  return (
    <section className="panel panel--paper" aria-labelledby="taking-part">
      <h2 id="taking-part">Already taking part?</h2>
      <p>
        <Anchor href="/sign-in">Sign in</Anchor> for your school’s dates, people and journey, for your groups,
        or for your hub’s work.
      </p>
      <p>
        No access yet? <Anchor href="/get-access">Ask your hub to vouch for you</Anchor>.
      </p>
      {isDemonstration() ? (
        <p>
          This is a demonstration. <Anchor href="/personas">Sign in as one of its people</Anchor>.
        </p>
      ) : null}
    </section>
  );
}
