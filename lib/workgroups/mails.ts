import { sayDate, sayTime } from "@/lib/kernel/dates";

/** What everybody of a group is told: one purpose, the date in its subject. */
export interface GroupMail {
  readonly purpose: string;
  readonly subject: string;
  /** What stands between the greeting and the link. */
  readonly text: string;
}

interface When {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export function sessionMovedMail(
  group: { readonly name: string },
  before: When & { readonly title: string },
  after: When,
): GroupMail {
  return {
    purpose: "session_moved",
    subject: `${group.name}: ${before.title} is now on ${sayDate(after.heldOn)}`,
    text: `${before.title} of ${group.name} has moved.\n\nBefore: ${sayWhen(before)}\nNow: ${sayWhen(after)}\n\nA calendar that follows the group has the new date already.`,
  };
}

export function sessionCancelledMail(
  group: { readonly name: string },
  session: When & { readonly title: string },
  reason: string,
): GroupMail {
  return {
    purpose: "session_cancelled",
    subject: `${group.name}: no session on ${sayDate(session.heldOn)}`,
    text: `${session.title} of ${group.name} on ${sayWhen(session)} does not take place.\n\nYour hub writes: ${reason}`,
  };
}

export function groupCancelledMail(group: { readonly name: string }, reason: string): GroupMail {
  return {
    purpose: "work_group_cancelled",
    subject: `${group.name} is cancelled`,
    text: `${group.name} does not go on. Its sessions are cancelled in every calendar that follows it.\n\nYour hub writes: ${reason}`,
  };
}

function sayWhen({ heldOn, startsAt, endsAt }: When): string {
  return `${sayDate(heldOn)}, ${sayTime(startsAt)} to ${sayTime(endsAt)}`;
}
