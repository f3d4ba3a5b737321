import type { FieldError } from "@/lib/forms/form-state";
import { fieldErrors } from "@/lib/forms/read-form";
import { daysBetween, type IsoDate } from "@/lib/kernel/dates";
import { type SessionPatternInput, sessionPatternInput } from "@/lib/workgroups/input";
import type { HubGroup } from "@/lib/workgroups/queries/hub-group";
import { firstDate } from "@/lib/workgroups/rules";

const names = ["firstOn", "sessions", "weeksBetween", "startsAt", "endsAt"] as const;

export interface Pattern {
  readonly values: Readonly<Record<(typeof names)[number], string>>;
  readonly errors: readonly FieldError[];
  /** The pattern that was asked for; undefined before it is, and when it cannot be read. */
  readonly asked: SessionPatternInput | undefined;
}

/** The pattern of the address, or a usual one for the programme. */
export function readPattern(
  params: Readonly<Record<string, string | string[] | undefined>>,
  group: HubGroup,
  today: IsoDate,
): Pattern {
  const values = { ...usualPattern(group, today), ...given(params) };
  if (params.firstOn === undefined) return { values, errors: [], asked: undefined };
  const parsed = sessionPatternInput.safeParse(values);
  return parsed.success
    ? { values, errors: [], asked: parsed.data }
    : { values, errors: fieldErrors(parsed.error), asked: undefined };
}

function given(params: Readonly<Record<string, string | string[] | undefined>>) {
  return Object.fromEntries(
    names.flatMap((name) => (typeof params[name] === "string" ? [[name, params[name]]] : [])),
  );
}

/** Six sessions unless the programme says otherwise, spread over what is left of its year up to the middle of June. */
function usualPattern(group: HubGroup, today: IsoDate): Pattern["values"] {
  const from = group.startsOn > today ? group.startsOn : today;
  const firstOn = firstDate(group, from);
  const sessions = Math.max(1, group.usualSessions ?? 6);
  const weeks = Math.floor(daysBetween(firstOn, `${group.academicYear + 1}-06-15`) / 7);
  const weeksBetween = Math.min(6, Math.max(1, Math.floor(weeks / Math.max(1, sessions - 1))));
  return {
    firstOn,
    sessions: String(sessions),
    weeksBetween: String(weeksBetween),
    startsAt: "13:30",
    endsAt: "15:30",
  };
}
