import { capital, count, listWords } from "@/lib/kernel/words";
import type { Effect } from "./effect-of-change";
import { sayTenths } from "./say-result";

const priorities = ["first", "second", "third"] as const;

/** What a change by hand costs or brings, priorities first: "The same schools are placed, and all together travel 4.2 km more; 1 other school moves." */
export function sayEffect({ before, after, moved, closed = 0, opened = 0 }: Effect): string {
  const places = placesOf({ before, after });
  const same = places.length === 0;
  const head = same ? ["as many schools of each priority are placed"] : places;
  const parts = [...head, travelOf({ before, after }), ...othersOf({ before, after }, same)];
  const movers =
    moved === 0 ? "no other school moves" : `${count(moved, "other school moves", "other schools move")}`;
  const groups = [
    ...(closed > 0 ? [`${count(closed, "group no longer runs", "groups no longer run")}`] : []),
    ...(opened > 0 ? [`${count(opened, "more group runs", "more groups run")}`] : []),
  ];
  return `${capital(listWords(parts))}; ${listWords([movers, ...groups])}.`;
}

type Compared = Pick<Effect, "before" | "after">;

function placesOf({ before, after }: Compared): string[] {
  return after.waiting.flatMap((waiting, tier) => {
    const more = waiting - (before.waiting[tier] ?? 0);
    if (more === 0) return [];
    const schools = `${count(Math.abs(more), "school")} ${more > 0 ? "more" : "fewer"}`;
    return [
      `${schools} of the ${priorities[tier] ?? "last"} priority ${Math.abs(more) === 1 ? "waits" : "wait"}`,
    ];
  });
}

function travelOf({ before, after }: Compared): string {
  const more = after.travel - before.travel;
  if (more === 0) return "all together travel as far as before";
  return `all together travel ${sayTenths(Math.abs(more))} ${more > 0 ? "more" : "less"}`;
}

/** Days, ways of meeting, leads and the weight of long ways: only said where the same number is placed, as then they compare. */
function othersOf({ before, after }: Compared, same: boolean): string[] {
  const more = after.cost - before.cost - (after.travel - before.travel);
  if (more === 0 || !same) return [];
  return [
    `days, leads and ways of meeting count for ${sayTenths(Math.abs(more))} ${more > 0 ? "more" : "less"}`,
  ];
}
