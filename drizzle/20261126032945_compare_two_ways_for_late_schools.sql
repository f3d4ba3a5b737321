DROP INDEX "match_runs_one_open";--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "beside_run_id" uuid;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_beside_run_id_match_runs_id_fk" FOREIGN KEY ("beside_run_id") REFERENCES "public"."match_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_runs_one_open_repair" ON "match_runs" USING btree ("hub_id","offer_id") WHERE "match_runs"."status" in ('queued', 'computing', 'computed', 'reviewed') and "match_runs"."beside_run_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "match_runs_one_open" ON "match_runs" USING btree ("hub_id","offer_id") WHERE "match_runs"."status" in ('queued', 'computing', 'computed', 'reviewed') and "match_runs"."beside_run_id" is null;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_beside_key" UNIQUE("beside_run_id");--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_beside_another" CHECK ("match_runs"."beside_run_id" <> "match_runs"."id");