/** "1 school", "3 schools", "2 people" with its own plural. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** "Monday, Tuesday or Friday"; what has a comma of its own, outside brackets, is parted by one from what follows. */
export function listWords(words: readonly string[], joiner: "and" | "or" = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  const before = words.slice(0, -1);
  const comma = before.some((word) => word.replace(/\([^)]*\)/g, "").includes(",")) ? "," : "";
  return `${before.join(", ")}${comma} ${joiner} ${words.at(-1)}`;
}

/** The same words at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
