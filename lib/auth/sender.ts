/**
 * The network a request comes from, for limits. The server writes `x-forwarded-for` itself from the socket unless a proxy
 * is trusted, and a proxy appends: only the last entry is not the sender's own word.
 * An IPv6 line hands out whole /64 networks, so that is what counts as one sender.
 */
export function senderOf(forwardedFor: string | null): string {
  const last = forwardedFor?.split(",").at(-1)?.trim().toLowerCase() ?? "";
  const address = last.replace(/^::ffff:(?=\d+\.)/, "");
  if (!address.includes(":")) return address || "unknown";
  return `${expand(address).slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, those that `::` stands for included. */
function expand(address: string): string[] {
  const [before = "", after = ""] = (address.split("%")[0] ?? "").split("::");
  const front = before.split(":").filter(Boolean);
  const back = after.split(":").filter(Boolean);
  const gap = Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(gap).fill("0"), ...back].map((group) => group.replace(/^0+(?=.)/, ""));
}
