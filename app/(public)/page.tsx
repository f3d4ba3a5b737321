import type { Metadata } from "next";
import { SchoolPicker } from "@/app/_components/school-picker";
import { isDemonstration } from "@/lib/kernel/env";
import { YearLine } from "./year-line";

export const metadata: Metadata = { title: "Find a maths group for your school" };

const ways = [
  {
    href: "/programmes?kind=group",
    name: "Work Groups",
    text: "A few schools, one lead, one school year. Between the meetings you try things in your own classroom.",
  },
  {
    href: "/programmes?kind=person",
    name: "Programmes for one person",
    text: "For teachers, teaching assistants and those who lead maths. You join on your own, for your school.",
  },
  {
    href: "/programmes?kind=community",
    name: "Communities",
    text: "Lighter contact for schools and colleges that want to keep going together.",
  },
  {
    href: "/programmes?kind=support",
    name: "Targeted Support",
    text: "An experienced partner in your school, when a Work Group would be too much, too soon.",
  },
];

const steps = [
  {
    name: "You apply once",
    text: "You say which days suit your school and how far you could travel. It takes about 10 minutes.",
  },
  {
    name: "Your headteacher agrees",
    text: "We send one email with a link that shows the cost in days first. No account is needed.",
  },
  {
    name: "Your hub decides by a date that we show you",
    text: "If it says no, it says why, and what you could do instead.",
  },
  {
    name: "You get a group, and the reasons for it",
    text: "With a named lead and dates for your calendar. Then you accept.",
  },
];

/** For somebody who has never been here: what there is, what it takes, and the one thing to do. */
export default function HomePage() {
  return (
    <main id="main" tabIndex={-1}>
      <div className="hero">
        <div className="govuk-width-container">
          <div className="measure">
            <h1>Find the maths group that fits your school</h1>
            <p className="lead">
              Free professional development for teachers of maths in England’s state schools and colleges, led
              by people who teach. See what is open to you, apply once, and know when you will hear.
            </p>
            <SchoolPicker
              action="/schools"
              chosenName="urn"
              label="Start with your school"
              labelSize="m"
              button="Find our hub"
            >
              <p>
                <a href="/programmes">See the programmes without choosing a school</a>
              </p>
            </SchoolPicker>
            {isDemonstration() ? (
              <p className="small">
                This is a demonstration. <a href="/personas">Sign in as one of its people</a>.
              </p>
            ) : null}
          </div>
        </div>
      </div>
      <div className="govuk-width-container govuk-main-wrapper">
        <h2>A year in a Work Group</h2>
        <p>
          Usually six half-days with the same few schools and the same lead, from September to July. Between
          them you try things in your own classroom.
        </p>
        <YearLine />
        <WaysToTakePart />
        <h2>What happens after you apply</h2>
        <ol className="reasons">
          {steps.map(({ name, text }) => (
            <li key={name}>
              <p>
                <strong>{name}</strong>
                {text}
              </p>
            </li>
          ))}
        </ol>
        <h2>Already taking part?</h2>
        <p>
          <a href="/sign-in">Sign in</a> to see your dates, your people and your journey, to take a register,
          or to open your hub’s work queue. No access yet?{" "}
          <a href="/get-access">Ask your hub to vouch for you</a>.
        </p>
      </div>
    </main>
  );
}

function WaysToTakePart() {
  return (
    <>
      <h2>Four ways to take part</h2>
      <ul className="cards cards--narrow">
        {ways.map(({ href, name, text }) => (
          <li className="card" key={href}>
            <h3>
              <a href={href}>{name}</a>
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
