import { describe, expect, test } from "vitest";
import { documentsNameWhatExists } from "./documents";
import { deedsAskPolicyAndLeaveAnEvent, domainsHaveAClosedVocabulary } from "./domain-files";
import { pagesStandInTheMatrix } from "./pages";
import {
  domainsKnowNoFramework,
  domainsStandInLine,
  nothingImportsPages,
  pagesHoldNoSql,
  serverActionsStandInActions,
} from "./rooms";
import { type Rule, sourceFile } from "./source-file";
import {
  filesStayReadable,
  identifiersSpeakTheGlossary,
  nothingIsLeftForLater,
  onlyTheClockReadsTheTime,
} from "./words";

/** The paths at fault when these files are all there is. */
function faulty(rule: Rule, files: Record<string, string>): string[] {
  return rule(Object.entries(files).map(([path, text]) => sourceFile(path, text))).map((fault) => fault.path);
}

describe("domains stand in a line", () => {
  test("one may import to its left", () => {
    const files = { "lib/applications/a.ts": 'import { b } from "@/lib/workgroups/queries";' };
    expect(faulty(domainsStandInLine, files)).toEqual([]);
  });

  test.each([
    ['import { b } from "@/lib/matching/match";'],
    ['import {\n  b,\n} from "../matching/match";'],
    ['export { b } from "@/lib/matching/match";'],
    ['const { b } = await import("@/lib/matching/match");'],
  ])("not to its right: %s", (text) => {
    expect(faulty(domainsStandInLine, { "lib/applications/a.ts": text })).toEqual(["lib/applications/a.ts"]);
  });

  test("two of one group do not import each other", () => {
    const files = {
      "lib/applications/a.ts": 'import { r } from "@/lib/referrals/queries";',
      "lib/referrals/r.ts": 'import { a } from "@/lib/applications/queries";',
    };
    expect(faulty(domainsStandInLine, files)).toEqual(["lib/applications/a.ts"]);
  });

  test("a domain without a place is told so", () => {
    expect(faulty(domainsStandInLine, { "lib/catering/order-lunch.ts": "" })).toEqual(["lib/catering"]);
  });
});

describe("rooms stay apart", () => {
  test("a domain imports no framework, the adapters may", () => {
    const text = 'import { cache } from "react";\nimport { headers } from "next/headers";';
    expect(faulty(domainsKnowNoFramework, { "lib/hubs/a.ts": text })).toHaveLength(2);
    expect(faulty(domainsKnowNoFramework, { "lib/auth/a.ts": text })).toEqual([]);
  });

  test("pages hold no SQL", () => {
    const files = {
      "app/page.tsx": 'import { hubs } from "@/db/schema/hubs";',
      "lib/hubs/queries.ts": 'import "pg";',
    };
    expect(faulty(pagesHoldNoSql, files)).toEqual(["app/page.tsx"]);
  });

  test("nothing imports pages", () => {
    expect(
      faulty(nothingImportsPages, { "lib/hubs/a.ts": 'import { x } from "../../app/_components/x";' }),
    ).toHaveLength(1);
  });

  test('"use server" stands in actions.ts only', () => {
    const text = '"use server";\nexport async function act() {}';
    expect(faulty(serverActionsStandInActions, { "app/(school)/school/actions.ts": text })).toEqual([]);
    expect(faulty(serverActionsStandInActions, { "app/(school)/school/page.tsx": text })).toHaveLength(1);
    expect(faulty(serverActionsStandInActions, { "app/page.tsx": `function f() {\n  ${text}` })).toHaveLength(
      1,
    );
  });
});

describe("a domain's files", () => {
  test.each(["lib/hubs/utils.ts", "lib/kernel/helpers.ts", "lib/hubs/index.ts"])("no drawer %s", (path) => {
    expect(faulty(domainsHaveAClosedVocabulary, { [path]: "export function utils() {}" })).toEqual([path]);
  });

  test("are known words, or named for what they export", () => {
    const files = {
      "lib/hubs/queries.ts": "",
      "lib/hubs/queries/hub-list.ts": "",
      "lib/hubs/rename-hub.ts": "export async function renameHub() {}",
      "lib/hubs/rename-hub.test.ts": "",
      "lib/hubs/things.ts": "export function renameHub() {}",
    };
    expect(faulty(domainsHaveAClosedVocabulary, files)).toEqual(["lib/hubs/things.ts"]);
  });

  const deed = "export const a = (ctx) => withTransaction(ctx, async (tx) => { BODY });";
  const withBody = (body: string, imports = "") => ({
    "lib/hubs/a.ts": `${imports}\n${deed.replace("BODY", body)}`,
  });

  test("a deed asks its policy and leaves an event", () => {
    const rule = deedsAskPolicyAndLeaveAnEvent;
    expect(faulty(rule, withBody("if (!canRename(ctx.actor)) return; await recordEvent(tx);"))).toEqual([]);
    expect(faulty(rule, withBody("await recordEvent(tx);"))).toHaveLength(1);
    expect(faulty(rule, withBody("if (!canRename(ctx.actor)) return;"))).toHaveLength(1);
    expect(faulty(rule, withBody("// canRename( recordEvent("))).toHaveLength(2);
  });

  test("a deed may do both through a file that it imports, and a job is nobody's to ask for", () => {
    const rule = deedsAskPolicyAndLeaveAnEvent;
    const locks = { "lib/hubs/locks.ts": "canRename(actor); recordEvent(tx);" };
    expect(faulty(rule, { ...withBody("", 'import { lock } from "./locks";'), ...locks })).toEqual([]);
    const jobs = { "lib/hubs/jobs.ts": 'import { a } from "./a";' };
    expect(faulty(rule, { ...withBody("await recordEvent(tx);"), ...jobs })).toEqual([]);
  });
});

describe("words", () => {
  test.each(["courseName", "listCohorts", "tenant_id", "ClientList"])("%s is not said here", (identifier) => {
    expect(faulty(identifiersSpeakTheGlossary, { "lib/hubs/a.ts": `const ${identifier} = 1;` })).toHaveLength(
      1,
    );
  });

  test("comments, texts and the machine room may say them", () => {
    const text = '// of course\nconst said = "course"; const clientId = 1; const cohortLead = 2;';
    expect(faulty(identifiersSpeakTheGlossary, { "lib/hubs/a.ts": text })).toEqual([]);
  });

  test("only the clock reads the time", () => {
    const text = "const a = new Date(); const b = Date.now();";
    const paths = { "lib/hubs/a.ts": text, "lib/kernel/clock.ts": text, "lib/hubs/a.test.ts": text };
    expect(faulty(onlyTheClockReadsTheTime, paths)).toEqual(["lib/hubs/a.ts"]);
    expect(faulty(onlyTheClockReadsTheTime, { "lib/hubs/a.ts": 'new Date("2026-09-01")' })).toEqual([]);
  });

  test("a file has 300 lines at most", () => {
    expect(faulty(filesStayReadable, { "app/a.ts": "x\n".repeat(300) })).toEqual([]);
    expect(faulty(filesStayReadable, { "app/a.ts": "x\n".repeat(301) })).toEqual(["app/a.ts"]);
  });

  test.each([
    ["TO", "DO"],
    ["biome-ig", "nore"],
    ["@ts-expect-", "error"],
  ])("%s%s is not left behind", (...halves) => {
    expect(faulty(nothingIsLeftForLater, { "app/a.ts": `// ${halves.join("")}: later` })).toHaveLength(1);
  });
});

test("documents name what exists", () => {
  const text =
    "See `lib/hubs/gone.ts`, `lib/<domain>/x.ts`, [here](./b.md), [there](c.md#part), [web](https://a.example/).";
  const exists = (path: string) => path === "docs/b.md";
  const faults = documentsNameWhatExists([sourceFile("docs/a.md", text)], exists);
  expect(faults.map((fault) => fault.sentence)).toEqual([
    expect.stringContaining("lib/hubs/gone.ts"),
    expect.stringContaining("docs/c.md"),
  ]);
});

describe("pages say whom they answer", () => {
  const matrix = 'const rows = [{ page: "/" }, { page: "/hub/cases/[caseId]" }];';

  test("in the matrix, without the folders of audiences", () => {
    const files = {
      "app/(public)/page.tsx": "",
      "app/(hub)/hub/cases/[caseId]/page.tsx": "",
      "app/_components/page.tsx": "",
      "e2e/access/page-matrix.ts": matrix,
    };
    expect(faulty(pagesStandInTheMatrix, files)).toEqual([]);
  });

  test("and neither a page nor a row stands alone", () => {
    const files = {
      "app/(public)/page.tsx": "",
      "app/api/search/route.ts": "",
      "e2e/access/page-matrix.ts": matrix,
    };
    expect(faulty(pagesStandInTheMatrix, files)).toEqual([
      "app/api/search/route.ts",
      "e2e/access/page-matrix.ts",
    ]);
  });
});
