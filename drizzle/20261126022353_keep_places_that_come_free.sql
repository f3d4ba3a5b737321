CREATE TYPE "public"."freed_place_outcome" AS ENUM('offered', 'nobody', 'not_free', 'too_late', 'not_matched', 'closed');--> statement-breakpoint
CREATE TABLE "freed_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_group_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"freed_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"outcome" "freed_place_outcome",
	"offered_to" uuid,
	CONSTRAINT "freed_places_settled_whole" CHECK (("freed_places"."settled_at" is null) = ("freed_places"."outcome" is null)),
	CONSTRAINT "freed_places_offered_to_a_school" CHECK (("freed_places"."offered_to" is null) = ("freed_places"."outcome" is distinct from 'offered'))
);
--> statement-breakpoint
ALTER TABLE "freed_places" ADD CONSTRAINT "freed_places_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_places" ADD CONSTRAINT "freed_places_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "freed_places" ADD CONSTRAINT "freed_places_offered_to_applications_id_fk" FOREIGN KEY ("offered_to") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "freed_places_group_idx" ON "freed_places" USING btree ("work_group_id");