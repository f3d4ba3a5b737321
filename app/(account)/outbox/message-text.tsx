import { Fragment } from "react";

/** A mail's text in paragraphs, with its addresses of ours as links. */
export function MessageText({ text, origin }: { readonly text: string; readonly origin: string }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph, index) => (
      <p key={`${index.toString()}-${paragraph.slice(0, 20)}`} className="breakable">
        {paragraph.split("\n").map((line, number) => (
          <Fragment key={`${number.toString()}-${line.slice(0, 20)}`}>
            {number > 0 ? <br /> : null}
            <Line line={line} origin={origin} />
          </Fragment>
        ))}
      </p>
    ));
}

function Line({ line, origin }: { readonly line: string; readonly origin: string }) {
  return line.split(/(https?:\/\/\S+)/).map((piece, index) =>
    piece.startsWith(`${origin}/`) ? (
      <a key={`${index.toString()}-${piece}`} href={piece.slice(origin.length)}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
