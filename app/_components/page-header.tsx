"use client";

import { Anchor } from "./anchor";
import { Initials } from "./initials";
import { Mark } from "./mark";
import { type NavItem, SiteNav } from "./site-nav";

/** Who is signed in, as the header shows it. */
export interface Viewer {
  readonly name: string;
  readonly organisation: string;
  /** At most four, each of one to four words. */
  readonly nav: readonly NavItem[];
}

const publicNav: readonly NavItem[] = [
  { href: "/", label: "Home" },
  { href: "/programmes", label: "Programmes" },
  { href: "/how-places-are-decided", label: "How places are decided" },
];

export function PageHeader({ viewer }: { readonly viewer: Viewer | null }) {
  return (
    <header className="site-header">
      <div className="govuk-width-container site-header__bar">
        <Anchor className="brand" href="/">
          <Mark />
          Maths Hubs Enrolment
        </Anchor>
        <SiteNav items={viewer?.nav ?? publicNav} />
        {viewer ? <SignedIn viewer={viewer} /> : <SignIn />}
      </div>
    </header>
  );
}

function SignedIn({ viewer }: { readonly viewer: Viewer }) {
  return (
    <p className="viewer">
      <Initials name={viewer.name} />
      <span className="viewer__text">
        {viewer.name}
        <span className="viewer__organisation">{viewer.organisation}</span>
      </span>
      <Anchor href="/sign-out">Sign out</Anchor>
    </p>
  );
}

function SignIn() {
  return (
    <p className="viewer">
      <Anchor href="/sign-in">Sign in</Anchor>
    </p>
  );
}
