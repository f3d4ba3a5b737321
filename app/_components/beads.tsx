interface BeadsProps {
  /** Taken, done. */
  readonly solid: number;
  /** Offered and waiting for an answer. */
  readonly half?: number;
  /** Proposed, not agreed. */
  readonly dashed?: number;
  readonly total: number;
  /** The same fact in words: it is the content, the beads draw it. */
  readonly say: string;
  /** In pixels. */
  readonly radius?: Radius;
}

/** Those that app/_styles/_beads.scss draws. */
type Radius = 6 | 10 | 13;
type Kind = "solid" | "half" | "dashed" | "hollow";

const IN_A_ROW = 10;
/** Above this beads are tenths. */
const MOST = 40;

/** A rekenrek: rows of ten on a rod with a gap after five. Above 40 things each bead is a tenth of them, and the words say so. */
export function Beads(props: BeadsProps) {
  return (
    <div className="beads">
      <Rods {...countsOf(props)} radius={props.radius ?? 10} />
      <p>{wordsOf(props)}</p>
    </div>
  );
}

/** The same for a cell of a list, which has many: the beads above their words, nothing around them. */
export function BeadsInCell(props: BeadsProps) {
  return (
    <>
      <Rods {...countsOf(props)} radius={props.radius ?? 6} />
      {wordsOf(props)}
    </>
  );
}

function countsOf({ solid, half = 0, dashed = 0, total }: BeadsProps) {
  const scale = (number: number) => (total > MOST ? Math.round((number * IN_A_ROW) / total) : number);
  return { solid: scale(solid), half: scale(half), dashed: scale(dashed), total: scale(total) };
}

function wordsOf({ total, say }: BeadsProps): string {
  return total > MOST ? `${say}. Each bead is one place in ten` : say;
}

interface RodsProps {
  readonly solid: number;
  readonly half: number;
  readonly dashed: number;
  readonly total: number;
  readonly radius: Radius;
}

/**
 * A page of groups has hundreds of beads, and each element and each attribute costs time to make: so beads are the dots of a
 * dashed line along their rods, all of them hollow at first, and those that are taken are drawn again over it.
 */
function Rods({ solid, half, dashed, total, radius }: RodsProps) {
  const { endOf, bottom, linesOf, pointAt } = placesOf(radius);
  const beside = dashed > 0 ? solid + half : total;
  const points = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => pointAt(from + index));
  return (
    <svg className={`rods rods--${radius}`} width={endOf(total)} height={bottom(total)} aria-hidden="true">
      <Dots kind="hollow" d={linesOf(beside)} />
      {solid > 0 ? <path className="beads-fill beads-fill--solid" d={linesOf(solid)} /> : null}
      <Halves points={points(solid, solid + half)} radius={radius} />
      {points(beside, beside + dashed).map((point) => (
        <Proposed key={`${point.x} ${point.y}`} point={point} radius={radius} />
      ))}
      <Dots loose kind="hollow" d={dotsAt(points(beside + dashed, total))} />
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where beads of a radius lie, in pixels. */
function placesOf(radius: number) {
  const step = radius * 2 + 2;
  const xOf = (inRow: number) => radius + 5 + inRow * step + (inRow > 4 ? radius : 0);
  const yOf = (row: number) => radius + 2 + row * (radius * 2 + 6);
  const rowsOf = (beads: number) => Math.ceil(beads / IN_A_ROW);
  const endOf = (beads: number) => xOf(Math.min(beads, IN_A_ROW) - 1) + radius + 5;
  return {
    endOf,
    bottom: (beads: number) => rowsOf(beads) * (radius * 2 + 6),
    pointAt: (bead: number): Point => ({ x: xOf(bead % IN_A_ROW), y: yOf(Math.floor(bead / IN_A_ROW)) }),
    /** The rods of so many beads, each ending behind its last bead. */
    linesOf: (beads: number) =>
      Array.from(
        { length: rowsOf(beads) },
        (_, row) => `M0 ${yOf(row)}H${endOf(beads - row * IN_A_ROW)}`,
      ).join(""),
  };
}

/** A line of no length with a round end is a dot too. */
function dotsAt(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${x} ${y}h0`).join("");
}

interface DotsProps {
  readonly kind: "solid" | "hollow";
  readonly d: string;
  /** The dots are the path's own, not those of its dashes. */
  readonly loose?: boolean;
}

/** Dots along a path: wide ones in ink, and on them narrower ones in the colour of their kind. */
function Dots({ kind, d, loose }: DotsProps) {
  if (d === "") return null;
  const common = { d, strokeDasharray: loose ? "none" : undefined };
  return (
    <>
      <path className="beads-edge" {...common} />
      <path className={`beads-fill beads-fill--${kind}`} {...common} />
    </>
  );
}

function Halves({ points, radius }: { readonly points: readonly Point[]; readonly radius: number }) {
  if (points.length === 0) return null;
  const inner = radius - 1;
  const halves = points.map(({ x, y }) => `M${x} ${y - inner}a${inner} ${inner} 0 0 0 0 ${inner * 2}z`);
  return <path className="bead-half" d={halves.join("")} />;
}

function Proposed({ point, radius }: { readonly point: Point; readonly radius: number }) {
  return <circle className="bead bead--dashed" cx={point.x} cy={point.y} r={radius} />;
}

const keyWords: Readonly<Record<Kind, string>> = {
  solid: "Place taken",
  half: "Offered, waiting for an answer",
  dashed: "Proposed, not agreed",
  hollow: "Free",
};

const middle: Point = { x: 9, y: 9 };

/** What the kinds of beads on this page mean. */
export function BeadsKey({ kinds }: { readonly kinds: readonly Kind[] }) {
  return (
    <ul className="key" aria-label="Key to the beads">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg className="bead-alone" width="18" height="18" aria-hidden="true">
            {kind === "dashed" ? (
              <Proposed point={middle} radius={7} />
            ) : (
              <Dots kind={kind === "solid" ? "solid" : "hollow"} d={dotsAt([middle])} />
            )}
            {kind === "half" ? <Halves points={[middle]} radius={7} /> : null}
          </svg>
          {keyWords[kind]}
        </li>
      ))}
    </ul>
  );
}
