DROP INDEX "establishments_search_trgm_idx";--> statement-breakpoint
CREATE INDEX "school_words_trgm_idx" ON "school_words" USING gin ("word" gin_trgm_ops);