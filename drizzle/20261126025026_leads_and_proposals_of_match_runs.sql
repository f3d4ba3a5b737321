CREATE TABLE "match_leads" (
	"run_id" uuid NOT NULL,
	"work_group_id" uuid NOT NULL,
	"person_id" uuid,
	"reason" text NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"left_out" text,
	CONSTRAINT "match_leads_pkey" PRIMARY KEY("run_id","work_group_id"),
	CONSTRAINT "match_leads_published_has_a_lead" CHECK (not "match_leads"."published" or "match_leads"."person_id" is not null),
	CONSTRAINT "match_leads_published_or_left_out" CHECK (not ("match_leads"."published" and "match_leads"."left_out" is not null))
);
--> statement-breakpoint
CREATE TABLE "match_proposals" (
	"run_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"proposal" jsonb NOT NULL,
	"venue_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"average_km" real,
	"work_group_id" uuid,
	"planned_at" timestamp with time zone,
	"planned_by" uuid,
	CONSTRAINT "match_proposals_pkey" PRIMARY KEY("run_id","number"),
	CONSTRAINT "match_proposals_planned_whole" CHECK (("match_proposals"."work_group_id" is null) = ("match_proposals"."planned_at" is null))
);
--> statement-breakpoint
ALTER TABLE "match_leads" ADD CONSTRAINT "match_leads_run_id_match_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."match_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_leads" ADD CONSTRAINT "match_leads_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_leads" ADD CONSTRAINT "match_leads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_proposals" ADD CONSTRAINT "match_proposals_run_id_match_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."match_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_proposals" ADD CONSTRAINT "match_proposals_venue_id_organisations_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_proposals" ADD CONSTRAINT "match_proposals_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_proposals" ADD CONSTRAINT "match_proposals_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_proposals" ADD CONSTRAINT "match_proposals_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_leads_group_idx" ON "match_leads" USING btree ("work_group_id");--> statement-breakpoint
CREATE INDEX "match_leads_person_idx" ON "match_leads" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_proposals_group_key" ON "match_proposals" USING btree ("work_group_id");