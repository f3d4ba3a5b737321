import { notFound } from "next/navigation";
import type { Ctx } from "@/lib/access/context";
import { type ApplicationView, findApplication } from "@/lib/applications/queries/application";
import { requireActor } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";

export interface JourneyProps {
  readonly params: Promise<{ applicationId: string }>;
  readonly searchParams: Promise<{ from?: string | string[] }>;
}

/** The application of this address for somebody who acts for its school; for anyone else the page does not exist. */
export async function getApplication(
  params: Promise<{ applicationId: string }>,
  page = "",
): Promise<{ ctx: Ctx; application: ApplicationView }> {
  const { applicationId } = await params;
  await requireActor(`/school/applications/${applicationId}${page}`);
  const ctx = await requestContext();
  const application = await findApplication(ctx, applicationId);
  if (!application) notFound();
  return { ctx, application };
}
