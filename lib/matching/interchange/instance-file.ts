import { z } from "zod";

const id = z.int().min(0);
const idOrNone = z.int().min(-1);
const metres = z.int();
const days = z.int().min(0).max(31);
const flag = z.union([z.literal(0), z.literal(1)]);

/** The interchange format `mathshub-match/1`: numbers and ids as written in the file, one record of each kind a row. */
export const instanceFileSchema = z.object({
  format: z.literal("mathshub-match/1"),
  kind: z.string().optional(),
  hubs: z.array(z.object({ id, neighbours: z.array(id) })),
  programmes: z.array(z.object({ id, role: z.string() })),
  schools: z.array(z.object({ id, hub: id, e: metres, n: metres })),
  applications: z.array(
    z.object({
      id,
      school: id,
      prog: id,
      stage: z.int().min(0),
      participants: z.int().min(1),
      tier: z.int().min(0).max(2),
      cantDays: days,
      prefDays: days,
      mode: z.int().min(0).max(2),
      maxKm: z.number().min(0),
      crossHub: flag,
      day: z.int(),
      prevLead: idOrNone,
    }),
  ),
  groups: z.array(
    z.object({
      id,
      prog: id,
      stage: z.int().min(0),
      hub: id,
      e: metres,
      n: metres,
      online: flag,
      day: z.int().min(0).max(4),
      pattern: z.int().min(0).max(2),
      min: z.int().min(0),
      cap: z.int().min(0),
      lead: idOrNone,
      /** Not in the format as published: people it can take, and 1 where a co-lead is asked for. */
      people: z.int().min(0).optional(),
      coLead: flag.optional(),
    }),
  ),
  llmes: z.array(
    z.object({
      id,
      hub: id,
      school: idOrNone,
      e: metres,
      n: metres,
      roles: z.array(z.string()),
      days,
      load: z.int().min(0),
      hubs: z.array(id),
      maxKm: z.number().min(0),
    }),
  ),
});

export type InstanceFile = z.infer<typeof instanceFileSchema>;

/** Why a file cannot be matched: one sentence that names the record and the field. */
export class MalformedInstance extends Error {
  override readonly name = "MalformedInstance";
}

/** Reads and checks the text of an instance file. Throws MalformedInstance. */
export function readInstanceFile(text: string): InstanceFile {
  const read = instanceFileSchema.safeParse(parseJson(text));
  if (!read.success) throw new MalformedInstance(sentenceOf(read.error.issues[0]));
  const wrong = whyNotInstance(read.data);
  if (wrong) throw new MalformedInstance(wrong);
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedInstance(
      `The file is not whole JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Such as "applications 17, field school: Invalid input: expected int, received undefined." */
function sentenceOf(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  const [kind, record, ...field] = issue?.path ?? [];
  const where = [kind, record].filter((part) => part !== undefined).join(" ");
  const what = field.length > 0 ? `, field ${field.join(".")}` : "";
  return `${where || "The file"}${what}: ${issue?.message}.`;
}

function whyNotInstance(file: InstanceFile): string | undefined {
  return whyNotProgrammes(file) ?? whyNotGroups(file) ?? whyNotLeads(file);
}

function whyNotProgrammes({ programmes, applications, groups }: InstanceFile): string | undefined {
  const known = new Set(programmes.map((programme) => programme.id));
  const application = applications.find(({ prog }) => !known.has(prog));
  if (application)
    return `Application ${application.id} names in prog the unknown programme ${application.prog}.`;
  const group = groups.find(({ prog }) => !known.has(prog));
  return group && `Group ${group.id} names in prog the unknown programme ${group.prog}.`;
}

function whyNotGroups({ groups }: InstanceFile): string | undefined {
  const group = groups.find(({ min, cap }) => min > cap);
  return group && `Group ${group.id} has a min of ${group.min}, more than its cap of ${group.cap}.`;
}

function whyNotLeads({ llmes, groups, applications, schools, hubs }: InstanceFile): string | undefined {
  const leadIds = new Set(llmes.map((llme) => llme.id));
  const schoolIds = new Set(schools.map((school) => school.id));
  const hubIds = new Set(hubs.map((hub) => hub.id));
  if (leadIds.size < llmes.length) return "Two llmes have the same id.";
  for (const { id: lead, school, hub, hubs: served } of llmes) {
    if (school >= 0 && !schoolIds.has(school)) return `Llme ${lead} names the unknown school ${school}.`;
    const unknown = [hub, ...served].find((one) => !hubIds.has(one));
    if (unknown !== undefined) return `Llme ${lead} names the unknown hub ${unknown}.`;
  }
  for (const { id: group, lead } of groups)
    if (lead >= 0 && !leadIds.has(lead)) return `Group ${group} names the unknown lead ${lead}.`;
  for (const { id: application, prevLead } of applications)
    if (prevLead >= 0 && !leadIds.has(prevLead))
      return `Application ${application} names in prevLead the unknown lead ${prevLead}.`;
  return undefined;
}
