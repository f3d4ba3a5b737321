import type { TxCtx } from "@/lib/access/context";

export async function whyNotJoin(
  _tx: TxCtx,
  _input: { organisationId: string; offerId: string; personId?: string },
): Promise<string | undefined> {
  return undefined;
}
