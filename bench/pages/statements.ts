import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { withClient } from "./databases";
import { ask, type Target } from "./load";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many characters its rows have as JSON. */
  readonly brings: number;
}

/**
 * What a page asks of Postgres, on a server that was started with scripts/checks/record-queries.mjs. A page that is kept for
 * visitors asks when it is first made and never again, so that first time is the one to look at.
 */
export async function statementsOf(target: Target, file: string): Promise<Statement[]> {
  if (target.cookie) await ask(target);
  writeFileSync(file, "");
  await ask(target);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Statement => JSON.parse(line));
}

/** The statement that brings the most to the page, such as the rows of its list: what the bare server runs. */
export function mainStatement(statements: readonly Statement[]): Statement {
  const [main] = statements.toSorted((x, y) => y.brings - x.brings);
  if (!main) throw new Error("The page asked nothing of Postgres");
  return main;
}

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Plan Rows": number;
  readonly Plans?: readonly PlanNode[];
}

/** Tables of more than ten thousand rows that one of the statements reads from end to end. */
export async function tablesReadWhole(url: string, statements: readonly Statement[]): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows: big } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and reltuples > 10000",
    );
    const large = new Set(big.map(({ name }) => name));
    const found = new Set<string>();
    for (const { text, values } of statements) {
      const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
      for (const table of scanned(rows[0]["QUERY PLAN"][0].Plan)) if (large.has(table)) found.add(table);
    }
    return [...found];
  });
}

function scanned(node: PlanNode): string[] {
  const own = node["Node Type"] === "Seq Scan" && node["Relation Name"] ? [node["Relation Name"]] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scanned)];
}
