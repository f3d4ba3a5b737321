ALTER TABLE "stage_recommendations" ADD COLUMN "hub_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD COLUMN "pause_reason" text;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stage_recommendations_hub_idx" ON "stage_recommendations" USING btree ("hub_id","status","confirmed_at");--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_confirmed_whole" CHECK ("stage_recommendations"."status" not in ('confirmed', 'decided') or ("stage_recommendations"."confirmed_at" is not null and "stage_recommendations"."school_continues" is not null));--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_decided_for_a_school_that_continues" CHECK ("stage_recommendations"."status" <> 'decided' or "stage_recommendations"."school_continues");