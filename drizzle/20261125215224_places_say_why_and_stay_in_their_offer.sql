ALTER TABLE "work_groups" ADD CONSTRAINT "work_groups_of_offer_key" UNIQUE("id","offer_id");--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "applications_work_group_id_work_groups_id_fk";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "place_decline_reason" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "place_decline_note" text;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_group_of_offer_fkey" FOREIGN KEY ("work_group_id","offer_id") REFERENCES "public"."work_groups"("id","offer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_offer_or_waiting_says_why" CHECK ("applications"."placement" not in ('offered', 'waiting') or "applications"."placement_reason" is not null);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_warned_of_an_offer" CHECK ("applications"."warned_at" is null or "applications"."offered_at" is not null);--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_place_declined_with_a_reason" CHECK ("applications"."place_decline_reason" is null or "applications"."placement" = 'declined');--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_withdrawn_holds_no_place" CHECK ("applications"."decision" <> 'withdrawn' or "applications"."placement" in ('unplaced', 'declined', 'lapsed', 'withdrawn'));