import type { Instance } from "./instance";
import type { MatchGroup, MatchInput } from "./match-input";

/** A placement with the instance it is of. */
export interface PlacedInstance {
  readonly instance: Instance;
  /** The group of every application, -1 = waiting. */
  readonly groupOf: ArrayLike<number>;
}

/**
 * Places an input whose groups have a limit of people as well as of schools (model.md section 2.5). Schools are never
 * split, so a limit is turned into a number of schools: at first what fits whoever comes; then, while a group is full of
 * schools and people still fit, more. A group in which that brings in too many people is taken back and stays there.
 * The result is optimal for these numbers of schools and never over a limit; which numbers are best is not proved.
 * Places again for each step; once where no group has a limit.
 */
export async function placeWithinLimits<Placed extends PlacedInstance>(
  input: MatchInput,
  place: (input: MatchInput) => Placed | Promise<Placed>,
): Promise<Placed> {
  const limits = new Limits(input);
  for (;;) {
    const placed = await place(limits.applyTo(input));
    if (!limits.takeBack(placed) && !limits.giveMore(placed)) return placed;
  }
}

export function hasLimits({ groups }: MatchInput): boolean {
  return groups.some(({ participantLimit }) => participantLimit !== undefined);
}

/** People each application brings and each group can take, by index; Infinity where whoever comes fits in its places. */
export function peopleLimitsOf({ applications, groups }: Instance): {
  participants: Int32Array;
  most: Float64Array;
} {
  const participants = Int32Array.from(applications, (one) => one.participants ?? 1);
  const largest = participants.reduce((most, people) => Math.max(most, people), 1);
  const most = Float64Array.from(groups, ({ capacity, participantLimit }) =>
    participantLimit === undefined || participantLimit >= capacity * largest
      ? Number.POSITIVE_INFINITY
      : participantLimit,
  );
  return { participants, most };
}

interface Limited {
  readonly people: number;
  /** Schools it can take by its own capacity, and schools that fit whoever comes. */
  readonly most: number;
  readonly sure: number;
  schools: number;
  isSettled: boolean;
}

class Limits {
  private readonly groups = new Map<string, Limited>();
  private readonly largest: ReadonlyMap<string, number>;

  constructor({ groups, applications }: MatchInput) {
    const largest = new Map<string, number>();
    for (const { offer, participants = 1 } of applications)
      largest.set(offer, Math.max(largest.get(offer) ?? 1, participants));
    this.largest = largest;
    for (const group of groups) {
      if (group.participantLimit === undefined) continue;
      this.groups.set(group.id, this.limitedOf(group, group.participantLimit));
    }
  }

  applyTo(input: MatchInput): MatchInput {
    if (this.groups.size === 0) return input;
    const groups = input.groups.map((group) => ({
      ...group,
      capacity: this.groups.get(group.id)?.schools ?? group.capacity,
    }));
    return { ...input, groups };
  }

  /** One school less where too many people came. False when they fit everywhere. */
  takeBack(placed: PlacedInstance): boolean {
    const over = this.usedOf(placed).filter(({ limited, people }) => people > limited.people);
    for (const { limited } of over) {
      limited.schools = Math.max(limited.sure, limited.schools - 1);
      limited.isSettled = true;
    }
    return over.length > 0;
  }

  /** More schools where all places are taken and people would still fit. False when there is no such group. */
  giveMore(placed: PlacedInstance): boolean {
    const wider = this.usedOf(placed).filter(
      ({ limited, people, schools }) =>
        !limited.isSettled &&
        schools === limited.schools &&
        schools < limited.most &&
        people < limited.people,
    );
    for (const { limited, people, largest } of wider) {
      const more = Math.max(1, Math.floor((limited.people - people) / largest));
      limited.schools = Math.min(limited.most, limited.schools + more);
    }
    return wider.length > 0;
  }

  private limitedOf({ capacity, minimum = 0, offer }: MatchGroup, people: number): Limited {
    const sure = Math.min(capacity, Math.floor(people / (this.largest.get(offer) ?? 1)));
    const schools = Math.max(sure, Math.min(capacity, minimum));
    return { people, most: capacity, sure, schools, isSettled: false };
  }

  private usedOf({ instance, groupOf }: PlacedInstance) {
    const used = instance.groups.map(() => ({ people: 0, schools: 0 }));
    instance.applications.forEach(({ participants = 1 }, index) => {
      const there = used[groupOf[index] ?? -1];
      if (!there) return;
      there.people += participants;
      there.schools++;
    });
    return instance.groups.flatMap(({ id, offer }, index) => {
      const limited = this.groups.get(id);
      const there = used[index];
      return limited && there ? [{ limited, ...there, largest: this.largest.get(offer) ?? 1 }] : [];
    });
  }
}
