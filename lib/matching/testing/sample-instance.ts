import type { InstanceFile } from "../interchange/instance-file";

const GROUP = {
  prog: 0,
  stage: 0,
  hub: 0,
  e: 400_000,
  n: 400_000,
  online: 0,
  pattern: 0,
  min: 1,
  cap: 1,
} as const;
const APPLICATION = {
  prog: 0,
  stage: 0,
  participants: 2,
  cantDays: 0,
  prefDays: 0,
  mode: 0,
  maxKm: 20,
  crossHub: 0,
  day: 3,
  prevLead: -1,
} as const;

/** Three schools in a row, two groups of one place; the lead of group 1 works at school 2. */
export const SAMPLE_INSTANCE: InstanceFile = {
  format: "mathshub-match/1",
  hubs: [{ id: 0, neighbours: [] }],
  programmes: [{ id: 0, role: "MS-P" }],
  schools: [0, 1, 2].map((id) => ({ id, hub: 0, e: 400_000 + 1000 * id, n: 400_000 })),
  applications: [0, 1, 2].map((id) => ({ ...APPLICATION, id, school: id, tier: id === 1 ? 0 : 2 })),
  groups: [
    { ...GROUP, id: 0, day: 1, lead: -1 },
    { ...GROUP, id: 1, day: 2, lead: 7 },
  ],
  llmes: [
    {
      id: 7,
      hub: 0,
      school: 2,
      e: 400_000,
      n: 400_000,
      roles: ["MS-P"],
      days: 31,
      load: 2,
      hubs: [0],
      maxKm: 30,
    },
  ],
};
