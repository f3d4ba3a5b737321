/** How large an invented country is. */
export interface Scale {
  readonly schools: number;
  /** Applications of the academic year that is being recruited for. */
  readonly applications: number;
  /** Groups of that year. */
  readonly groups: number;
  readonly leads: number;
  readonly yearsOfHistory: number;
}

export const demonstrationScale: Scale = {
  schools: 1_200,
  applications: 1_700,
  groups: 640,
  leads: 160,
  yearsOfHistory: 2,
};
/** The size of the real country, in a database of its own, for measuring. */
export const nationalScale: Scale = {
  schools: 22_000,
  applications: 25_000,
  groups: 3_000,
  leads: 1_500,
  yearsOfHistory: 5,
};
