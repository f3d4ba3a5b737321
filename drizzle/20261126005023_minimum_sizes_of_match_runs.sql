ALTER TABLE "match_runs" ADD COLUMN "exact_work" integer;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "components" jsonb;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_components_with_work" CHECK (("match_runs"."exact_work" is null) = ("match_runs"."components" is null));