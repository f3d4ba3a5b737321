import { Initials } from "./initials";

interface HubContactPanelProps {
  readonly contact: {
    readonly name: string;
    readonly title: string;
    readonly hubName: string;
    readonly email: string;
    readonly telephone: string | null;
  };
  readonly title?: string;
}

/** Whom a school rings, with a name. */
export function HubContactPanel({ contact, title = "Your hub contact" }: HubContactPanelProps) {
  const { name, hubName, email, telephone } = contact;
  return (
    <section className="panel panel--paper" aria-labelledby="hub-contact">
      <h2 id="hub-contact">{title}</h2>
      <div className="contact">
        <Initials name={name} />
        <div>
          <p>
            <strong>{name}</strong>
            <br />
            {contact.title}
            {name === hubName ? null : `, ${hubName}`}
          </p>
          <p>
            {telephone ? (
              <>
                Telephone: <span className="nowrap">{telephone}</span>
                <br />
              </>
            ) : null}
            <a className="govuk-link" href={`mailto:${email}`}>
              E-mail {name === hubName ? "the hub" : name.split(" ")[0]}
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}
