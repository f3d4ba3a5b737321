/** A directed graph as compressed rows: the edges of node n go to target[first[n]] … target[first[n+1]-1]. */
export interface Digraph {
  readonly first: Int32Array;
  readonly target: Int32Array;
}

/** For every node the number of its strongly connected component. */
export function strongComponents(graph: Digraph): Int32Array {
  const walk = new Walk(graph);
  for (let root = 0; root < walk.component.length; root++) walk.from(root);
  return walk.component;
}

/** Tarjan's algorithm with its recursion kept on a path of its own, so that depth costs no call stack. */
class Walk {
  readonly component: Int32Array;
  private readonly graph: Digraph;
  private readonly index: Int32Array;
  private readonly low: Int32Array;
  private readonly nextEdge: Int32Array;
  /** Visited nodes that have no component yet. */
  private readonly open: number[] = [];
  private readonly path: number[] = [];
  private visited = 0;
  private components = 0;

  constructor(graph: Digraph) {
    const nodes = graph.first.length - 1;
    this.graph = graph;
    this.component = new Int32Array(nodes).fill(-1);
    this.index = new Int32Array(nodes).fill(-1);
    this.low = new Int32Array(nodes);
    this.nextEdge = graph.first.slice(0, nodes);
  }

  from(root: number): void {
    if (this.index[root] !== -1) return;
    this.enter(root);
    for (let node = this.path.at(-1); node !== undefined; node = this.path.at(-1)) {
      const edge = this.nextEdge[node] as number;
      if (edge === this.graph.first[node + 1]) this.leave(node);
      else {
        this.nextEdge[node] = edge + 1;
        this.follow(node, this.graph.target[edge] as number);
      }
    }
  }

  private enter(node: number): void {
    this.index[node] = this.visited;
    this.low[node] = this.visited++;
    this.open.push(node);
    this.path.push(node);
  }

  private follow(node: number, to: number): void {
    if (this.index[to] === -1) this.enter(to);
    else if (this.component[to] === -1) this.lower(node, this.index[to] as number);
  }

  private leave(node: number): void {
    this.path.pop();
    const parent = this.path.at(-1);
    if (parent !== undefined) this.lower(parent, this.low[node] as number);
    if (this.low[node] !== this.index[node]) return;
    for (let member = this.open.pop(); member !== undefined; member = this.open.pop()) {
      this.component[member] = this.components;
      if (member === node) break;
    }
    this.components++;
  }

  private lower(node: number, index: number): void {
    if (index < (this.low[node] as number)) this.low[node] = index;
  }
}
