CREATE TABLE "ballot_outages" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"outage_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ballot_outages_ballot_id_number_pk" PRIMARY KEY("ballot_id","number")
);
--> statement-breakpoint
CREATE TABLE "flag_decisions" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"word" text NOT NULL,
	"up_to" bigint NOT NULL,
	"person_id" text,
	"reason" text NOT NULL,
	"new_ballot_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "flag_decisions_ballot_id_number_pk" PRIMARY KEY("ballot_id","number"),
	CONSTRAINT "flag_word" CHECK ("flag_decisions"."word" in ('confirm-asked', 'confirmed', 're-balloted'))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"giver_id" text NOT NULL,
	"receiver_id" text NOT NULL,
	"leaders" jsonb NOT NULL,
	"keywords" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holder_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"public_key" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "holder_keys_public_key_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "interest_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" text,
	"declared_class" text NOT NULL,
	"raised_by" text NOT NULL,
	"reason" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"state" text NOT NULL,
	"chair_says" text,
	"vice_chair_says" text,
	"decided_class" text,
	"decided_at" bigint,
	"ballot_id" text,
	CONSTRAINT "dispute_state" CHECK ("interest_disputes"."state" in ('open', 'procedure', 'decided'))
);
--> statement-breakpoint
CREATE TABLE "interest_parts" (
	"interest_id" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"class" text NOT NULL,
	"organisation_id" text,
	"share_hundredths" bigint,
	"amount_eur" bigint,
	"reference" text,
	"issuer" text,
	"statement" text NOT NULL,
	"since" bigint,
	"until" bigint,
	"found_by" text,
	CONSTRAINT "interest_parts_interest_id_number_pk" PRIMARY KEY("interest_id","number"),
	CONSTRAINT "interest_part_kind" CHECK ("interest_parts"."kind" in ('none', 'employment', 'ownership', 'patent', 'customer-or-supplier', 'grant', 'advice-to-a-party', 'family')),
	CONSTRAINT "interest_part_class" CHECK ("interest_parts"."class" in ('none', 'sectoral', 'direct'))
);
--> statement-breakpoint
CREATE TABLE "organisation_ties" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"kind" text NOT NULL,
	"to_id" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	CONSTRAINT "tie_kind" CHECK ("organisation_ties"."kind" in ('part-of', 'supplies'))
);
--> statement-breakpoint
CREATE TABLE "outage_ends" (
	"outage_id" text PRIMARY KEY NOT NULL,
	"to_at" bigint NOT NULL,
	"person_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"id" text PRIMARY KEY NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"office" text NOT NULL,
	"title" text NOT NULL,
	"holder_id" text NOT NULL,
	"inventors" jsonb NOT NULL,
	"keywords" jsonb NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_looks" (
	"person_id" text NOT NULL,
	"definition_id" text NOT NULL,
	"version_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "person_looks_person_id_version_id_pk" PRIMARY KEY("person_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "position_disputes" (
	"position_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "position_evidence" (
	"position_id" text PRIMARY KEY NOT NULL,
	"evidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replaced_accounts" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"account" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "replaced_accounts_ballot_id_number_pk" PRIMARY KEY("ballot_id","number")
);
--> statement-breakpoint
CREATE TABLE "sealed_positions" (
	"id" text PRIMARY KEY NOT NULL,
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"person_id" text NOT NULL,
	"text_hash" text,
	"sealed" text NOT NULL,
	"key" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_receipts" (
	"position_id" text PRIMARY KEY NOT NULL,
	"receipt" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealings" (
	"ballot_id" text PRIMARY KEY NOT NULL,
	"needed" bigint NOT NULL,
	"public_key" text,
	"given_by" text
);
--> statement-breakpoint
CREATE TABLE "seat_reminders" (
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"number" bigint NOT NULL,
	"about" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "seat_reminders_ballot_id_seat_id_number_pk" PRIMARY KEY("ballot_id","seat_id","number"),
	CONSTRAINT "reminder_about" CHECK ("seat_reminders"."about" in ('interests', 'position'))
);
--> statement-breakpoint
CREATE TABLE "second_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"asked_values" jsonb NOT NULL,
	"asked_by" text NOT NULL,
	"asked_as" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"state" text NOT NULL,
	"answered_by" text,
	"answered_at" bigint,
	"reason" text,
	CONSTRAINT "second_request_state" CHECK ("second_requests"."state" in ('pending', 'consented', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "secret_results" (
	"ballot_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"url" text NOT NULL,
	"fingerprint" text NOT NULL,
	"ballots" bigint NOT NULL,
	"result" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_holders" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"holder_key" text,
	"sealed_share" text,
	"commitment" text,
	"confirmed_at" bigint,
	CONSTRAINT "share_holders_ballot_id_number_pk" PRIMARY KEY("ballot_id","number")
);
--> statement-breakpoint
CREATE TABLE "submitted_shares" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"person_id" text NOT NULL,
	"share" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "submitted_shares_ballot_id_number_pk" PRIMARY KEY("ballot_id","number")
);
--> statement-breakpoint
CREATE TABLE "unsealings" (
	"ballot_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"private_key" text NOT NULL,
	"opened_hash" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "one_open_ballot_per_candidate";--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "candidate_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "version_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "text_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "subject" text DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "tie_order" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "at_most" bigint;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "roll_marks" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "chosen_type" text;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "unsealed_at" bigint;--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "second_person_id" text;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "choice" jsonb;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD COLUMN "class" text;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD COLUMN "weight" bigint;--> statement-breakpoint
ALTER TABLE "ballot_outages" ADD CONSTRAINT "ballot_outages_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_outages" ADD CONSTRAINT "ballot_outages_outage_id_outages_id_fk" FOREIGN KEY ("outage_id") REFERENCES "public"."outages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_new_ballot_id_ballots_id_fk" FOREIGN KEY ("new_ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_giver_id_organisations_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_receiver_id_organisations_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holder_keys" ADD CONSTRAINT "holder_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_disputes" ADD CONSTRAINT "interest_disputes_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_disputes" ADD CONSTRAINT "interest_disputes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_disputes" ADD CONSTRAINT "interest_disputes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_disputes" ADD CONSTRAINT "interest_disputes_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_disputes" ADD CONSTRAINT "interest_disputes_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_parts" ADD CONSTRAINT "interest_parts_interest_id_interests_id_fk" FOREIGN KEY ("interest_id") REFERENCES "public"."interests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_parts" ADD CONSTRAINT "interest_parts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_parts" ADD CONSTRAINT "interest_parts_found_by_people_id_fk" FOREIGN KEY ("found_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_ties" ADD CONSTRAINT "organisation_ties_from_id_organisations_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_ties" ADD CONSTRAINT "organisation_ties_to_id_organisations_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_ties" ADD CONSTRAINT "organisation_ties_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage_ends" ADD CONSTRAINT "outage_ends_outage_id_outages_id_fk" FOREIGN KEY ("outage_id") REFERENCES "public"."outages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage_ends" ADD CONSTRAINT "outage_ends_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patents" ADD CONSTRAINT "patents_holder_id_organisations_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patents" ADD CONSTRAINT "patents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_looks" ADD CONSTRAINT "person_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_looks" ADD CONSTRAINT "person_looks_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_looks" ADD CONSTRAINT "person_looks_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_disputes" ADD CONSTRAINT "position_disputes_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_disputes" ADD CONSTRAINT "position_disputes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_evidence" ADD CONSTRAINT "position_evidence_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replaced_accounts" ADD CONSTRAINT "replaced_accounts_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_receipts" ADD CONSTRAINT "sealed_receipts_position_id_sealed_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."sealed_positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealings" ADD CONSTRAINT "sealings_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealings" ADD CONSTRAINT "sealings_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_reminders" ADD CONSTRAINT "seat_reminders_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_reminders" ADD CONSTRAINT "seat_reminders_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_reminders" ADD CONSTRAINT "seat_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_results" ADD CONSTRAINT "secret_results_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_results" ADD CONSTRAINT "secret_results_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_shares" ADD CONSTRAINT "submitted_shares_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_shares" ADD CONSTRAINT "submitted_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealings" ADD CONSTRAINT "unsealings_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealings" ADD CONSTRAINT "unsealings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("giver_id","number");--> statement-breakpoint
CREATE INDEX "grants_by_receiver" ON "grants" USING btree ("receiver_id");--> statement-breakpoint
CREATE INDEX "holder_keys_by_person" ON "holder_keys" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "disputes_by_candidate" ON "interest_disputes" USING btree ("candidate_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ties_once" ON "organisation_ties" USING btree ("from_id","kind","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patents_once" ON "patents" USING btree ("office","number");--> statement-breakpoint
CREATE INDEX "patents_by_holder" ON "patents" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "looks_by_definition" ON "person_looks" USING btree ("person_id","definition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_positions_in_order" ON "sealed_positions" USING btree ("ballot_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "one_sealed_position_per_key" ON "sealed_positions" USING btree ("ballot_id","seat_id","key");--> statement-breakpoint
CREATE INDEX "reminders_by_seat" ON "seat_reminders" USING btree ("seat_id","at");--> statement-breakpoint
CREATE INDEX "second_requests_by_object" ON "second_requests" USING btree ("object_kind","object_id","asked_at");--> statement-breakpoint
CREATE INDEX "second_requests_by_committee" ON "second_requests" USING btree ("committee_id","state","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_share_per_person" ON "share_holders" USING btree ("ballot_id","person_id");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_second_person_id_people_id_fk" FOREIGN KEY ("second_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amendments_by_notice" ON "amendments" USING btree ("state","notice_at");--> statement-breakpoint
CREATE INDEX "entries_by_review" ON "entries" USING btree ("review_by");--> statement-breakpoint
CREATE INDEX "interests_by_expiry" ON "interests" USING btree ("person_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_ballot_per_candidate" ON "ballots" USING btree ("candidate_id") WHERE "ballots"."subject" = 'text' and "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballot_subject" CHECK ("ballots"."subject" in ('text', 'procedure', 'office'));