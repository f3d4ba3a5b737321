const OURS = "http://ours.invalid";
/** Nobody is sent back to these: they would sign the person out again, or belong to the machinery. */
const NEVER = /^\/(?:api|sign-in|sign-out|invitation)(?:[/?]|$)/;

/** The path of ours that a text names, or undefined: nobody is led to another site, whatever an address says. */
export function safeReturnPath(text: string | null | undefined): string | undefined {
  if (!text || text.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\"))
    return undefined;
  if (!URL.canParse(text, OURS)) return undefined;
  const address = new URL(text, OURS);
  if (address.origin !== OURS || NEVER.test(address.pathname)) return undefined;
  return `${address.pathname}${address.search}`;
}
