/** Lets nobody on before all have come: what several connections do after it, they do at once. */
export function barrier(expected: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    come += 1;
    if (come === expected) open();
    return all;
  };
}
