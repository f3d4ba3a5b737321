const attribute = /\s(?:href|action|src)="([^"]*)"/g;
/** What may stand in a query: filters, pages, ids and ways back. Names, addresses and secrets may not. */
const words = /^(?:[\w.,:-]{0,40}|\/[\w/?=&%.-]*)$/;

/** Addresses of a page that carry more than ids and words of ours: an e-mail address, a name, a secret of a link. */
export function strangeAddresses(html: string): string[] {
  return [...html.matchAll(attribute)]
    .map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
    .filter((address) => !/^(?:mailto|tel):/.test(address) && isStrange(address));
}

function isStrange(address: string): boolean {
  if (/@|%40/.test(address)) return true;
  if (!URL.canParse(address, "http://ours.invalid")) return true;
  return [...new URL(address, "http://ours.invalid").searchParams].some(
    ([name, value]) => /secret|token|code|email|name|password/i.test(name) || !words.test(value),
  );
}
