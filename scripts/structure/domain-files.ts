import { domainOf } from "./rooms";
import type { Fault, Rule, SourceFile } from "./source-file";

/** The files a domain may have beside its deeds; docs/conventions.md says what each holds. */
const vocabulary = new Set(
  [
    "queries",
    "policy",
    "rules",
    "input",
    "events",
    "refusals",
    "jobs",
    "locks",
    "mails",
    "reasons",
    "policy-matrix",
  ].map((name) => `${name}.ts`),
);
const drawers = new Set([
  "index.ts",
  "utils.ts",
  "util.ts",
  "helpers.ts",
  "service.ts",
  "services.ts",
  "manager.ts",
  "types.ts",
  "common.ts",
]);
/** Rooms inside a domain that hold pure code of their own kind. */
const innerRooms =
  /^lib\/(?:schools\/gias|schools\/search|matching\/exact|matching\/solver|matching\/testing|matching\/thread|programmes\/eligibility)\//;

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

function camelCase(name: string): string {
  return name.replace(/\.tsx?$/, "").replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export const domainsHaveAClosedVocabulary: Rule = (files) =>
  files.flatMap((file) => [...drawer(file), ...stranger(file)]);

function drawer({ path }: SourceFile): Fault[] {
  if (!path.startsWith("lib/") || !drawers.has(nameOf(path))) return [];
  return [
    { path, sentence: "This name says nothing about what is inside. Name the file after what it does." },
  ];
}

function stranger(file: SourceFile): Fault[] {
  const { path } = file;
  if (!domainOf(path) || isTest(path) || innerRooms.test(path) || /\/queries\/[a-z-]+\.ts$/.test(path))
    return [];
  const name = nameOf(path);
  if (vocabulary.has(name) || drawers.has(name) || /^[a-z-]+-rules\.ts$/.test(name) || exportsItsName(file))
    return [];
  return [
    {
      path,
      sentence: `A domain has ${[...vocabulary].join(", ")}, and files named for what they export: this one exports nothing called "${camelCase(name)}" or with these words in its name.`,
    },
  ];
}

/** `approve-application.ts` exports `approveApplication`; `feed-address.ts` may export `newFeedAddress`. */
function exportsItsName({ path, code }: SourceFile): boolean {
  const words = nameOf(path)
    .replace(/\.tsx?$/, "")
    .split("-");
  const exported = code.match(/export (?:async )?(?:function\*?|const|class|interface|type) \w+/g) ?? [];
  return exported.some((statement) =>
    words.every((word) => statement.toLowerCase().includes(word.replace(/s$/, ""))),
  );
}

const asksPolicy = /\b(?:can[A-Z]\w*|authorize)\(/;
const leavesEvent = /\brecordEvents?\(/;

/** A file that opens a transaction asks a policy and records an event, itself or through a file that it imports. */
export const deedsAskPolicyAndLeaveAnEvent: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]));
  const domains = files.filter((file) => domainOf(file.path) !== undefined && !isTest(file.path));
  const jobs = new Set(
    domains.filter(({ path }) => nameOf(path) === "jobs.ts").flatMap(({ imports }) => imports),
  );
  const reaches = (file: SourceFile, what: RegExp) =>
    [file, ...file.imports.flatMap((name) => byPath.get(name) ?? [])].some(
      ({ path, code }) => domainOf(path) && nameOf(path) !== "policy.ts" && what.test(code),
    );
  const deeds = domains.filter((file) => /\bwithTransaction\(/.test(file.code));
  const runByPeople = deeds.filter((file) => !jobs.has(file.path.replace(/\.ts$/, "")));
  return [
    ...runByPeople
      .filter((file) => !reaches(file, asksPolicy))
      .map(({ path }) => ({
        path,
        sentence:
          "This deed asks no policy. Call can…(ctx.actor, …) and refuse with not_found before it writes.",
      })),
    ...deeds
      .filter((file) => domainOf(file.path) !== "notifications" && !reaches(file, leavesEvent))
      .map(({ path }) => ({
        path,
        sentence: "This deed leaves no event. Call recordEvent(tx, …) in the same transaction.",
      })),
  ];
};
