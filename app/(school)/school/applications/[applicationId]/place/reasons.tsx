import type { PlacementExplanation } from "@/lib/applications/placement-explanation";
import type { ApplicationView } from "@/lib/applications/queries/application";
import { sayKm } from "@/lib/applications/say-placement";
import { count } from "@/lib/kernel/words";
import { endsWaiting } from "@/lib/matching/price-rules";

interface ReasonsProps {
  readonly application: ApplicationView;
  readonly explanation: PlacementExplanation;
}

/** The parts of a reason. */
export function Reasons({ application, explanation }: ReasonsProps) {
  return <Facts facts={reasonsOf(application, explanation)} />;
}

interface Reason {
  readonly fact: string;
  readonly line: string;
}

/** Each a fact with its value and a plain line. */
export function Facts({ facts }: { readonly facts: readonly Reason[] }) {
  return (
    <ol className="reasons">
      {facts.map(({ fact, line }) => (
        <li key={fact}>
          <p>
            <strong>{fact}</strong>
            {line}
          </p>
        </li>
      ))}
    </ol>
  );
}

function reasonsOf(application: ApplicationView, explanation: PlacementExplanation): Reason[] {
  switch (explanation.kind) {
    case "placed":
      return [
        ...(explanation.cameFree ? [cameFree] : []),
        ...(explanation.moved ? [movedFrom(explanation.moved)] : []),
        {
          fact: `${count(explanation.openGroups, "group was", "groups were")} open to you`,
          line:
            explanation.decidedBy === "match"
              ? "The match placed all schools together. Nobody changed your result by hand."
              : "A person decided on this one by hand.",
        },
        ...placeReasons(application, explanation),
        ...explanation.passedOver.slice(0, 1).map(passedOver),
      ];
    case "chosen":
      return [
        { fact: "Chosen by your hub", line: "A person of your hub gave you this place." },
        ...placeReasons(application, explanation),
      ];
    case "all_full":
      return [
        {
          fact: `Number ${explanation.position} in line`,
          line: "When places were last given out, among the schools that wait for these groups.",
        },
      ];
    case "group_not_viable":
      return unviableReasons(explanation);
    case "too_many_moves":
      return [{ fact: `Number ${explanation.position} in line`, line: "When places were last given out." }];
    case "nothing_eligible":
      return [];
  }
}

function movedFrom({ fromKm }: { fromKm: number | null }): Reason {
  const before = fromKm === null ? "that meets online" : `${sayKm(fromKm)} away`;
  return {
    fact: "Your place moved here",
    line: `You had one in a group ${before}. Your move helps to make room for a school that had none.`,
  };
}

const cameFree: Reason = {
  fact: "A place came free",
  line: "The schools that wait were matched with the places that are free. Of those who would come here, it is your turn.",
};

type Unviable = Extract<PlacementExplanation, { kind: "group_not_viable" }>;

function unviableReasons({ groupKm, needed, schools, othersAreNeeded }: Unviable): Reason[] {
  const where = groupKm === null ? "It would meet online." : `It would meet ${sayKm(groupKm)} away.`;
  const needs = `${count(needed, "school")} it needs`;
  return [
    {
      fact:
        schools < needed ? `Would have had ${schools} of the ${needs}` : `Could not have all of the ${needs}`,
      line: othersAreNeeded
        ? `${where} More schools could come only from groups that would then have too few.`
        : `${where} A group runs only with enough schools to learn from each other.`,
    },
  ];
}

function placeReasons(
  { maximumKm, preferredDays }: ApplicationView,
  { km, preferredDay, sameLead }: Extract<PlacementExplanation, { kind: "placed" | "chosen" }>,
): Reason[] {
  return [
    ...(km === null
      ? [{ fact: "It meets online", line: "Nobody has to travel." }]
      : [{ fact: `${sayKm(km)} away`, line: `In a straight line. You could travel ${maximumKm} km.` }]),
    ...(preferredDays === 0
      ? []
      : [
          preferredDay
            ? { fact: "One of your best days", line: "You named it as a day that suits you best." }
            : { fact: "A possible day", line: "Not one of your best days, but one that you could attend." },
        ]),
    ...(sameLead ? [{ fact: "The same lead as this year", line: "Your lead knows your plans." }] : []),
  ];
}

type PassedOver = Extract<PlacementExplanation, { kind: "placed" }>["passedOver"][number];

function passedOver({ km, lossPoints, full }: PassedOver): Reason {
  const where = km === null ? "An online group" : `A group ${sayKm(km)} away`;
  if (!full)
    return {
      fact: `${where} would have suited you better, and does not run`,
      line: "A group needs enough schools, and the groups that run are the choice that suits all schools together.",
    };
  return {
    fact: `${where} would have suited you better, and is full`,
    line:
      lossPoints === null
        ? "Every place there had been given by hand."
        : endsWaiting(lossPoints)
          ? "To make room, another school would have had to move or to wait."
          : `To make room, other schools together would have lost as much as ${sayKm(lossPoints / 10)} of travel.`,
  };
}
