import type { IsoDate } from "@/lib/kernel/dates";
import { mayHaveHistory } from "./register-rules";

/** A row of the links file: `urn` has `linkUrn` as its successor, predecessor or partner. */
export interface RegisterLink {
  readonly urn: number;
  readonly linkUrn: number;
  readonly linkType: string;
}

export interface RegisterSchool {
  readonly open: boolean;
  readonly closedOn: IsoDate | null;
}

export type DoubtKind = "branch" | "merger" | "loop" | "missing_link";

/** What the links leave open, for a person to decide. URNs ascend. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly urns: readonly number[];
}

export interface Succession {
  /** Which URN goes on as which other: one school, one successor, said by both. */
  readonly heirs: ReadonlyMap<number, number>;
  readonly doubts: readonly Doubt[];
}

interface Edge {
  readonly from: number;
  readonly to: number;
  /** Which of the two schools says so. */
  readonly sides: Set<"from" | "to">;
  /** Neither merged, amalgamated nor split. */
  plain: boolean;
}

interface Graph {
  readonly schools: ReadonlyMap<number, RegisterSchool>;
  /** URNs whose history the service holds. */
  readonly known: ReadonlySet<number>;
  readonly out: ReadonlyMap<number, readonly Edge[]>;
  readonly into: ReadonlyMap<number, readonly Edge[]>;
  readonly looped: ReadonlySet<number>;
}

/** Reads the links as a graph: what follows safely, and what only a person can say. Nothing is guessed. */
export function traceSuccession(
  schools: ReadonlyMap<number, RegisterSchool>,
  links: readonly RegisterLink[],
  known: ReadonlySet<number>,
): Succession {
  const edges = [...collectEdges(schools, links).values()];
  const [out, into] = [groupBy(edges, "from"), groupBy(edges, "to")];
  const loops = findLoops(edges);
  const graph = { schools, known, out, into, looped: new Set(loops.flat()) };
  const heirs = new Map<number, number>();
  for (const edge of edges) if (isSafe(graph, edge)) heirs.set(edge.from, edge.to);
  const doubts = [
    ...mergers(graph),
    ...branches(graph),
    ...loopDoubts(graph, loops),
    ...missing(graph, edges),
  ];
  return { heirs, doubts };
}

/** The last URN of the chain that begins here. */
export function lastHeir(heirs: ReadonlyMap<number, number>, urn: number): number {
  let at = urn;
  for (let next = heirs.get(at); next !== undefined; next = heirs.get(at)) at = next;
  return at;
}

function collectEdges(
  schools: ReadonlyMap<number, RegisterSchool>,
  links: readonly RegisterLink[],
): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const link of links) {
    const way = direction(schools, link);
    if (!way || way.from === way.to) continue;
    const key = `${way.from} ${way.to}`;
    const edge = edges.get(key) ?? { from: way.from, to: way.to, sides: new Set(), plain: true };
    edge.sides.add(link.urn === way.from ? "from" : "to");
    edge.plain &&= link.linkType === "Successor" || link.linkType === "Predecessor";
    edges.set(key, edge);
  }
  return edges;
}

/** Sixth form centres, expansions and other ties are no succession. A merger may be told without saying who went on. */
function direction(
  schools: ReadonlyMap<number, RegisterSchool>,
  { urn, linkUrn, linkType }: RegisterLink,
): { from: number; to: number } | undefined {
  if (linkType.startsWith("Successor")) return { from: urn, to: linkUrn };
  if (linkType.startsWith("Predecessor")) return { from: linkUrn, to: urn };
  if (linkType !== "Result of Amalgamation" && !linkType.startsWith("Merged")) return undefined;
  const [one, other] = [schools.get(urn), schools.get(linkUrn)];
  if (!one || !other || one.open === other.open) return undefined;
  return one.open ? { from: linkUrn, to: urn } : { from: urn, to: linkUrn };
}

function groupBy(edges: readonly Edge[], end: "from" | "to"): Map<number, Edge[]> {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
}

function isSafe({ schools, out, into, looped }: Graph, { from, to, plain, sides }: Edge): boolean {
  return (
    plain &&
    sides.size === 2 &&
    out.get(from)?.length === 1 &&
    into.get(to)?.length === 1 &&
    !looped.has(from) &&
    !looped.has(to) &&
    schools.has(to) &&
    !isOpen(schools, from)
  );
}

function isOpen(schools: ReadonlyMap<number, RegisterSchool>, urn: number): boolean {
  return schools.get(urn)?.open === true;
}

/** A closed school that may bring history with it. */
function mayBring({ schools, known }: Graph, urn: number): boolean {
  const school = schools.get(urn);
  if (school?.open) return false;
  return known.has(urn) || (school !== undefined && mayHaveHistory(school.closedOn));
}

function* mergers(graph: Graph): Generator<Doubt> {
  for (const [to, edges] of graph.into) {
    const merged = edges.length > 1 || edges.some(({ plain, from }) => !plain && !splits(graph, from));
    if (!merged || graph.looped.has(to) || !isOpen(graph.schools, to)) continue;
    const bringing = edges.map(({ from }) => from).filter((urn) => mayBring(graph, urn));
    if (bringing.length > 0) yield doubt("merger", [to, ...bringing]);
  }
}

function* branches(graph: Graph): Generator<Doubt> {
  for (const from of graph.out.keys()) {
    if (!splits(graph, from) || graph.looped.has(from) || !mayBring(graph, from)) continue;
    const open = (graph.out.get(from) ?? []).map(({ to }) => to).filter((urn) => isOpen(graph.schools, urn));
    if (open.length > 0) yield doubt("branch", [from, ...open]);
  }
}

function splits({ out }: Graph, from: number): boolean {
  return (out.get(from)?.length ?? 0) > 1;
}

function* loopDoubts(graph: Graph, loops: readonly (readonly number[])[]): Generator<Doubt> {
  for (const urns of loops)
    if (urns.some((urn) => isOpen(graph.schools, urn)) && urns.some((urn) => mayBring(graph, urn)))
      yield doubt("loop", urns);
}

/** A successor that only one of the two names, or that the register does not hold. */
function* missing(graph: Graph, edges: readonly Edge[]): Generator<Doubt> {
  for (const { from, to, plain, sides } of edges) {
    const alone = graph.out.get(from)?.length === 1 && graph.into.get(to)?.length === 1;
    if (!alone || graph.looped.has(from)) continue;
    const oneSided = plain && sides.size === 1 && isOpen(graph.schools, to) && mayBring(graph, from);
    const gone = !graph.schools.has(to) && graph.known.has(from) && !isOpen(graph.schools, from);
    if (oneSided || gone) yield doubt("missing_link", [from, to]);
  }
}

function doubt(kind: DoubtKind, urns: readonly number[]): Doubt {
  return { kind, urns: [...new Set(urns)].sort((a, b) => a - b) };
}

/** Takes away every URN that leads nowhere or that nothing leads to, until only circles and what joins them is left. */
function findLoops(edges: readonly Edge[]): number[][] {
  let left = edges;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const [starts, ends] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))];
    left = left.filter(({ from, to }) => ends.has(from) && starts.has(to));
  }
  return connectedGroups(left);
}

function connectedGroups(edges: readonly Edge[]): number[][] {
  const groupOf = new Map<number, Set<number>>();
  for (const { from, to } of edges) {
    const one = groupOf.get(from) ?? new Set([from]);
    const other = groupOf.get(to) ?? new Set([to]);
    for (const urn of other) one.add(urn);
    for (const urn of one) groupOf.set(urn, one);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}
