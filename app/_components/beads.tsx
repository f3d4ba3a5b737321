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
  readonly radius?: number;
}

type Kind = "solid" | "half" | "dashed" | "hollow";

const IN_A_ROW = 10;
/** Above this beads are tenths. */
const MOST = 40;

/** A rekenrek: rows of ten on a rod with a gap after five. Above 40 things each bead is a tenth of them, and the words say so. */
export function Beads({ solid, half = 0, dashed = 0, total, say, radius = 10 }: BeadsProps) {
  const tenths = total > MOST;
  const scale = (number: number) => (tenths ? Math.round((number * IN_A_ROW) / total) : number);
  const kinds: Kind[] = [
    ...Array<Kind>(scale(solid)).fill("solid"),
    ...Array<Kind>(scale(half)).fill("half"),
    ...Array<Kind>(scale(dashed)).fill("dashed"),
  ];
  while (kinds.length < scale(total)) kinds.push("hollow");
  return (
    <div className="beads">
      <Rods kinds={kinds} radius={radius} />
      <p>
        {say}
        {tenths ? ". Each bead is one place in ten" : null}
      </p>
    </div>
  );
}

/** Beads of one kind are one path: a page of groups has hundreds of beads, and each element costs time to make. */
function Rods({ kinds, radius }: { readonly kinds: readonly Kind[]; readonly radius: number }) {
  const step = radius * 2 + 2;
  const rowHeight = radius * 2 + 6;
  const rows = Math.ceil(kinds.length / IN_A_ROW);
  const xOf = (place: number) => radius + 5 + place * step + (place > 4 ? radius : 0);
  const yOf = (row: number) => radius + 2 + row * rowHeight;
  const endOf = (inRow: number) => xOf(Math.min(inRow, IN_A_ROW) - 1) + radius + 5;
  const [width, height] = [endOf(kinds.length), rows * rowHeight];
  const rods = Array.from(
    { length: rows },
    (_, row) => `M0 ${yOf(row)}H${endOf(kinds.length - row * IN_A_ROW)}`,
  );
  const beads = kinds.map((kind, index) => ({
    kind,
    at: { x: xOf(index % IN_A_ROW), y: yOf(Math.floor(index / IN_A_ROW)) },
  }));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="rod" d={rods.join("")} />
      <Edges points={beads.filter(({ kind }) => kind !== "dashed").map(({ at }) => at)} radius={radius} />
      {[...new Set(kinds)].map((kind) => {
        const points = beads.filter((bead) => bead.kind === kind).map(({ at }) => at);
        return <BeadsOfAKind key={kind} kind={kind} points={points} radius={radius} />;
      })}
    </svg>
  );
}

interface EdgesProps {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
}

/** A line of no length with a round end is a dot: a wide one in ink, and on it a narrower one in the colour of its kind. */
function Edges({ points, radius }: EdgesProps) {
  if (points.length === 0) return null;
  return <path className="beads-edge" strokeWidth={radius * 2 + 2} d={dotsAt(points)} />;
}

function dotsAt(points: EdgesProps["points"]): string {
  return points.map(({ x, y }) => `M${x} ${y}h0`).join("");
}

interface BeadsOfAKindProps extends EdgesProps {
  readonly kind: Kind;
}

function BeadsOfAKind({ kind, points, radius }: BeadsOfAKindProps) {
  if (kind === "dashed")
    return points.map(({ x, y }) => (
      <circle key={`${x} ${y}`} className="bead bead--dashed" cx={x} cy={y} r={radius} />
    ));
  const inner = radius - 1;
  const halves = points.map(({ x, y }) => `M${x} ${y - inner}a${inner} ${inner} 0 0 0 0 ${inner * 2}z`);
  return (
    <>
      <path className={`beads-fill beads-fill--${kind}`} strokeWidth={inner * 2} d={dotsAt(points)} />
      {kind === "half" ? <path className="bead-half" d={halves.join("")} /> : null}
    </>
  );
}

const keyWords: Readonly<Record<Kind, string>> = {
  solid: "Place taken",
  half: "Offered, waiting for an answer",
  dashed: "Proposed, not agreed",
  hollow: "Free",
};

/** What the kinds of beads on this page mean. */
export function BeadsKey({ kinds }: { readonly kinds: readonly Kind[] }) {
  return (
    <ul className="key" aria-label="Key to the beads">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="18" height="18" aria-hidden="true">
            {kind === "dashed" ? null : <Edges points={[{ x: 9, y: 9 }]} radius={7} />}
            <BeadsOfAKind kind={kind} points={[{ x: 9, y: 9 }]} radius={7} />
          </svg>
          {keyWords[kind]}
        </li>
      ))}
    </ul>
  );
}
