/** Holds the rooms of docs/conventions.md apart. Prints each fault with what to do, and fails when there is one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { documentsNameWhatExists } from "./structure/documents";
import { deedsAskPolicyAndLeaveAnEvent, domainsHaveAClosedVocabulary } from "./structure/domain-files";
import {
  domainsKnowNoFramework,
  domainsStandInLine,
  nothingImportsPages,
  pagesHoldNoSql,
  serverActionsStandInActions,
} from "./structure/rooms";
import { type Fault, type Rule, readSources } from "./structure/source-file";
import {
  filesStayReadable,
  identifiersSpeakTheGlossary,
  nothingIsLeftForLater,
  onlyTheClockReadsTheTime,
} from "./structure/words";

const rules: readonly Rule[] = [
  domainsStandInLine,
  domainsKnowNoFramework,
  pagesHoldNoSql,
  nothingImportsPages,
  serverActionsStandInActions,
  domainsHaveAClosedVocabulary,
  deedsAskPolicyAndLeaveAnEvent,
  identifiersSpeakTheGlossary,
  onlyTheClockReadsTheTime,
  filesStayReadable,
  nothingIsLeftForLater,
];

function faultsIn(root: string): Fault[] {
  const sources = readSources(root, ["app", "lib", "db", "scripts", "e2e", "bench"], /\.(?:tsx?|mjs)$/);
  const documents = readSources(root, ["docs", "README.md", "CONTRIBUTING.md", "SECURITY.md"], /\.md$/);
  const faults = rules.flatMap((rule) => rule(sources));
  return [...faults, ...documentsNameWhatExists(documents, (path) => existsSync(join(root, path)))];
}

const faults = faultsIn(fileURLToPath(new URL("..", import.meta.url)));
for (const { path, sentence } of faults) console.log(`${path}\n  ${sentence}`);
console.log(`${rules.length + 1} rules, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
