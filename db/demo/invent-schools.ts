import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { newId } from "@/lib/kernel/ids";
import { FIRST_INVENTED_URN } from "@/lib/schools/register-rules";
import { placeName, schoolName } from "./names";
import type { Chance } from "./random";

interface Centre {
  readonly code: string;
  readonly easting: number;
  readonly northing: number;
  /** Metres within which half of its schools lie. */
  readonly spread: number;
  /** Open state-funded schools in 2024: how dense the authority is. */
  readonly schools: number;
}

export interface Authority {
  readonly code: string;
  readonly name: string;
  readonly hubId: string;
  readonly priority: boolean;
}

export interface InventedSchool {
  readonly id: string;
  readonly urn: number;
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  readonly laCode: string;
  readonly laName: string;
  readonly hubId: string;
  readonly kind: "primary" | "infant" | "junior" | "secondary" | "through" | "special";
  readonly phases: readonly ("primary" | "secondary")[];
  readonly easting: number;
  readonly northing: number;
  readonly pupils: number;
  readonly disadvantaged: number;
  readonly lowAge: number;
  readonly highAge: number;
  readonly trustCode: string | null;
  readonly priorityArea: boolean;
}

const ages = {
  primary: [4, 11],
  infant: [4, 7],
  junior: [7, 11],
  secondary: [11, 16],
  through: [4, 16],
  special: [4, 16],
} as const;

/** Where schools are in England: the middle and the spread of each local authority, computed from the 2024 register. */
function readCentres(): Centre[] {
  const text = readFileSync(new URL("local-authority-centres.csv", import.meta.url), "utf8");
  return parse<Record<keyof Centre, string>>(text, { columns: true }).map((row) => ({
    code: row.code,
    easting: Number(row.easting),
    northing: Number(row.northing),
    spread: Number(row.spread),
    schools: Number(row.schools),
  }));
}

/** Invents schools over all of England, as dense as the real ones, with URNs that no register uses. */
export function inventSchools(
  chance: Chance,
  total: number,
  authorities: readonly Authority[],
  districtOf: (easting: number, northing: number) => string,
): InventedSchool[] {
  const byCode = new Map(authorities.map((authority) => [authority.code, authority]));
  const centres = readCentres();
  const all = centres.reduce((sum, centre) => sum + centre.schools, 0);
  const schools: InventedSchool[] = [];
  let owed = 0;
  for (const centre of centres) {
    const authority = byCode.get(centre.code);
    owed += (centre.schools / all) * total;
    const here = Math.round(owed) - schools.length;
    for (let index = 0; authority && index < here; index += 1) {
      schools.push(
        inventSchool(chance, FIRST_INVENTED_URN + schools.length, { centre, authority, districtOf }),
      );
    }
  }
  return schools;
}

function inventSchool(
  chance: Chance,
  urn: number,
  where: { centre: Centre; authority: Authority; districtOf: (easting: number, northing: number) => string },
): InventedSchool {
  const kind = kindOf(chance);
  const easting = Math.round(where.centre.easting + chance.bell() * where.centre.spread * 1.6);
  const northing = Math.round(where.centre.northing + chance.bell() * where.centre.spread * 1.6);
  const secondary = kind === "secondary" || kind === "through";
  return {
    id: newId(),
    urn,
    name: schoolName(chance, kind),
    town: placeName(chance),
    postcode: `${where.districtOf(easting, northing)} ${chance.between(1, 9)}${chance.pick([..."ABDEFGHJLNPQRSTUWXYZ"])}${chance.pick([..."ABDEFGHJLNPQRSTUWXYZ"])}`,
    laCode: where.authority.code,
    laName: where.authority.name,
    hubId: where.authority.hubId,
    kind,
    phases: phasesOf(kind),
    easting,
    northing,
    pupils: secondary ? chance.between(500, 1500) : chance.between(60, 480),
    disadvantaged: Math.round(Math.max(2, Math.min(78, 26 + chance.bell() * 22)) * 10) / 10,
    lowAge: ages[kind][0],
    highAge: ages[kind][1],
    trustCode: chance.happens(0.45) ? `D${(urn % Math.max(1, 60)) + 1}` : null,
    priorityArea: where.authority.priority,
  };
}

function phasesOf(kind: InventedSchool["kind"]): InventedSchool["phases"] {
  if (kind === "secondary") return ["secondary"];
  return kind === "through" || kind === "special" ? ["primary", "secondary"] : ["primary"];
}

function kindOf(chance: Chance): InventedSchool["kind"] {
  const draw = chance.next();
  if (draw < 0.7) return "primary";
  if (draw < 0.76) return "infant";
  if (draw < 0.81) return "junior";
  if (draw < 0.96) return "secondary";
  return draw < 0.98 ? "through" : "special";
}
