"use client";

import { type StatusKind, StatusTag } from "@/app/_components/status-tag";

/** A programme as a card shows it: only what is seen, for it travels to the browser. */
export interface Card {
  readonly href: string;
  readonly kind: StatusKind;
  readonly status: string;
  readonly title: string;
  readonly summary: string;
  /** Three facts, each a name and a value. */
  readonly facts: readonly (readonly [string, string])[];
}

export function Cards({ cards }: { readonly cards: readonly Card[] }) {
  return (
    <ul className="cards">
      {cards.map((card) => (
        <li className="card" key={card.href}>
          <p>
            <StatusTag kind={card.kind}>{card.status}</StatusTag>
          </p>
          <h3>
            <a href={card.href}>{card.title}</a>
          </h3>
          <p>{card.summary}</p>
          <dl className="facts card__foot">
            {card.facts.map(([name, value]) => (
              <Fact key={name} name={name} value={value} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
