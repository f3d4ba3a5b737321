/** A point on the Ordnance Survey National Grid, in metres. */
export interface GridPoint {
  readonly easting: number;
  readonly northing: number;
}

/** Straight-line distance in metres. */
export function distanceMetres(a: GridPoint, b: GridPoint): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing);
}

/** "7.4 km", or "34 km" from ten kilometres up. */
export function sayDistance(metres: number): string {
  const km = metres / 1000;
  return km < 10 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`;
}
