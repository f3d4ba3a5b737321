CREATE TYPE "public"."offer_meeting" AS ENUM('face_to_face', 'online', 'both');--> statement-breakpoint
CREATE TABLE "eligibility_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"person_id" uuid,
	"statement" text NOT NULL,
	"value" integer NOT NULL,
	"stated_by" uuid NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "eligibility_statements_about_one" CHECK (num_nonnulls("eligibility_statements"."organisation_id", "eligibility_statements"."person_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "time_needed" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "meets" "offer_meeting" DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "sessions" smallint;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "audiences" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "keywords" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "eligibility_statements" ADD CONSTRAINT "eligibility_statements_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_statements" ADD CONSTRAINT "eligibility_statements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_statements" ADD CONSTRAINT "eligibility_statements_stated_by_people_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_statements_one_open" ON "eligibility_statements" USING btree (coalesce("organisation_id", "person_id"),"statement") WHERE "eligibility_statements"."replaced_at" is null;