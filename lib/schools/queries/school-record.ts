import { sql } from "drizzle-orm";
import { hubs, localAuthorities } from "@/db/schema/hubs";
import { organisations } from "@/db/schema/schools";
import type { Ctx } from "@/lib/access/context";
import type { IsoDate } from "@/lib/kernel/dates";
import { canEndOverride, canMoveSchool, canSeeReviews, visibleSchools } from "../policy";

interface PastUrn {
  readonly urn: number;
  /** As the register calls it under this URN; null when it does not hold it. */
  readonly name: string | null;
  readonly type: string | null;
  readonly startedOn: IsoDate | null;
  readonly finishedOn: IsoDate | null;
}

interface Override {
  readonly hub: string;
  readonly reason: string;
  readonly setBy: string;
  readonly startedOn: IsoDate;
  readonly finishedOn: IsoDate | null;
}

interface RecordRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly kind: "school" | "college";
  readonly urn: number;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phases: readonly string[];
  readonly open: boolean;
  readonly stateFunded: boolean;
  readonly pupils: number | null;
  readonly disadvantaged: number | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly priorityArea: boolean;
  readonly trust: string | null;
  readonly hubId: string | null;
  readonly hub: string | null;
  readonly authority: string | null;
  readonly authorityHubId: string | null;
  readonly authorityHub: string | null;
  /** Newest first. */
  readonly urns: readonly PastUrn[];
  readonly overrides: readonly Override[];
  readonly stages: readonly {
    readonly phase: string;
    readonly stage: string;
    readonly startedOn: IsoDate;
    readonly finishedOn: IsoDate | null;
  }[];
  readonly openReviews: number;
}

/** A school's record as its hub reads it. */
export interface SchoolRecord extends RecordRow {
  /** The move that holds now. */
  readonly override: Override | undefined;
  readonly may: { readonly move: boolean; readonly endMove: boolean; readonly review: boolean };
}

/** The record of a school or college that the actor may open, in one statement. */
export async function getSchoolRecord(ctx: Ctx, organisationId: string): Promise<SchoolRecord | undefined> {
  const { rows } = await ctx.db.execute<RecordRow>(sql`
    select ${organisations.id}, ${organisations.name}, ${organisations.kind}, ${organisations.urn}, ${organisations.town},
      ${organisations.postcode}, ${organisations.phases}, ${organisations.open}, ${organisations.stateFunded} as "stateFunded",
      ${organisations.pupils}, ${organisations.disadvantaged}, ${organisations.lowAge} as "lowAge", ${organisations.highAge} as "highAge",
      ${organisations.priorityArea} as "priorityArea", ${organisations.hubId} as "hubId", hub.name as hub,
      ${localAuthorities.name} as authority, ${localAuthorities.hubId} as "authorityHubId", default_hub.name as "authorityHub",
      (select t.name from organisations t where t.kind = 'trust' and t.trust_code = ${organisations.trustCode}) as trust,
      ${urnsJson} as urns, ${overridesJson} as overrides, ${stagesJson} as stages,
      (select count(*)::int from organisation_reviews r where r.resolved_at is null
        and r.urns && array(select u.urn from organisation_urns u where u.organisation_id = ${organisations.id})) as "openReviews"
    from ${organisations}
      left join ${hubs} hub on hub.id = ${organisations.hubId}
      left join ${localAuthorities} on ${localAuthorities.code} = ${organisations.laCode}
      left join ${hubs} default_hub on default_hub.id = ${localAuthorities.hubId}
    where ${organisations.id} = ${organisationId} and ${organisations.kind} <> 'trust' and ${visibleSchools(ctx.actor)}`);
  const [row] = rows;
  if (!row) return undefined;
  const override = row.overrides.find(({ finishedOn }) => finishedOn === null);
  return {
    ...row,
    override,
    may: {
      move: canMoveSchool(ctx.actor, row),
      endMove: override !== undefined && row.authorityHubId !== null && canEndOverride(ctx.actor, row),
      review: canSeeReviews(ctx.actor, row.hubId),
    },
  };
}

const urnsJson = sql`coalesce((select json_agg(json_build_object('urn', u.urn, 'name', e.name, 'type', e.type_name,
    'startedOn', coalesce(u.started_on, e.opened_on), 'finishedOn', u.finished_on) order by u.finished_on desc nulls first, u.urn desc)
  from organisation_urns u left join establishments e on e.urn = u.urn where u.organisation_id = ${organisations.id}), '[]')`;

const overridesJson = sql`coalesce((select json_agg(json_build_object('hub', h.name, 'reason', v.reason, 'setBy', p.name,
    'startedOn', v.started_on, 'finishedOn', v.finished_on) order by v.finished_on desc nulls first, v.started_on desc)
  from hub_overrides v join hubs h on h.id = v.hub_id join people p on p.id = v.set_by where v.organisation_id = ${organisations.id}), '[]')`;

const stagesJson = sql`coalesce((select json_agg(json_build_object('phase', s.phase, 'stage', s.stage,
    'startedOn', s.started_on, 'finishedOn', s.finished_on) order by s.started_on desc, s.phase)
  from stage_periods s where s.organisation_id = ${organisations.id}), '[]')`;
