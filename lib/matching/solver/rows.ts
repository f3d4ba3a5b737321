/** Items laid out by key (compressed rows): those with key k are item[first[k]] … item[first[k+1]-1], in index order. */
export interface Rows {
  readonly first: Int32Array;
  readonly item: Int32Array;
}

/** Sorts the items 0 … key.length-1 by their key, which lies in 0 … rows-1. Stable and linear. */
export function rowsByKey(rows: number, key: ArrayLike<number>): Rows {
  const first = new Int32Array(rows + 1);
  for (let i = 0; i < key.length; i++) {
    const after = (key[i] as number) + 1;
    first[after] = (first[after] as number) + 1;
  }
  for (let k = 0; k < rows; k++) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
  const next = first.slice(0, rows);
  const item = new Int32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const k = key[i] as number;
    const at = next[k] as number;
    item[at] = i;
    next[k] = at + 1;
  }
  return { first, item };
}
