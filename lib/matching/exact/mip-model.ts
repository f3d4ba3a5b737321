/** A mixed-integer problem in the arrays that HiGHS takes: least cost with rowLower ≤ Ax ≤ rowUpper. */
export interface MipModel {
  readonly numCols: number;
  readonly numRows: number;
  readonly offset: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Compressed rows. */
  readonly matrix: {
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
  /** 1 for a column that takes whole numbers only. */
  readonly integrality: Int32Array;
  /** A solution to begin with. */
  readonly start: Float64Array;
  /** Iterations of the simplex method after which it gives up: a limit that does not depend on the machine's speed. */
  readonly work: number;
}

export interface MipAnswer {
  readonly ending: "optimal" | "infeasible" | "stopped";
  readonly objective: number;
  /** No solution is cheaper than this. */
  readonly bound: number;
  readonly values: Float64Array;
}

interface Column {
  readonly cost: number;
  readonly whole?: boolean;
  readonly start: number;
}

interface Row {
  readonly columns: readonly number[];
  readonly values?: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Collects columns between 0 and 1, and rows, into the arrays of a model. */
export class MipModelBuilder {
  private readonly cost: number[] = [];
  private readonly whole: number[] = [];
  private readonly start: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** Answers the number of the column. */
  addColumn({ cost, whole = false, start }: Column): number {
    this.cost.push(cost);
    this.start.push(start);
    return this.whole.push(whole ? 1 : 0) - 1;
  }

  /** Values are 1 where none are given. */
  addRow({ columns, values, lower, upper }: Row): void {
    columns.forEach((column, i) => {
      this.indices.push(column);
      this.values.push(values?.[i] ?? 1);
    });
    this.starts.push(this.indices.length);
    this.lower.push(lower);
    this.upper.push(upper);
  }

  build(work: number): MipModel {
    const numCols = this.cost.length;
    const numRows = this.lower.length;
    return {
      numCols,
      numRows,
      offset: 0,
      colCost: Float64Array.from(this.cost),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: Float64Array.from(this.lower),
      rowUpper: Float64Array.from(this.upper),
      matrix: {
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      integrality: Int32Array.from(this.whole),
      start: Float64Array.from(this.start),
      work,
    };
  }
}
