import type { Fault, Rule } from "./source-file";

const matrix = "e2e/access/page-matrix.ts";
const file = /^app\/(?:.*\/)?(?:page\.tsx|route\.ts)$/;

/** Every page and route handler says in the page matrix whom it answers, and none says it that is gone. */
export const pagesStandInTheMatrix: Rule = (files) => {
  const rows = files.find(({ path }) => path === matrix)?.text ?? "";
  const named = new Set([...rows.matchAll(/\bpage: "([^"]+)"/g)].map((match) => match[1] ?? ""));
  const pages = files
    .filter(({ path }) => file.test(path) && !/\/_/.test(path))
    .map(({ path }) => ({ path, address: addressOf(path) }));
  const there = new Set(pages.map(({ address }) => address));
  return [
    ...pages.filter(({ address }) => !named.has(address)).map(rowIsMissing),
    ...[...named]
      .filter((address) => !there.has(address))
      .map((address) => ({
        path: matrix,
        sentence: `There is no page ${address} (any more). Take its row out.`,
      })),
  ];
};

function rowIsMissing({ path, address }: { path: string; address: string }): Fault {
  return {
    path,
    sentence: `Nothing says who may open it. Add to ${matrix}, at its audience: { page: "${address}", opens: [...] } with everybody of db/testing/cast.ts whom it answers (ofTheSchool, ofTheHub, deciders, … stand there). An id in the address that e2e/access/page-world.ts has not: make one there. Then npm test -- --only build,browser -- page-matrix`,
  };
}

/** `app/(hub)/hub/cases/[caseId]/page.tsx` answers at `/hub/cases/[caseId]`. */
function addressOf(path: string): string {
  const folders = path.split("/").slice(1, -1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
}
