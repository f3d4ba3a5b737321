CREATE TABLE "match_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"work_group_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"effect" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "match_changes_kind_known" CHECK ("match_changes"."kind" in ('put', 'keep_out')),
	CONSTRAINT "match_changes_say_why" CHECK (btrim("match_changes"."reason") <> ''),
	CONSTRAINT "match_changes_undone_by_somebody" CHECK (("match_changes"."undone_at" is null) = ("match_changes"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "outcome" jsonb;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "changed_hash" text;--> statement-breakpoint
ALTER TABLE "match_changes" ADD CONSTRAINT "match_changes_run_id_match_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."match_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_changes" ADD CONSTRAINT "match_changes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_changes" ADD CONSTRAINT "match_changes_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_changes" ADD CONSTRAINT "match_changes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_changes" ADD CONSTRAINT "match_changes_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_changes_run_idx" ON "match_changes" USING btree ("run_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "match_changes_one_put" ON "match_changes" USING btree ("run_id","application_id") WHERE "match_changes"."undone_at" is null and "match_changes"."kind" = 'put';--> statement-breakpoint
CREATE UNIQUE INDEX "match_changes_once" ON "match_changes" USING btree ("run_id","application_id","work_group_id") WHERE "match_changes"."undone_at" is null;