ALTER TABLE "applications" ADD COLUMN "head_name" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "head_email" text;