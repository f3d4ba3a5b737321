import type { ConditionItem } from "@/app/_components/conditions";
import type { HubApplicationView } from "@/lib/applications/queries/hub-application";
import { sayShortDate } from "@/lib/kernel/dates";
import { listWords } from "@/lib/kernel/words";
import type { Evaluation } from "@/lib/programmes/eligibility/evaluate";

/** What the system has checked: the offer's conditions, the headteacher's answer, and whether the school applied twice. */
export function checksOf(
  application: HubApplicationView,
  evaluation: Evaluation | undefined,
): ConditionItem[] {
  const conditions = (evaluation?.conditions ?? []).filter(({ code }) => code !== "in_window");
  return [
    ...conditions.map(({ state, sentence, evidence }) => ({ state, sentence, evidence: evidence ?? null })),
    headCheck(application),
    duplicateCheck(application),
  ];
}

function headCheck({ head }: HubApplicationView): ConditionItem {
  if (head?.answer === "agreed") {
    const on = head.answeredOn ? `, ${sayShortDate(head.answeredOn)}` : "";
    return { state: "met", sentence: "headteacher agreed", evidence: `${head.name}${on}` };
  }
  const asked = head ? `${head.name} was asked on ${sayShortDate(head.askedOn)}` : "Nobody has been asked";
  return {
    state: "not_yet",
    sentence: "headteacher agreed",
    evidence: head?.answer === "refused" ? `${head.name} said no` : asked,
  };
}

function duplicateCheck({ others }: HubApplicationView): ConditionItem {
  const same = others.filter((other) => other.same);
  if (same.length === 0) {
    return {
      state: "met",
      sentence: "not a duplicate",
      evidence: "No other live application from this school for this programme",
    };
  }
  const which = listWords(same.map(({ programme }) => programme));
  return {
    state: "not_yet",
    sentence: "not a duplicate",
    evidence: `The school has another live application: ${which}`,
  };
}
