import { parseArgs } from "node:util";
import type { z } from "zod";
import type { Ctx } from "@/lib/access/context";
import { getHubByCode, listHubs } from "@/lib/hubs/queries";
import { appointPerson } from "@/lib/people/appoint-person";
import { appointPersonInput } from "@/lib/people/input";

export const usage = `Gives somebody a role: how the first people of an installation get in.

  npm run appoint -- --name "Ada Okonjo" --email ada@example.org --role national_team
  npm run appoint -- --name "Ben Carr" --email ben@example.org --role hub_lead --hub ABA
  npm run appoint -- --name "Cara Bell" --email cara@example.org --role assistant_hub_lead --hub ABA --phase primary

  --role    ${appointPersonInput.shape.role.options.join(", ")}
  --hub     the code of the hub, for the roles of a hub
  --phase   primary, secondary or post16, for an assistant_hub_lead
  --help    this text

Run twice it changes nothing. Whoever has the address already keeps the name that is there.`;

export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (sentence: string) => void;
}

const WRONG_CALL = 64;
const options = {
  name: { type: "string" },
  email: { type: "string" },
  role: { type: "string" },
  hub: { type: "string" },
  phase: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/**
 * `npm run appoint`. Answers the exit code: 0, or 64 for a call that has to be corrected. It repeats no more of a person
 * than was typed.
 */
export async function runAppointCommand(
  argv: readonly string[],
  ctx: Ctx,
  { say, complain }: Terminal,
): Promise<number> {
  const wrongCall = (sentence: string) => {
    complain(`${sentence}\nSee npm run appoint -- --help`);
    return WRONG_CALL;
  };
  const typed = readArguments(argv);
  if (typeof typed === "string") return wrongCall(typed);
  const { hub: code, help, ...fields } = typed;
  if (help) {
    say(usage);
    return 0;
  }
  const hub = code === undefined ? undefined : await getHubByCode(ctx, code);
  if (code !== undefined && !hub)
    return wrongCall(`No hub has the code ${code}. The codes are:\n${await hubCodes(ctx)}`);
  const input = appointPersonInput.safeParse({ ...fields, ...(hub ? { hubId: hub.id } : {}) });
  if (!input.success) return wrongCall(sayIssues(input.error));
  const answer = await appointPerson(ctx, input.data);
  if (!answer.ok) throw new Error("The command was refused its own deed");
  say(`Done: ${input.data.role}${hub ? ` of ${hub.name}` : ""}. They sign in with that email address.`);
  return 0;
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (fault) {
    return fault instanceof Error ? `${fault.message.split(".")[0]}.` : "That cannot be read.";
  }
}

async function hubCodes(ctx: Ctx): Promise<string> {
  return (await listHubs(ctx)).map(({ code, name }) => `  ${code.padEnd(6)} ${name}`).join("\n");
}

function sayIssues(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) =>
      path[0] ? `--${String(path[0])}: ${sayIssue(String(path[0]), message)}` : message,
    )
    .join("\n");
}

function sayIssue(option: string, message: string): string {
  return /^Invalid/.test(message) ? `Say the ${option}, as --help shows it` : message;
}
