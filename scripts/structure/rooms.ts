import type { Fault, Rule, SourceFile } from "./source-file";

/** Domains import only to their left; those between the same arrows may know each other, but not in a circle. */
export const line: readonly (readonly string[])[] = [
  ["notifications", "programmes", "hubs", "schools", "people"],
  ["workgroups"],
  ["applications", "referrals"],
  ["registers", "matching", "progression"],
  ["reporting"],
];

/** Rooms of `lib/` that are not domains. */
const adapters = new Set(["kernel", "access", "events", "jobs", "forms", "auth"]);

const told = line.map((group) => group.join(", ")).join(" → ");

export function domainOf(path: string): string | undefined {
  const [top, room] = path.split("/");
  return top === "lib" && room && !adapters.has(room) ? room : undefined;
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const placeOf = (domain: string) => line.findIndex((group) => group.includes(domain));

export const domainsStandInLine: Rule = (files) => [
  ...everyDomainHasAPlace(files),
  ...wrongWay(files),
  ...circles(files),
];

function everyDomainHasAPlace(files: readonly SourceFile[]): Fault[] {
  const unknown = new Set(
    files.map((file) => domainOf(file.path)).filter((room) => room && placeOf(room) < 0),
  );
  return [...unknown].map((room) => ({
    path: `lib/${room}`,
    sentence: `The domain "${room}" has no place in the line. Give it one in scripts/structure/rooms.ts, biome.json and docs/conventions.md.`,
  }));
}

function* crossings(files: readonly SourceFile[]): Generator<{ path: string; from: string; to: string }> {
  for (const file of files) {
    const from = domainOf(file.path);
    if (!from || isTest(file.path)) continue;
    for (const imported of file.imports) {
      const to = domainOf(imported);
      if (to && to !== from) yield { path: file.path, from, to };
    }
  }
}

function wrongWay(files: readonly SourceFile[]): Fault[] {
  return [...crossings(files)]
    .filter(({ from, to }) => placeOf(to) > placeOf(from) && placeOf(from) >= 0)
    .map(({ path, from, to }) => ({
      path,
      sentence: `"${from}" imports "${to}", which stands to its right (${told}). Let "${to}" call "${from}" instead.`,
    }));
}

function circles(files: readonly SourceFile[]): Fault[] {
  const all = [...crossings(files)].filter(({ from, to }) => placeOf(from) === placeOf(to));
  return all
    .filter(({ from, to }) => from < to && all.some((other) => other.from === to && other.to === from))
    .map(({ path, from, to }) => ({
      path,
      sentence: `"${from}" and "${to}" import each other. Decide which of the two knows the other.`,
    }));
}

const frameworks = /^(?:react|react-dom|next|next-auth)(?:\/|$)/;

export const domainsKnowNoFramework: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith("lib/") && !/^lib\/(?:auth|forms)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((name) => frameworks.test(name))
        .map((name) => ({
          path,
          sentence: `A domain runs in a plain script and imports no "${name}". What a request needs belongs to lib/auth or lib/forms.`,
        })),
    );

export const pagesHoldNoSql: Rule = (files) =>
  files
    .filter(
      ({ path, imports }) =>
        path.startsWith("app/") && imports.some((name) => /^(?:db(?:\/|$)|drizzle-orm|pg$)/.test(name)),
    )
    .map(({ path }) => ({
      path,
      sentence: "app/ imports nothing of db/ and no SQL. Ask a query of lib/<domain>, or call a deed.",
    }));

export const nothingImportsPages: Rule = (files) =>
  files
    .filter(
      ({ path, imports }) => /^(?:lib|db)\//.test(path) && imports.some((name) => name.startsWith("app/")),
    )
    .map(({ path }) => ({ path, sentence: "Nothing imports from app/. Move what is shared to lib/." }));

export const serverActionsStandInActions: Rule = (files) =>
  files
    .filter(
      ({ path, text }) => /^\s*["']use server["']/m.test(text) && !/^app\/(?:.+\/)?actions\.ts$/.test(path),
    )
    .map(({ path }) => ({
      path,
      sentence:
        '"use server" makes public endpoints, so it stands in app/**/actions.ts only. Move the action there.',
    }));
