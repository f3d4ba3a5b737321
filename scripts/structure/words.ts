import type { Fault, Rule } from "./source-file";

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** docs/glossary.md says what each of them is called here. */
const avoided: ReadonlyMap<string, string> = new Map([
  ["course", "programme or Work Group"],
  ["tenant", "hub"],
  ["customer", "organisation"],
  ["client", "organisation"],
  ["cohort", "Work Group"],
  ["seat", "place"],
  ["attendee", "participant"],
  ["trainer", "lead"],
  ["ticket", "support case"],
]);
/** Where a word of the machine room, or a title of the programme, is meant. */
const meant = [/client_?(?:id|secret|rect|x|y|width|height)|(?:oidc|pool)_?client/i, /cohortLead/i];

export const identifiersSpeakTheGlossary: Rule = (files) =>
  files
    .filter(
      ({ path }) =>
        // OpenID Connect has a vocabulary of its own.
        /^(?:app|lib|db)\//.test(path) && !/^(?:db\/testing\/|db\/client|lib\/auth\/openid-)/.test(path),
    )
    .flatMap(({ path, code }) => {
      const identifiers = new Set(code.match(/[A-Za-z_$][\w$]*/g) ?? []);
      return [...identifiers].flatMap((identifier) => fault(path, identifier));
    });

function fault(path: string, identifier: string): Fault[] {
  if (meant.some((pattern) => pattern.test(identifier))) return [];
  const parts = identifier
    .split(/_|(?<=[a-z0-9])(?=[A-Z])/)
    .map((part) => part.toLowerCase().replace(/s$/, ""));
  return parts
    .filter((part) => avoided.has(part))
    .map((part) => ({
      path,
      sentence: `"${identifier}" says "${part}"; here that is called ${avoided.get(part)}.`,
    }));
}

export const onlyTheClockReadsTheTime: Rule = (files) =>
  files
    .filter(({ path, code }) => {
      if (!/^(?:app|lib|db)\//.test(path) || isTest(path) || path === "lib/kernel/clock.ts") return false;
      return /\bnew Date\(\s*\)|\bDate\.now\(/.test(code);
    })
    .map(({ path }) => ({
      path,
      sentence: "Only lib/kernel/clock.ts reads the machine's time. Take ctx.now, or requestNow() on a page.",
    }));

const longest = 300;
/** A test file is a list of cases, read one at a time. */
const longestTest = 500;

export const filesStayReadable: Rule = (files) =>
  files.flatMap(({ path, text }) => {
    const lines = text.split("\n").length - 1;
    const most = isTest(path) ? longestTest : longest;
    return lines > most
      ? [{ path, sentence: `${lines} lines; ${most} are the most. Split it by what it does.` }]
      : [];
  });

const leftovers =
  /\b(?:TO[D]O|FIX[M]E|biome-ignor[e]|oxlint-disabl[e])|@ts-(?:ignor[e]|expect-erro[r]|nochec[k])/;

export const nothingIsLeftForLater: Rule = (files) =>
  files
    .filter(({ text }) => leftovers.test(text))
    .map(({ path }) => ({
      path,
      sentence: "Nothing is left for later and no rule is switched off for a line: do it, or open an issue.",
    }));
