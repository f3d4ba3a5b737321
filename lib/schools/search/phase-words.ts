const ofKind: Readonly<Record<string, string>> = { college: "College", trust: "Trust" };
const ofLadders: Readonly<Record<string, string>> = {
  primary: "Primary",
  secondary: "Secondary",
  "primary secondary": "Primary and secondary",
};

/** How a list says which phase a school is of; the register's own word for one that has no record with us. */
export function sayPhase(
  school: { readonly kind: string; readonly phases: readonly string[] } | null,
  registerPhase: string | null,
): string | null {
  if (!school) return registerPhase;
  return ofKind[school.kind] ?? ofLadders[[...school.phases].sort().join(" ")] ?? registerPhase;
}
