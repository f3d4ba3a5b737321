import { and, eq, isNull } from "drizzle-orm";
import { employments, people } from "@/db/schema/people";
import type { TxCtx } from "@/lib/access/context";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { employ, recordColleague } from "@/lib/people/record-colleague";
import type { StartApplicationInput } from "./input";

export interface ChosenPerson {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string | null;
}

/** For whom a personal application is: the applicant, a colleague the school has named before, or somebody new. */
export async function choosePerson(
  tx: TxCtx,
  input: StartApplicationInput,
): Promise<Result<ChosenPerson, "name_the_person" | "not_found" | "address_of_another">> {
  const { organisationId, person, personName: name, personEmail: email } = input;
  if (person === "self") return chooseSelf(tx, organisationId);
  if (person === "new") {
    if (!name) return refuse("name_the_person");
    const added = await recordColleague(tx, { organisationId, name, ...(email ? { email } : {}) });
    return added.ok ? ok({ ...added.value, jobTitle: null }) : added;
  }
  return person ? chooseColleague(tx, organisationId, person) : refuse("name_the_person");
}

async function chooseSelf(tx: TxCtx, organisationId: string): Promise<Result<ChosenPerson, "not_found">> {
  if (tx.actor.kind !== "user") return refuse("not_found");
  const { personId, name } = tx.actor;
  const known = await chooseColleague(tx, organisationId, personId);
  if (known.ok) return known;
  await employ(tx, { personId, organisationId });
  return ok({ personId, name, jobTitle: null });
}

async function chooseColleague(
  tx: TxCtx,
  organisationId: string,
  personId: string,
): Promise<Result<ChosenPerson, "not_found">> {
  const [colleague] = await tx.db
    .select({ personId: people.id, name: people.name, jobTitle: employments.jobTitle })
    .from(employments)
    .innerJoin(people, eq(people.id, employments.personId))
    .where(
      and(
        eq(employments.organisationId, organisationId),
        eq(employments.personId, personId),
        isNull(employments.finishedOn),
      ),
    );
  return colleague ? ok(colleague) : refuse("not_found");
}
