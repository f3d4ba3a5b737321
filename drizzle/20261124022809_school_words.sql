CREATE TABLE "school_words" (
	"word" text PRIMARY KEY NOT NULL,
	"forms" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "school_words_forms_idx" ON "school_words" USING gin ("forms");