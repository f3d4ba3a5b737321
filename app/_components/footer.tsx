"use client";

const help = [
  { href: "/programmes", label: "Programmes" },
  { href: "/help/contact", label: "Contact" },
  { href: "/how-places-are-decided", label: "How places are decided" },
];

const about = [
  { href: "/help/accessibility", label: "Accessibility" },
  { href: "/help/privacy", label: "Privacy" },
  { href: "/help/cookies", label: "Cookies" },
];

export function Footer() {
  return (
    <footer className="site-footer">
      <div className="govuk-width-container site-footer__grid">
        <div>
          <h2>Maths Hubs Enrolment</h2>
          <p>
            Find a maths group for your school, apply once, and see what happens next. Free to state-funded
            schools and colleges in England.
          </p>
        </div>
        <FooterLinks title="Help" links={help} />
        <FooterLinks title="About this service" links={about} />
      </div>
    </footer>
  );
}

function FooterLinks({ title, links }: { title: string; links: readonly { href: string; label: string }[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
