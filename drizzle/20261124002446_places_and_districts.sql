CREATE TABLE "postcode_districts" (
	"code" text PRIMARY KEY NOT NULL,
	"easting" integer NOT NULL,
	"northing" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "placement_explanation" jsonb;--> statement-breakpoint
ALTER TABLE "work_groups" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;