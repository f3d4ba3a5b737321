"use client";

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
        <a className="brand" href="/">
          <Mark />
          Maths Hubs Enrolment
        </a>
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
      <a href="/sign-out">Sign out</a>
    </p>
  );
}

function SignIn() {
  return (
    <p className="viewer">
      <a href="/sign-in">Sign in</a>
    </p>
  );
}
