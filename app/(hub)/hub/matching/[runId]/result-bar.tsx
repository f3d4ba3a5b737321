import type { MatchFigures } from "@/lib/matching/queries/match-run";

const ROW = 44;

/** The result to scale: the schools put forward, above those placed and those who wait, above the days they are placed on. */
export function ResultBar({ figures }: { readonly figures: MatchFigures }) {
  const { placed, waiting, onBestDay } = figures;
  const all = placed + waiting;
  const width = (schools: number) => (100 * schools) / all;
  const otherDay = placed - onBestDay;
  return (
    <svg
      className="bar-model"
      width="100%"
      height={(placed > 0 ? 3 : 2) * ROW + 2}
      role="img"
      aria-label={sayBar(figures)}
    >
      <Part x={0} row={0} width={100} fill="white" label={`${all} put forward`} number={all} />
      <Part
        x={0}
        row={1}
        width={width(placed)}
        fill="sustaining"
        label={`${placed} placed`}
        number={placed}
      />
      <Part
        x={width(placed)}
        row={1}
        width={width(waiting)}
        fill="white"
        label={`${waiting} waiting`}
        number={waiting}
        dashed
      />
      <Part
        x={0}
        row={2}
        width={width(onBestDay)}
        fill="development"
        label={`${onBestDay} on a best day`}
        number={onBestDay}
      />
      <Part
        x={width(onBestDay)}
        row={2}
        width={width(otherDay)}
        fill="readiness"
        label={`${otherDay} on another day`}
        number={otherDay}
      />
    </svg>
  );
}

function sayBar({ placed, waiting, onBestDay }: MatchFigures): string {
  return `Bar model to scale. ${placed + waiting} put forward: ${placed} placed and ${waiting} waiting. Of the ${placed} placed, ${onBestDay} are on one of their best days or named none, and ${placed - onBestDay} on another day they can manage.`;
}

interface PartProps {
  /** Per cent of the whole width. */
  readonly x: number;
  readonly width: number;
  readonly row: number;
  readonly fill: "white" | "sustaining" | "development" | "readiness";
  readonly label: string;
  readonly number: number;
  readonly dashed?: boolean;
}

/** Per cent from which a label of words fits at 390 px, and a number. */
const FITS_WORDS = 42;
const FITS_NUMBER = 6;

function Part({ x, width, row, fill, label, number, dashed }: PartProps) {
  if (number === 0) return null;
  const y = 1 + row * ROW;
  const words = width >= FITS_WORDS;
  return (
    <>
      <rect
        className={dashed ? `fill-${fill} is-dashed` : `fill-${fill}`}
        x={`${x}%`}
        y={y}
        width={`${width}%`}
        height={ROW}
      />
      {width >= FITS_NUMBER ? (
        <text
          className={fill === "sustaining" ? "bar-label bar-label--light" : "bar-label"}
          x={words ? `${x}%` : `${x + width / 2}%`}
          dx={words ? 12 : 0}
          y={y + 28}
          textAnchor={words ? "start" : "middle"}
        >
          {words ? label : number}
        </text>
      ) : null}
    </>
  );
}
