import type { Metadata } from "next";
import { Page } from "@/app/_components/page";
import { PageLinks } from "@/app/_components/page-links";
import { hubStaffRoles } from "@/lib/access/scope";
import { requireRole } from "@/lib/auth/current-user";
import { requestContext } from "@/lib/auth/request-context";
import { pageCount, pageNumber } from "@/lib/kernel/paging";
import { capital } from "@/lib/kernel/words";
import { hubRolesGivenBy } from "@/lib/people/policy";
import { listAccessRequests, listHubInvitations, listHubRoles } from "@/lib/people/queries/hub-access";
import { roleWords } from "@/lib/people/role-words";
import { chooseHub } from "../choose-hub";
import { HubInvitations, HubRoles, Requests } from "./access-lists";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Access" };

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Who asks to be let in, who is in, and who is invited, for one hub. */
export default async function AccessPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const actor = await requireRole(hubStaffRoles, "/hub/access");
  const [asked, ctx] = await Promise.all([searchParams, requestContext()]);
  const hub = await chooseHub(asked.hub);
  const [requestsPage, rolesPage] = [pageNumber(asked.requests), pageNumber(asked.people)];
  const [requests, roles, invitations] = await Promise.all([
    listAccessRequests(ctx, hub.id, requestsPage),
    listHubRoles(ctx, hub.id, rolesPage),
    listHubInvitations(ctx, hub.id),
  ]);
  const givable = hubRolesGivenBy(actor, hub.id).map((value) => ({
    value,
    label: capital(roleWords[value]),
  }));
  const here = (requestsAt: number, rolesAt: number) =>
    `/hub/access?hub=${hub.code}&requests=${requestsAt}&people=${rolesAt}`;
  return (
    <Page eyebrow={hub.name} title="Access" narrow>
      <h2>Asking to be let in</h2>
      <Requests requests={requests.rows} hub={hub.code} />
      <PageLinks
        page={requestsPage}
        pages={pageCount(requests.total)}
        hrefOf={(page) => here(page, rolesPage)}
        label="Pages of requests"
      />
      <h2>People of the hub</h2>
      <HubRoles holders={roles.rows} hub={hub.code} />
      <PageLinks
        page={rolesPage}
        pages={pageCount(roles.total)}
        hrefOf={(page) => here(requestsPage, page)}
        label="Pages of people"
      />
      <HubInvitations invitations={invitations} hub={hub.code} />
      <h2>Invite somebody</h2>
      <InviteForm hubId={hub.id} hub={hub.code} roles={givable} />
    </Page>
  );
}
