"use client";

import { ButtonForm } from "@/app/_components/button-form";
import { type StatusKind, StatusTag } from "@/app/_components/status-tag";
import { start, startTwo } from "./actions";

/** An offer as it is drawn: words only. */
export interface OfferRow {
  readonly offerId: string;
  /** Empty for all hubs together. */
  readonly hubId: string;
  readonly name: string;
  readonly year: string;
  readonly toPlace: string;
  readonly hubs: string;
  readonly waiting: string;
  readonly groups: string;
  readonly places: string;
  readonly run: { href: string; when: string; kind: StatusKind; words: string } | null;
  /** The size of a match that may be started. */
  readonly button: string | null;
  /** Places have been published: schools that came late can be brought in in two ways. */
  readonly repair: boolean;
  readonly note: string;
}

/** Offers with what waits in each, and the button that matches it. */
export function OffersTable({ rows }: { readonly rows: readonly OfferRow[] }) {
  return (
    <table className="queue">
      <caption className="govuk-visually-hidden">Programmes to match</caption>
      <thead>
        <tr>
          <th scope="col">Programme</th>
          <th scope="col">To place</th>
          <th scope="col">Groups</th>
          <th scope="col">Last run</th>
          <th scope="col">Match</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.offerId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { offerId, hubId, run, ...row } }: { readonly row: OfferRow }) {
  return (
    <tr>
      <th scope="row">
        {row.name}
        <small>{row.year}</small>
      </th>
      <td data-l="To place">
        <strong>{row.toPlace}</strong>
        {row.hubs ? <small>{row.hubs}</small> : null}
        {row.waiting ? <small>{row.waiting}</small> : null}
      </td>
      <td data-l="Groups">
        {row.groups}
        {row.places ? <small>{row.places}</small> : null}
      </td>
      <td data-l="Last run">
        {run ? (
          <>
            <StatusTag kind={run.kind}>{run.words}</StatusTag>
            <small>
              <a href={run.href}>
                {run.when}
                <span className="govuk-visually-hidden">: the run of {row.name}</span>
              </a>
            </small>
          </>
        ) : (
          "None yet"
        )}
      </td>
      <td data-l="Match">
        {row.button ? (
          <ButtonForm
            action={start}
            fields={{ hubId, offerId }}
            label={`Match ${row.name}`}
            variant="secondary"
          >
            {row.button}
          </ButtonForm>
        ) : null}
        {row.repair ? (
          <ButtonForm
            action={startTwo}
            fields={{ hubId, offerId }}
            label={`Compare two ways for ${row.name}`}
            variant="secondary"
          >
            Compare with moving schools
          </ButtonForm>
        ) : null}
        {row.note && (row.button || row.repair) ? <small>{row.note}</small> : row.note}
      </td>
    </tr>
  );
}
