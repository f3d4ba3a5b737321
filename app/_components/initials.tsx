/** A person's initials in a circle, beside the name in words. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span className="initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** "Priya Nair" gives PN, "Anne-Marie van der Berg" AB, "Cher" C. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
}
