import type { NavItem } from "@/app/_components/site-nav";
import type { Actor, Role } from "@/lib/access/actor";
import { holdsRole, hubStaffRoles, schoolRoles } from "@/lib/access/scope";

interface Audience {
  readonly roles: readonly Role[];
  /** The first is where somebody of this audience lands after signing in. */
  readonly nav: readonly NavItem[];
}

const hub: Audience = {
  roles: hubStaffRoles,
  nav: [
    {
      href: "/hub/queue",
      label: "Work queue",
      rooms: [
        { href: "/hub/queue", label: "Applications" },
        { href: "/hub/progression", label: "Next stages" },
        { href: "/hub/access", label: "Access" },
      ],
    },
    {
      href: "/hub/work-groups",
      label: "Work Groups",
      rooms: [
        { href: "/hub/work-groups", label: "Groups" },
        { href: "/hub/matching", label: "Matching" },
      ],
    },
    { href: "/hub/referrals", label: "Support" },
    { href: "/hub/schools", label: "Schools" },
  ],
};
const lead: Audience = {
  roles: ["work_group_lead"],
  nav: [{ href: "/lead", label: "My groups" }],
};
const partner: Audience = {
  roles: ["intensive_support_partner"],
  nav: [{ href: "/lead/cases", label: "My cases" }],
};
const school: Audience = { roles: schoolRoles, nav: [{ href: "/school", label: "Our school" }] };

const national: Audience = {
  roles: ["national_team"],
  nav: [
    { href: "/hub/schools/reviews", label: "Register" },
    { href: "/hub/matching", label: "Matching" },
  ],
};

/** In the order in which their work presses. */
const audiences = [hub, lead, partner, school, national] as const;

const programmes: NavItem = { href: "/programmes", label: "Programmes" };

/** More words than these are not read. */
const ROOM = 4;

/** The header's links: what this person's grants open, all audiences together, and the catalogue where there is room. */
export function navigationFor(actor: Actor): readonly NavItem[] {
  const own = audiences.filter((audience) => holdsRole(actor, audience.roles)).flatMap(({ nav }) => nav);
  return own.length < ROOM ? [...own, programmes] : own;
}

/** Where somebody lands who asked for no page in particular. */
export function homePathFor(actor: Actor): string {
  return audiences.find((audience) => holdsRole(actor, audience.roles))?.nav[0]?.href ?? "/account";
}
