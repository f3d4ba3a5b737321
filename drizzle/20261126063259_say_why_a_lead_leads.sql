ALTER TABLE "match_leads" ADD COLUMN "explanation" jsonb;--> statement-breakpoint
ALTER TABLE "match_leads" ADD COLUMN "work_group_lead_id" uuid;--> statement-breakpoint
ALTER TABLE "work_group_leads" ADD COLUMN "assigned_by" uuid;--> statement-breakpoint
ALTER TABLE "work_group_leads" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "match_leads" ADD CONSTRAINT "match_leads_work_group_lead_id_work_group_leads_id_fk" FOREIGN KEY ("work_group_lead_id") REFERENCES "public"."work_group_leads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_group_leads" ADD CONSTRAINT "work_group_leads_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_leads_given_key" ON "match_leads" USING btree ("work_group_lead_id");--> statement-breakpoint
ALTER TABLE "match_leads" ADD CONSTRAINT "match_leads_given_is_published" CHECK ("match_leads"."published" or "match_leads"."work_group_lead_id" is null);