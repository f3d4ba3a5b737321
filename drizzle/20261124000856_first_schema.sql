CREATE TYPE "public"."agreement_answer" AS ENUM('agreed', 'refused');--> statement-breakpoint
CREATE TYPE "public"."application_decision" AS ENUM('draft', 'awaiting_headteacher', 'submitted', 'approved', 'redirected', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."meeting_mode" AS ENUM('either', 'face_to_face', 'online');--> statement-breakpoint
CREATE TYPE "public"."placement_state" AS ENUM('unplaced', 'proposed', 'offered', 'accepted', 'started', 'completed', 'waiting', 'declined', 'lapsed', 'withdrawn', 'paused');--> statement-breakpoint
CREATE TYPE "public"."match_run_status" AS ENUM('queued', 'computing', 'computed', 'reviewed', 'published', 'discarded', 'failed');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('school_maths_lead', 'headteacher', 'trust_lead', 'participant', 'work_group_lead', 'intensive_support_partner', 'research_innovation_lead', 'assistant_hub_lead', 'hub_lead', 'deputy_hub_lead', 'project_manager', 'senior_leadership_link', 'strategic_board', 'national_team', 'operator');--> statement-breakpoint
CREATE TYPE "public"."allocation_rule" AS ENUM('disadvantage', 'first_come', 'lottery');--> statement-breakpoint
CREATE TYPE "public"."enrolment_unit" AS ENUM('school', 'person');--> statement-breakpoint
CREATE TYPE "public"."ladder_phase" AS ENUM('primary', 'secondary');--> statement-breakpoint
CREATE TYPE "public"."programme_format" AS ENUM('work_group', 'sktm_programme', 'community', 'riwg', 'bespoke_support', 'national_programme', 'llme_development', 'targeted_support');--> statement-breakpoint
CREATE TYPE "public"."programme_phase" AS ENUM('early_years', 'primary', 'secondary', 'post16', 'cross_phase');--> statement-breakpoint
CREATE TYPE "public"."stage" AS ENUM('readiness', 'development', 'embedding', 'sustaining');--> statement-breakpoint
CREATE TYPE "public"."recommendation_status" AS ENUM('recommended', 'confirmed', 'decided', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."case_outcome" AS ENUM('ready_for_development', 'ready_for_readiness', 'continue', 'withdrawn', 'escalated');--> statement-breakpoint
CREATE TYPE "public"."case_phase" AS ENUM('explore', 'prepare', 'deliver', 'sustain');--> statement-breakpoint
CREATE TYPE "public"."case_status" AS ENUM('open', 'paused', 'closed', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."referral_source" AS ENUM('hub', 'school', 'trust', 'local_authority', 'dfe', 'lead');--> statement-breakpoint
CREATE TYPE "public"."referral_status" AS ENUM('raised', 'triaged', 'accepted_enhanced', 'accepted_intensive', 'redirected', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."support_level" AS ENUM('enhanced', 'intensive');--> statement-breakpoint
CREATE TYPE "public"."urgency" AS ENUM('this_half_term', 'this_term', 'this_year');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('school', 'college', 'trust');--> statement-breakpoint
CREATE TYPE "public"."register_import_status" AS ENUM('applied', 'held', 'refused');--> statement-breakpoint
CREATE TYPE "public"."attendance_mark" AS ENUM('attended', 'partly', 'substitute', 'absent_with_notice', 'absent');--> statement-breakpoint
CREATE TYPE "public"."week_pattern" AS ENUM('every', 'odd', 'even');--> statement-breakpoint
CREATE TYPE "public"."work_group_status" AS ENUM('planned', 'recruiting', 'confirmed', 'running', 'finished', 'cancelled');--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"offer_id" uuid NOT NULL,
	"hub_id" uuid NOT NULL,
	"decision" "application_decision" DEFAULT 'draft' NOT NULL,
	"placement" "placement_state" DEFAULT 'unplaced' NOT NULL,
	"work_group_id" uuid,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"promised_on" date,
	"assigned_to" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	"decision_note" text,
	"redirected_to_offer_id" uuid,
	"tier" smallint,
	"impossible_days" smallint DEFAULT 0 NOT NULL,
	"preferred_days" smallint DEFAULT 0 NOT NULL,
	"mode" "meeting_mode" DEFAULT 'either' NOT NULL,
	"maximum_km" smallint DEFAULT 20 NOT NULL,
	"neighbour_hubs" boolean DEFAULT false NOT NULL,
	"wishes_saved" boolean DEFAULT false NOT NULL,
	"participants_later" boolean DEFAULT false NOT NULL,
	"commitment_read" boolean DEFAULT false NOT NULL,
	"note" text,
	"follows_application_id" uuid,
	"previous_lead_id" uuid,
	"offered_at" timestamp with time zone,
	"answer_by" date,
	"warned_at" timestamp with time zone,
	"placement_changed_at" timestamp with time zone,
	"placement_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_reference_key" UNIQUE("reference"),
	CONSTRAINT "applications_submitted_has_a_promise" CHECK ("applications"."decision" in ('draft', 'awaiting_headteacher', 'withdrawn') or ("applications"."submitted_at" is not null and "applications"."promised_on" is not null)),
	CONSTRAINT "applications_placed_has_a_group" CHECK ("applications"."placement" not in ('proposed', 'offered', 'accepted', 'started', 'completed', 'paused') or "applications"."work_group_id" is not null),
	CONSTRAINT "applications_waiting_has_no_group" CHECK ("applications"."placement" not in ('unplaced', 'waiting') or "applications"."work_group_id" is null),
	CONSTRAINT "applications_offer_has_a_deadline" CHECK ("applications"."placement" <> 'offered' or ("applications"."offered_at" is not null and "applications"."answer_by" is not null)),
	CONSTRAINT "applications_placed_is_approved" CHECK ("applications"."placement" = 'unplaced' or "applications"."decision" in ('approved', 'withdrawn')),
	CONSTRAINT "applications_days_are_bits" CHECK ("applications"."impossible_days" between 0 and 31 and "applications"."preferred_days" between 0 and 31 and ("applications"."impossible_days" & "applications"."preferred_days") = 0),
	CONSTRAINT "applications_distance_in_range" CHECK ("applications"."maximum_km" between 1 and 150),
	CONSTRAINT "applications_redirect_names_an_offer" CHECK ("applications"."decision" <> 'redirected' or "applications"."redirected_to_offer_id" is not null),
	CONSTRAINT "applications_tier_in_range" CHECK ("applications"."tier" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "eligibility_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "headteacher_agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"head_name" text NOT NULL,
	"head_email" text NOT NULL,
	"secret_hash" text NOT NULL,
	"commitment_version" smallint NOT NULL,
	"commitment_text" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" "agreement_answer",
	"answer_name" text,
	"answer_note" text,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "headteacher_agreements_secret_key" UNIQUE("secret_hash"),
	CONSTRAINT "headteacher_agreements_answer_whole" CHECK (("headteacher_agreements"."answered_at" is null) = ("headteacher_agreements"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"job_title" text,
	"year_group" text,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_label" text,
	"application_id" uuid,
	"work_group_id" uuid,
	"organisation_id" uuid,
	"referral_id" uuid,
	"case_id" uuid,
	"match_run_id" uuid,
	"offer_id" uuid,
	"hub_id" uuid,
	"person_id" uuid,
	"payload" jsonb NOT NULL,
	CONSTRAINT "events_actor_whole" CHECK (("events"."actor_kind" = 'user') = ("events"."actor_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "hub_neighbours" (
	"hub_id" uuid NOT NULL,
	"neighbour_id" uuid NOT NULL,
	CONSTRAINT "hub_neighbours_pkey" PRIMARY KEY("hub_id","neighbour_id")
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"lead_school" text,
	"website" text,
	"email" text NOT NULL,
	"telephone" text,
	"accepts_guests" boolean DEFAULT true NOT NULL,
	CONSTRAINT "hubs_code_key" UNIQUE("code"),
	CONSTRAINT "hubs_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "local_authorities" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"hub_id" uuid NOT NULL,
	"education_investment_area" boolean DEFAULT false NOT NULL,
	"priority_education_investment_area" boolean DEFAULT false NOT NULL,
	"priority_districts" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_results" (
	"run_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"work_group_id" uuid,
	"cost" integer,
	"options" integer NOT NULL,
	"tier" smallint NOT NULL,
	"explanation" jsonb NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	CONSTRAINT "match_results_pkey" PRIMARY KEY("run_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "match_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hub_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"status" "match_run_status" DEFAULT 'queued' NOT NULL,
	"progress" smallint DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"computed_at" timestamp with time zone,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" uuid,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"discarded_at" timestamp with time zone,
	"policy" jsonb NOT NULL,
	"input" jsonb,
	"input_hash" text,
	"objective" jsonb,
	"certificate" jsonb,
	"failure" text,
	CONSTRAINT "match_runs_computed_is_proved" CHECK ("match_runs"."status" not in ('computed', 'reviewed', 'published') or ("match_runs"."input_hash" is not null and "match_runs"."objective" is not null and "match_runs"."certificate" is not null))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"to_name" text NOT NULL,
	"to_email" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"application_id" uuid,
	"referral_id" uuid,
	"hub_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "messages_one_outcome" CHECK ("messages"."sent_at" is null or "messages"."failed_at" is null)
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" "citext" NOT NULL,
	"role" "role" NOT NULL,
	"organisation_id" uuid NOT NULL,
	"note" text,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"vouched" boolean,
	"decision_note" text
);
--> statement-breakpoint
CREATE TABLE "account_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"method" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "account_sessions_secret_key" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "demonstration_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"ahead_seconds" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"job_title" text,
	"started_on" date NOT NULL,
	"finished_on" date
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"hub_id" uuid,
	"organisation_id" uuid,
	"phase" text,
	"started_on" date NOT NULL,
	"finished_on" date,
	"granted_by" uuid,
	"reason" text,
	CONSTRAINT "grants_scope_fits_role" CHECK (case
        when "grants"."role" in ('school_maths_lead', 'headteacher', 'trust_lead', 'participant') then "grants"."organisation_id" is not null and "grants"."hub_id" is null
        when "grants"."role" in ('national_team', 'operator', 'research_innovation_lead') then "grants"."organisation_id" is null and "grants"."hub_id" is null
        else "grants"."hub_id" is not null and "grants"."organisation_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"hub_id" uuid,
	"organisation_id" uuid,
	"phase" text,
	"hands_over_grant_id" uuid,
	"secret_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_secret_key" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "lead_profiles" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"designations" text[] DEFAULT '{}' NOT NULL,
	"days_offered" smallint DEFAULT 0 NOT NULL,
	"maximum_km" smallint DEFAULT 40 NOT NULL,
	"case_limit" smallint DEFAULT 3 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "openid_subjects" (
	"issuer_and_subject" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" "citext",
	"telephone" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_signed_in_at" timestamp with time zone,
	CONSTRAINT "people_name_not_blank" CHECK (btrim("people"."name") <> ''),
	CONSTRAINT "people_email_has_an_at" CHECK ("people"."email" is null or "people"."email" ~ '^[^@[:space:]]+@[^@[:space:]]+$')
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"return_to" text,
	"tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_codes_link_key" UNIQUE("link_hash"),
	CONSTRAINT "sign_in_codes_five_tries" CHECK ("sign_in_codes"."tries" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "offer_rules" (
	"offer_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"rule" jsonb NOT NULL,
	CONSTRAINT "offer_rules_position_key" UNIQUE("offer_id","position"),
	CONSTRAINT "offer_rules_have_a_code" CHECK ("offer_rules"."rule" ? 'code')
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"programme_id" uuid NOT NULL,
	"academic_year" smallint NOT NULL,
	"code" text NOT NULL,
	"theme" text,
	"audience" text NOT NULL,
	"commitment" text NOT NULL,
	"funding" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"decisions_on" date NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"allocation" "allocation_rule" NOT NULL,
	"minimum_schools" smallint NOT NULL,
	"maximum_schools" smallint NOT NULL,
	"minimum_participants" smallint NOT NULL,
	"maximum_participants" smallint NOT NULL,
	"commitment_text" text NOT NULL,
	"commitment_version" smallint DEFAULT 1 NOT NULL,
	"release_days" smallint,
	"published" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_code_in_year_key" UNIQUE("academic_year","code"),
	CONSTRAINT "offers_programme_year_theme_key" UNIQUE NULLS NOT DISTINCT("programme_id","academic_year","theme"),
	CONSTRAINT "offers_window_in_order" CHECK ("offers"."opens_on" <= "offers"."closes_on" and "offers"."closes_on" <= "offers"."ends_on"),
	CONSTRAINT "offers_year_in_order" CHECK ("offers"."starts_on" < "offers"."ends_on"),
	CONSTRAINT "offers_schools_in_order" CHECK (0 < "offers"."minimum_schools" and "offers"."minimum_schools" <= "offers"."maximum_schools"),
	CONSTRAINT "offers_participants_in_order" CHECK (0 < "offers"."minimum_participants" and "offers"."minimum_participants" <= "offers"."maximum_participants")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"summary" text NOT NULL,
	"phase" "programme_phase" NOT NULL,
	"key_stages" text[] DEFAULT '{}' NOT NULL,
	"format" "programme_format" NOT NULL,
	"unit" "enrolment_unit" NOT NULL,
	"stage" "stage",
	"ladder_phase" "ladder_phase",
	"strand" text NOT NULL,
	"lead_role" text,
	"position" integer NOT NULL,
	"opens_to_applications" boolean DEFAULT true NOT NULL,
	CONSTRAINT "programmes_slug_key" UNIQUE("slug"),
	CONSTRAINT "programmes_ladder_whole" CHECK (("programmes"."stage" is null) = ("programmes"."ladder_phase" is null))
);
--> statement-breakpoint
CREATE TABLE "stage_periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"phase" "ladder_phase" NOT NULL,
	"stage" "stage" NOT NULL,
	"started_on" date NOT NULL,
	"finished_on" date,
	"outcome" text,
	"work_group_id" uuid,
	"note" text,
	CONSTRAINT "stage_periods_in_order" CHECK ("stage_periods"."finished_on" is null or "stage_periods"."started_on" <= "stage_periods"."finished_on"),
	CONSTRAINT "stage_periods_outcome_when_finished" CHECK (("stage_periods"."finished_on" is null) = ("stage_periods"."outcome" is null)),
	CONSTRAINT "stage_periods_no_secondary_readiness" CHECK (not ("stage_periods"."phase" = 'secondary' and "stage_periods"."stage" = 'readiness'))
);
--> statement-breakpoint
CREATE TABLE "stage_recommendations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"work_group_id" uuid NOT NULL,
	"phase" "ladder_phase" NOT NULL,
	"from_stage" "stage" NOT NULL,
	"to_stage" "stage" NOT NULL,
	"academic_year" smallint NOT NULL,
	"status" "recommendation_status" DEFAULT 'recommended' NOT NULL,
	"evidence" jsonb NOT NULL,
	"recommended_by" uuid NOT NULL,
	"recommended_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"school_continues" boolean,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_stage" "stage",
	"decision_reason" text,
	"next_application_id" uuid,
	CONSTRAINT "stage_recommendations_once_key" UNIQUE("application_id","academic_year"),
	CONSTRAINT "stage_recommendations_decided_whole" CHECK (("stage_recommendations"."status" = 'decided') = ("stage_recommendations"."decided_stage" is not null))
);
--> statement-breakpoint
CREATE TABLE "case_goals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"text" text NOT NULL,
	"success_measure" text NOT NULL,
	"rating" text DEFAULT 'not_started' NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_note_reads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"step" "case_phase" NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"step" "case_phase" NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"visit_on" date NOT NULL,
	"half_days" smallint NOT NULL,
	"purpose" text NOT NULL,
	"held_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"agreed_actions" text,
	"planned_by" uuid NOT NULL,
	CONSTRAINT "case_visits_half_days_in_range" CHECK ("case_visits"."half_days" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"phase" "ladder_phase" NOT NULL,
	"hub_id" uuid NOT NULL,
	"source" "referral_source" NOT NULL,
	"status" "referral_status" DEFAULT 'raised' NOT NULL,
	"barriers" text[] NOT NULL,
	"evidence" text NOT NULL,
	"urgency" "urgency" NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"promised_on" date NOT NULL,
	"triaged_by" uuid,
	"triaged_at" timestamp with time zone,
	"triage_note" text,
	"redirected_to" text,
	"assigned_to" uuid,
	"head_name" text NOT NULL,
	"head_email" text NOT NULL,
	"consent_secret_hash" text,
	"consent_asked_at" timestamp with time zone,
	"consent_expires_at" timestamp with time zone,
	"consent_answered_at" timestamp with time zone,
	"consent_given" boolean,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referrals_reference_key" UNIQUE("reference"),
	CONSTRAINT "referrals_consent_key" UNIQUE("consent_secret_hash"),
	CONSTRAINT "referrals_name_a_barrier" CHECK (cardinality("referrals"."barriers") > 0),
	CONSTRAINT "referrals_accepted_with_consent" CHECK ("referrals"."status" not in ('accepted_enhanced', 'accepted_intensive') or "referrals"."consent_given" is true)
);
--> statement-breakpoint
CREATE TABLE "support_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"referral_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"hub_id" uuid NOT NULL,
	"phase" "ladder_phase" NOT NULL,
	"level" "support_level" NOT NULL,
	"status" "case_status" DEFAULT 'open' NOT NULL,
	"step" "case_phase" DEFAULT 'explore' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"days_agreed" smallint DEFAULT 10 NOT NULL,
	"partner_id" uuid,
	"partner_assigned_at" timestamp with time zone,
	"outcome" "case_outcome",
	"outcome_reason" text,
	"closed_at" timestamp with time zone,
	"handover_summary" text,
	"handover_at" timestamp with time zone,
	"next_application_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_cases_reference_key" UNIQUE("reference"),
	CONSTRAINT "support_cases_referral_key" UNIQUE("referral_id"),
	CONSTRAINT "support_cases_closed_has_an_outcome" CHECK ("support_cases"."status" <> 'closed' or ("support_cases"."outcome" is not null and "support_cases"."closed_at" is not null)),
	CONSTRAINT "support_cases_days_in_range" CHECK ("support_cases"."days_agreed" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "establishment_links" (
	"urn" integer NOT NULL,
	"link_urn" integer NOT NULL,
	"link_type" text NOT NULL,
	"established_on" date,
	CONSTRAINT "establishment_links_pkey" PRIMARY KEY("urn","link_urn","link_type")
);
--> statement-breakpoint
CREATE TABLE "establishments" (
	"urn" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"open" boolean NOT NULL,
	"status_name" text NOT NULL,
	"la_code" text,
	"la_name" text,
	"establishment_number" text,
	"type_name" text,
	"type_group" text,
	"state_funded" boolean NOT NULL,
	"phase_name" text,
	"low_age" smallint,
	"high_age" smallint,
	"opened_on" date,
	"closed_on" date,
	"pupils" integer,
	"disadvantaged" double precision,
	"trust_code" text,
	"trust_name" text,
	"ukprn" text,
	"street" text,
	"locality" text,
	"town" text,
	"postcode" text,
	"postcode_key" text,
	"district_code" text,
	"district_name" text,
	"easting" integer,
	"northing" integer,
	"ofsted_rating" text,
	"rest" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"search_text" text NOT NULL,
	"import_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"hub_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"started_on" date NOT NULL,
	"finished_on" date
);
--> statement-breakpoint
CREATE TABLE "organisation_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"urns" integer[] NOT NULL,
	"hub_id" uuid,
	"detail" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"resolution" text,
	CONSTRAINT "organisation_reviews_once_key" UNIQUE("kind","urns")
);
--> statement-breakpoint
CREATE TABLE "organisation_urns" (
	"organisation_id" uuid NOT NULL,
	"urn" integer NOT NULL,
	"started_on" date,
	"finished_on" date,
	CONSTRAINT "organisation_urns_pkey" PRIMARY KEY("organisation_id","urn"),
	CONSTRAINT "organisation_urns_urn_key" UNIQUE("urn")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"name" text NOT NULL,
	"urn" integer,
	"trust_code" text,
	"town" text,
	"postcode" text,
	"la_code" text,
	"phases" text[] DEFAULT '{}' NOT NULL,
	"state_funded" boolean NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"hub_id" uuid,
	"easting" integer,
	"northing" integer,
	"pupils" integer,
	"disadvantaged" double precision,
	"low_age" smallint,
	"high_age" smallint,
	"priority_area" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_schools_have_a_urn" CHECK ("organisations"."kind" = 'trust' or "organisations"."urn" is not null),
	CONSTRAINT "organisations_disadvantaged_is_a_percentage" CHECK ("organisations"."disadvantaged" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "register_import_rows" (
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"kind" text NOT NULL,
	"urn" integer,
	"detail" jsonb NOT NULL,
	CONSTRAINT "register_import_rows_pkey" PRIMARY KEY("import_id","row_number","kind")
);
--> statement-breakpoint
CREATE TABLE "register_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"status" "register_import_status" NOT NULL,
	"reason" text,
	"rows_read" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_version" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" bigint NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"session_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"mark" "attendance_mark" NOT NULL,
	"substitute_name" text,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_pkey" PRIMARY KEY("session_id","participant_id"),
	CONSTRAINT "attendances_substitute_named_only_then" CHECK ("attendances"."substitute_name" is null or "attendances"."mark" = 'substitute')
);
--> statement-breakpoint
CREATE TABLE "work_group_leads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"co_lead" boolean DEFAULT false NOT NULL,
	"started_on" date NOT NULL,
	"finished_on" date
);
--> statement-breakpoint
CREATE TABLE "work_group_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"work_group_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	"online" boolean NOT NULL,
	"venue_name" text,
	"venue_postcode" text,
	"cancelled_at" timestamp with time zone,
	"sequence" smallint DEFAULT 0 NOT NULL,
	"register_saved_at" timestamp with time zone,
	CONSTRAINT "work_group_sessions_number_key" UNIQUE("work_group_id","number"),
	CONSTRAINT "work_group_sessions_end_after_start" CHECK ("work_group_sessions"."starts_at" < "work_group_sessions"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "work_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offer_id" uuid NOT NULL,
	"hub_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"status" "work_group_status" DEFAULT 'planned' NOT NULL,
	"online" boolean NOT NULL,
	"venue_name" text,
	"venue_postcode" text,
	"easting" integer,
	"northing" integer,
	"weekday" smallint NOT NULL,
	"week_pattern" "week_pattern" DEFAULT 'every' NOT NULL,
	"minimum_schools" smallint NOT NULL,
	"maximum_schools" smallint NOT NULL,
	"what_to_prepare" text,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_reason" text,
	CONSTRAINT "work_groups_code_key" UNIQUE("offer_id","hub_id","code"),
	CONSTRAINT "work_groups_sizes_in_order" CHECK (0 < "work_groups"."minimum_schools" and "work_groups"."minimum_schools" <= "work_groups"."maximum_schools"),
	CONSTRAINT "work_groups_meet_on_a_working_day" CHECK ("work_groups"."weekday" between 0 and 4),
	CONSTRAINT "work_groups_have_a_place" CHECK ("work_groups"."online" or ("work_groups"."venue_name" is not null and "work_groups"."venue_postcode" is not null and "work_groups"."easting" is not null and "work_groups"."northing" is not null))
);
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assigned_to_people_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_redirected_to_offer_id_offers_id_fk" FOREIGN KEY ("redirected_to_offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_follows_application_id_applications_id_fk" FOREIGN KEY ("follows_application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_previous_lead_id_people_id_fk" FOREIGN KEY ("previous_lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_overrides" ADD CONSTRAINT "eligibility_overrides_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_overrides" ADD CONSTRAINT "eligibility_overrides_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_overrides" ADD CONSTRAINT "eligibility_overrides_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headteacher_agreements" ADD CONSTRAINT "headteacher_agreements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "headteacher_agreements" ADD CONSTRAINT "headteacher_agreements_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_neighbours" ADD CONSTRAINT "hub_neighbours_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_neighbours" ADD CONSTRAINT "hub_neighbours_neighbour_id_hubs_id_fk" FOREIGN KEY ("neighbour_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_authorities" ADD CONSTRAINT "local_authorities_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_results" ADD CONSTRAINT "match_results_run_id_match_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."match_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_results" ADD CONSTRAINT "match_results_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_results" ADD CONSTRAINT "match_results_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_runs" ADD CONSTRAINT "match_runs_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_sessions" ADD CONSTRAINT "account_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_hands_over_grant_id_grants_id_fk" FOREIGN KEY ("hands_over_grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_profiles" ADD CONSTRAINT "lead_profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openid_subjects" ADD CONSTRAINT "openid_subjects_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_rules" ADD CONSTRAINT "offer_rules_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_periods" ADD CONSTRAINT "stage_periods_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_periods" ADD CONSTRAINT "stage_periods_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_recommended_by_people_id_fk" FOREIGN KEY ("recommended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_recommendations" ADD CONSTRAINT "stage_recommendations_next_application_id_applications_id_fk" FOREIGN KEY ("next_application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_goals" ADD CONSTRAINT "case_goals_case_id_support_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."support_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note_reads" ADD CONSTRAINT "case_note_reads_case_id_support_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."support_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_note_reads" ADD CONSTRAINT "case_note_reads_read_by_people_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_support_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."support_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_steps" ADD CONSTRAINT "case_steps_case_id_support_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."support_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_case_id_support_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."support_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_triaged_by_people_id_fk" FOREIGN KEY ("triaged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_assigned_to_people_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_partner_id_people_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_cases" ADD CONSTRAINT "support_cases_next_application_id_applications_id_fk" FOREIGN KEY ("next_application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "establishments" ADD CONSTRAINT "establishments_import_id_register_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_overrides" ADD CONSTRAINT "hub_overrides_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_overrides" ADD CONSTRAINT "hub_overrides_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_overrides" ADD CONSTRAINT "hub_overrides_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_reviews" ADD CONSTRAINT "organisation_reviews_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_reviews" ADD CONSTRAINT "organisation_reviews_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_urns" ADD CONSTRAINT "organisation_urns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import_rows" ADD CONSTRAINT "register_import_rows_import_id_register_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_session_id_work_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."work_group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_group_leads" ADD CONSTRAINT "work_group_leads_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_group_leads" ADD CONSTRAINT "work_group_leads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_group_sessions" ADD CONSTRAINT "work_group_sessions_work_group_id_work_groups_id_fk" FOREIGN KEY ("work_group_id") REFERENCES "public"."work_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_groups" ADD CONSTRAINT "work_groups_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_groups" ADD CONSTRAINT "work_groups_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_live" ON "applications" USING btree ("organisation_id","offer_id",coalesce("person_id", '00000000-0000-0000-0000-000000000000')) WHERE "applications"."decision" not in ('withdrawn', 'declined', 'redirected') and "applications"."placement" not in ('declined', 'lapsed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "applications_queue_idx" ON "applications" USING btree ("hub_id","decision","promised_on");--> statement-breakpoint
CREATE INDEX "applications_offer_idx" ON "applications" USING btree ("offer_id","hub_id","decision","placement");--> statement-breakpoint
CREATE INDEX "applications_organisation_idx" ON "applications" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "applications_group_idx" ON "applications" USING btree ("work_group_id","placement") WHERE "applications"."work_group_id" is not null;--> statement-breakpoint
CREATE INDEX "applications_answer_idx" ON "applications" USING btree ("answer_by") WHERE "applications"."placement" = 'offered';--> statement-breakpoint
CREATE UNIQUE INDEX "eligibility_overrides_one_open" ON "eligibility_overrides" USING btree ("organisation_id","offer_id") WHERE "eligibility_overrides"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "headteacher_agreements_one_open" ON "headteacher_agreements" USING btree ("application_id") WHERE "headteacher_agreements"."answered_at" is null and "headteacher_agreements"."replaced_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "headteacher_agreements_agreed_once" ON "headteacher_agreements" USING btree ("application_id") WHERE "headteacher_agreements"."answer" = 'agreed' and "headteacher_agreements"."replaced_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "participants_once" ON "participants" USING btree ("application_id","person_id") WHERE "participants"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "participants_person_idx" ON "participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_application_idx" ON "events" USING btree ("application_id","id") WHERE "events"."application_id" is not null;--> statement-breakpoint
CREATE INDEX "events_work_group_idx" ON "events" USING btree ("work_group_id","id") WHERE "events"."work_group_id" is not null;--> statement-breakpoint
CREATE INDEX "events_organisation_idx" ON "events" USING btree ("organisation_id","id") WHERE "events"."organisation_id" is not null;--> statement-breakpoint
CREATE INDEX "events_referral_idx" ON "events" USING btree ("referral_id","id") WHERE "events"."referral_id" is not null;--> statement-breakpoint
CREATE INDEX "events_case_idx" ON "events" USING btree ("case_id","id") WHERE "events"."case_id" is not null;--> statement-breakpoint
CREATE INDEX "events_match_run_idx" ON "events" USING btree ("match_run_id","id") WHERE "events"."match_run_id" is not null;--> statement-breakpoint
CREATE INDEX "events_person_idx" ON "events" USING btree ("person_id","id") WHERE "events"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "local_authorities_hub_idx" ON "local_authorities" USING btree ("hub_id");--> statement-breakpoint
CREATE INDEX "match_results_application_idx" ON "match_results" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "match_runs_hub_idx" ON "match_runs" USING btree ("hub_id","queued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "match_runs_one_open" ON "match_runs" USING btree ("hub_id","offer_id") WHERE "match_runs"."status" in ('queued', 'computing', 'computed', 'reviewed');--> statement-breakpoint
CREATE INDEX "messages_unsent_idx" ON "messages" USING btree ("created_at") WHERE "messages"."sent_at" is null and "messages"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "messages_created_idx" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "access_requests_organisation_idx" ON "access_requests" USING btree ("organisation_id") WHERE "access_requests"."decided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_one_open" ON "access_requests" USING btree ("email","organisation_id","role") WHERE "access_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "account_sessions_person_idx" ON "account_sessions" USING btree ("person_id") WHERE "account_sessions"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "employments_one_open" ON "employments" USING btree ("person_id","organisation_id") WHERE "employments"."finished_on" is null;--> statement-breakpoint
CREATE INDEX "employments_organisation_idx" ON "employments" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "grants_person_idx" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_organisation_idx" ON "grants" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "grants_hub_idx" ON "grants" USING btree ("hub_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_one_open" ON "grants" USING btree ("person_id","role",coalesce("hub_id", "organisation_id", '00000000-0000-0000-0000-000000000000'),coalesce("phase", '')) WHERE "grants"."finished_on" is null;--> statement-breakpoint
CREATE INDEX "invitations_organisation_idx" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "invitations_hub_idx" ON "invitations" USING btree ("hub_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations" USING btree ("email","role",coalesce("hub_id", "organisation_id")) WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sign_in_codes_person_idx" ON "sign_in_codes" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "offers_year_idx" ON "offers" USING btree ("academic_year","closes_on");--> statement-breakpoint
CREATE INDEX "stage_periods_organisation_idx" ON "stage_periods" USING btree ("organisation_id","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "stage_periods_one_open" ON "stage_periods" USING btree ("organisation_id","phase","stage") WHERE "stage_periods"."finished_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stage_periods_development_once" ON "stage_periods" USING btree ("organisation_id","phase") WHERE "stage_periods"."stage" = 'development' and "stage_periods"."outcome" is distinct from 'withdrew';--> statement-breakpoint
CREATE INDEX "stage_recommendations_group_idx" ON "stage_recommendations" USING btree ("work_group_id");--> statement-breakpoint
CREATE INDEX "stage_recommendations_organisation_idx" ON "stage_recommendations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "case_goals_case_idx" ON "case_goals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_note_reads_case_idx" ON "case_note_reads" USING btree ("case_id","read_at");--> statement-breakpoint
CREATE INDEX "case_notes_case_idx" ON "case_notes" USING btree ("case_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_steps_one_open" ON "case_steps" USING btree ("case_id") WHERE "case_steps"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "case_steps_case_idx" ON "case_steps" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_visits_case_idx" ON "case_visits" USING btree ("case_id","visit_on");--> statement-breakpoint
CREATE INDEX "referrals_queue_idx" ON "referrals" USING btree ("hub_id","status","promised_on");--> statement-breakpoint
CREATE INDEX "referrals_organisation_idx" ON "referrals" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_one_open" ON "referrals" USING btree ("organisation_id","phase") WHERE "referrals"."status" in ('raised', 'triaged');--> statement-breakpoint
CREATE INDEX "support_cases_hub_idx" ON "support_cases" USING btree ("hub_id","status");--> statement-breakpoint
CREATE INDEX "support_cases_partner_idx" ON "support_cases" USING btree ("partner_id") WHERE "support_cases"."status" in ('open', 'paused');--> statement-breakpoint
CREATE UNIQUE INDEX "support_cases_one_open" ON "support_cases" USING btree ("organisation_id","phase") WHERE "support_cases"."status" in ('open', 'paused');--> statement-breakpoint
CREATE INDEX "establishment_links_link_idx" ON "establishment_links" USING btree ("link_urn");--> statement-breakpoint
CREATE INDEX "establishments_postcode_idx" ON "establishments" USING btree ("postcode_key");--> statement-breakpoint
CREATE INDEX "establishments_la_idx" ON "establishments" USING btree ("la_code") WHERE "establishments"."open";--> statement-breakpoint
CREATE INDEX "establishments_trust_idx" ON "establishments" USING btree ("trust_code");--> statement-breakpoint
CREATE INDEX "establishments_search_trgm_idx" ON "establishments" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "establishments_search_words_idx" ON "establishments" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE UNIQUE INDEX "hub_overrides_one_open" ON "hub_overrides" USING btree ("organisation_id") WHERE "hub_overrides"."finished_on" is null;--> statement-breakpoint
CREATE INDEX "organisation_reviews_hub_idx" ON "organisation_reviews" USING btree ("hub_id") WHERE "organisation_reviews"."resolved_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_urns_one_open" ON "organisation_urns" USING btree ("organisation_id") WHERE "organisation_urns"."finished_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_urn_key" ON "organisations" USING btree ("urn");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_trust_key" ON "organisations" USING btree ("trust_code") WHERE "organisations"."kind" = 'trust';--> statement-breakpoint
CREATE INDEX "organisations_hub_idx" ON "organisations" USING btree ("hub_id","name");--> statement-breakpoint
CREATE INDEX "organisations_trust_idx" ON "organisations" USING btree ("trust_code");--> statement-breakpoint
CREATE INDEX "register_imports_finished_idx" ON "register_imports" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "attendances_participant_idx" ON "attendances" USING btree ("participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_group_leads_one_lead" ON "work_group_leads" USING btree ("work_group_id") WHERE "work_group_leads"."finished_on" is null and not "work_group_leads"."co_lead";--> statement-breakpoint
CREATE UNIQUE INDEX "work_group_leads_once" ON "work_group_leads" USING btree ("work_group_id","person_id") WHERE "work_group_leads"."finished_on" is null;--> statement-breakpoint
CREATE INDEX "work_group_leads_person_idx" ON "work_group_leads" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "work_group_sessions_date_idx" ON "work_group_sessions" USING btree ("held_on");--> statement-breakpoint
CREATE INDEX "work_groups_hub_idx" ON "work_groups" USING btree ("hub_id","status");--> statement-breakpoint
CREATE INDEX "work_groups_offer_idx" ON "work_groups" USING btree ("offer_id","hub_id");