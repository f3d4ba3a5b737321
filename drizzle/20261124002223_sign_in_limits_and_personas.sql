CREATE TABLE "demonstration_personas" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"situation" text NOT NULL,
	CONSTRAINT "demonstration_personas_position_key" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"taken" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_codes" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "demonstration_personas" ADD CONSTRAINT "demonstration_personas_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_limits_window_idx" ON "rate_limits" USING btree ("window_ends_at");