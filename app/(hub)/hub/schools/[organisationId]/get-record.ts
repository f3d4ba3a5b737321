import { notFound } from "next/navigation";
import type { Ctx } from "@/lib/access/context";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { isId } from "@/lib/kernel/ids";
import { getSchoolRecord, type SchoolRecord } from "@/lib/schools/queries/school-record";

/** The school of the address; for whoever may not open its record there is no such page. */
export async function getRecord(
  params: Promise<{ organisationId: string }>,
  below = "",
): Promise<{ ctx: Ctx; school: SchoolRecord }> {
  const { organisationId } = await params;
  if (!isId(organisationId)) notFound();
  await requireActor(`/hub/schools/${organisationId}${below}`);
  const ctx = await requestContext();
  const school = await getSchoolRecord(ctx, organisationId);
  if (!school) notFound();
  return { ctx, school };
}
