ALTER TABLE "match_runs" DROP CONSTRAINT "match_runs_computed_is_proved";--> statement-breakpoint
ALTER TABLE "match_results" ADD COLUMN "outcome" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "match_results" ADD COLUMN "reason" text NOT NULL;--> statement-breakpoint
ALTER TABLE "match_results" ADD COLUMN "left_out" text;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "outcome_hash" text;--> statement-breakpoint
ALTER TABLE "match_runs" ADD COLUMN "groups" jsonb;--> statement-breakpoint
ALTER TABLE "match_results" ADD CONSTRAINT "match_results_published_or_left_out" CHECK (not ("match_results"."published" and "match_results"."left_out" is not null));--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_failed_says_why" CHECK (("match_runs"."status" = 'failed') = ("match_runs"."failure" is not null));--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_progress_in_range" CHECK ("match_runs"."progress" between 0 and 100);--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_computed_is_proved" CHECK ("match_runs"."status" not in ('computed', 'reviewed', 'published') or ("match_runs"."input_hash" is not null and "match_runs"."outcome_hash" is not null and "match_runs"."objective" is not null and "match_runs"."certificate" ->> 'proved' is not distinct from 'true'));