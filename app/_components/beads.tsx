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

function Rods({ kinds, radius }: { readonly kinds: readonly Kind[]; readonly radius: number }) {
  const step = radius * 2 + 2;
  const rowHeight = radius * 2 + 6;
  const rows = Math.ceil(kinds.length / IN_A_ROW);
  const xOf = (place: number) => radius + 5 + place * step + (place > 4 ? radius : 0);
  const yOf = (row: number) => radius + 2 + row * rowHeight;
  const width = xOf(Math.min(kinds.length, IN_A_ROW) - 1) + radius + 5;
  const beads = kinds.map((kind, index) => ({
    kind,
    x: xOf(index % IN_A_ROW),
    y: yOf(Math.floor(index / IN_A_ROW)),
  }));
  return (
    <svg
      width={width}
      height={rows * rowHeight}
      viewBox={`0 0 ${width} ${rows * rowHeight}`}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: rows }, (_, row) => yOf(row)).map((y, row) => (
        <line
          key={y}
          className="rod"
          x1="0"
          x2={xOf(Math.min(kinds.length - row * IN_A_ROW, IN_A_ROW) - 1) + radius + 5}
          y1={y}
          y2={y}
        />
      ))}
      {beads.map(({ kind, x, y }) => (
        <Bead key={`${x} ${y}`} kind={kind} x={x} y={y} radius={radius} />
      ))}
    </svg>
  );
}

interface BeadProps {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function Bead({ kind, x, y, radius }: BeadProps) {
  const inner = radius - 1;
  return (
    <>
      <circle
        className={kind === "solid" || kind === "dashed" ? `bead bead--${kind}` : "bead"}
        cx={x}
        cy={y}
        r={radius}
      />
      {kind === "half" ? (
        <path className="bead-half" d={`M${x} ${y - inner}a${inner} ${inner} 0 0 0 0 ${inner * 2}z`} />
      ) : null}
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
          <svg width="18" height="18" aria-hidden="true" focusable="false">
            <Bead kind={kind} x={9} y={9} radius={7} />
          </svg>
          {keyWords[kind]}
        </li>
      ))}
    </ul>
  );
}
