ALTER TABLE "lead_profiles" ADD COLUMN "weekdays" smallint;--> statement-breakpoint
ALTER TABLE "lead_profiles" ADD COLUMN "weekdays_said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "lead_profiles" ADD CONSTRAINT "lead_profiles_weekdays_of_a_week" CHECK ("lead_profiles"."weekdays" between 1 and 31);--> statement-breakpoint
ALTER TABLE "lead_profiles" ADD CONSTRAINT "lead_profiles_weekdays_said_at" CHECK (("lead_profiles"."weekdays" is null) = ("lead_profiles"."weekdays_said_at" is null));