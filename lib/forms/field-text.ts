/** One text field of a form; empty when it is missing or a file. */
export function fieldText(formData: FormData, name: string): string {
  const value = formData.get(name);
  return typeof value === "string" ? value : "";
}
