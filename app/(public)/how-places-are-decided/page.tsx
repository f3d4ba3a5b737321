import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { Table } from "@/app/_components/table";
import { tierShares } from "@/lib/applications/priority-rules";
import { POLICY_NUMBERS } from "@/lib/matching/policy-numbers";

export const metadata: Metadata = {
  title: "How places are decided",
  description: "Which schools go first, what travel and days count for, and what you are told.",
};

/** Ten points of the matching's numbers are a kilometre. */
const inKm = (points: number) => `${points / 10} km`;

const weights = [
  ["Each kilometre of travel, in a straight line", "1 km"],
  ["A day that you can manage but did not prefer", inKm(POLICY_NUMBERS.notPreferredDay)],
  ["Online when you wished to meet, or the other way round", inKm(POLICY_NUMBERS.otherMode)],
  ["Another lead than the one you had last year", inKm(POLICY_NUMBERS.previousLead)],
  ["A group of a neighbouring hub, if you allow it", inKm(POLICY_NUMBERS.neighbourHub)],
] as const;

export default function HowPlacesAreDecidedPage() {
  return (
    <Page
      narrow
      breadcrumbs={[{ text: "Home", href: "/" }, { text: "How places are decided" }]}
      title="How places are decided"
    >
      <p className="lead">
        Places do not go to whoever applies first. A hub, or the national team for all hubs at once, places
        schools all together, by rules that are the same for everyone, and each school reads why.
      </p>
      <Reach />
      <Priority />
      <Best />
      <Answer />
    </Page>
  );
}

function Reach() {
  return (
    <>
      <h2>Which groups you can be placed in</h2>
      <p>
        Your hub reads your application and approves it. Then a group is open to you when all of this is so:
      </p>
      <ul>
        <li>it is for the programme and the theme you applied for</li>
        <li>it meets on a day that you did not rule out</li>
        <li>it is within the distance you gave, or online</li>
        <li>it belongs to your hub, or to a neighbouring hub if you allow that</li>
        <li>it is not led by somebody from your own school</li>
      </ul>
      <p>
        Naming one more possible day, or a longer way to travel, can only help you to get a place. It never
        costs you one. While you set your wishes you read how many groups that are open now they reach.
      </p>
    </>
  );
}

function Priority() {
  const { first, second } = tierShares;
  return (
    <>
      <h2>Who goes first when there are too few places</h2>
      <p>In most programmes schools stand in three priorities:</p>
      <ol>
        <li>
          schools in a Priority Education Investment Area, schools in Targeted Support, and schools where at
          least {first}% of pupils are disadvantaged
        </li>
        <li>schools where at least {second}% of pupils are disadvantaged</li>
        <li>all other schools</li>
      </ol>
      <p>
        As many schools of the first priority as possible are placed, then of the second, then of the third.
        In a group that runs, that never leaves a place empty that somebody could use. In some programmes,
        such as communities and Research and Innovation Work Groups, all schools stand alike; the page of each
        programme says so.
      </p>
      <h2>When a group runs</h2>
      <p>
        A group needs a smallest number of schools, so that they can learn from each other. The match gives a
        group at least that many, counting those that have a place there already, or nobody. Which groups run
        is chosen so that the most schools get a place, in the order above. A hub can decide to hold a group
        open that has fewer.
      </p>
      <p>Test results, inspection grades and who you know play no part.</p>
    </>
  );
}

function Best() {
  return (
    <>
      <h2>Which of your groups you get</h2>
      <p>
        Among all the ways to give that many schools a place, we take the one that suits the schools best
        together. To weigh things against each other we count them as travel:
      </p>
      <Table
        caption="What counts for how much"
        head={[{ text: "What" }, { text: "Counts as" }]}
        rows={weights.map(([what, counts]) => [{ text: what }, { text: counts }])}
      />
      <p>
        Beyond {POLICY_NUMBERS.longTravelFromKm} km each further kilometre counts for more than the last, so
        that no school is sent far to save others a little. So you may not get the nearest group: somebody
        else may have lost more by leaving it than you do.
      </p>
      <p>
        Only if everything is equal does the earlier application decide who gets a place. Where equally good
        groups still need a lead, they are filled so that the most schools keep the lead they had last year.
      </p>
    </>
  );
}

function Answer() {
  return (
    <>
      <h2>What a person does</h2>
      <p>
        The result is worked out by a program that also shows that no better one exists for the groups that
        run, and how sure it is that no other groups would be better. Somebody at your hub looks through it
        and publishes it. They can decide on a single school by hand, with a reason and within the same days,
        distances and places; that school then reads that its hub decided. Nothing is sent before it is
        published.
      </p>
      <p>
        A school that has a place does not lose it. A place that comes free later is offered by itself to the
        school whose turn it is by the match. For schools that apply later your hub gives out what is free, or
        moves the fewest schools to another of their groups, before it begins, to make room: a person decides,
        and a school that moves reads why.
      </p>
      <h2>What you hear</h2>
      <ul>
        <li>
          <strong>A place:</strong> your group with its lead, its dates and the reasons, and the day by which
          to answer
        </li>
        <li>
          <strong>The waiting list:</strong> why you wait, in one sentence: no group is within your reach, or
          those that are were taken before, or have been filled by schools of the same or a higher priority,
          or would have had too few schools to run, and how many; and what would have given you a place, if we
          found something: another day or a longer way, one more place in a full group, or a new group, each
          of which we tried before we tell you
        </li>
      </ul>
      <p>You never see another school’s name or figures in your reasons, and no other school sees yours.</p>
      <p>
        <a href="/programmes">See the programmes</a>
      </p>
    </>
  );
}
