CREATE TABLE "accounts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"password_hash" text,
	"link_hash" text,
	"link_ends_at" bigint,
	CONSTRAINT "accounts_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "amendment_changes" (
	"amendment_id" text NOT NULL,
	"wording" bigint NOT NULL,
	"place" bigint NOT NULL,
	"nid" text NOT NULL,
	"before_clause" jsonb,
	"after_clause" jsonb,
	"behind" text,
	"base_hash" text NOT NULL,
	CONSTRAINT "amendment_changes_amendment_id_wording_place_pk" PRIMARY KEY("amendment_id","wording","place")
);
--> statement-breakpoint
CREATE TABLE "amendment_entries" (
	"amendment_id" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"member_id" text,
	"body" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "amendment_entries_amendment_id_number_pk" PRIMARY KEY("amendment_id","number"),
	CONSTRAINT "amendment_entry_kind" CHECK ("amendment_entries"."kind" in ('answer', 'objection', 'acceptance', 'rejection', 'bracketing', 'stale', 'rebase', 'fall', 'withdrawal'))
);
--> statement-breakpoint
CREATE TABLE "amendment_supports" (
	"amendment_id" text NOT NULL,
	"person_id" text NOT NULL,
	"seat_id" text,
	"member_id" text,
	"wording" bigint NOT NULL,
	"at" bigint NOT NULL,
	"withdrawn_at" bigint,
	CONSTRAINT "amendment_supports_amendment_id_person_id_pk" PRIMARY KEY("amendment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"number" bigint NOT NULL,
	"reference" text NOT NULL,
	"person_id" text NOT NULL,
	"seat_id" text,
	"member_id" text,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"wording" bigint NOT NULL,
	"base_version_id" text,
	"base_sequence" bigint NOT NULL,
	"names" jsonb NOT NULL,
	"restores" bigint,
	"proposed_at" bigint NOT NULL,
	"notice_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text,
	"accepted_nids" jsonb,
	"text_sequence" bigint,
	"text_client_id" bigint,
	"due_at" bigint,
	CONSTRAINT "amendments_reference_unique" UNIQUE("reference"),
	CONSTRAINT "amendment_state" CHECK ("amendments"."state" in ('proposed', 'contested', 'stale', 'accepted', 'bracketed', 'rejected', 'fallen', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "ballot_events" (
	"ballot_id" text NOT NULL,
	"number" bigint NOT NULL,
	"type" text NOT NULL,
	"seat_id" text,
	"person_id" text,
	"event_values" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ballot_events_ballot_id_number_pk" PRIMARY KEY("ballot_id","number")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"version_id" text NOT NULL,
	"previous_ballot_id" text,
	"type" text NOT NULL,
	"mode" text NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"record" text,
	"record_hash" text,
	"length_ms" bigint NOT NULL,
	"drafted_at" bigint NOT NULL,
	"opens_at" bigint,
	"closes_at" bigint,
	"closed_at" bigint,
	"certified_at" bigint,
	"due_at" bigint,
	"outcome" text,
	"account" text,
	CONSTRAINT "ballots_reference_unique" UNIQUE("reference"),
	CONSTRAINT "ballots_record_hash_unique" UNIQUE("record_hash"),
	CONSTRAINT "ballot_state" CHECK ("ballots"."state" in ('drafted', 'discarded', 'open', 'sealed', 'closed', 'challenged', 'certified', 'void'))
);
--> statement-breakpoint
CREATE TABLE "candidate_moves" (
	"candidate_id" text NOT NULL,
	"number" bigint NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"act" text NOT NULL,
	"person_id" text,
	"reason" text,
	"at" bigint NOT NULL,
	CONSTRAINT "candidate_moves_candidate_id_number_pk" PRIMARY KEY("candidate_id","number")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"committee_id" text NOT NULL,
	"title" text NOT NULL,
	"class" text NOT NULL,
	"state" text NOT NULL,
	"sponsor_seat_id" text,
	"sponsor_member_id" text,
	"proposed_by" text NOT NULL,
	"rationale" text NOT NULL,
	"producers" text NOT NULL,
	"foreign_availability" text NOT NULL,
	"evidence" text NOT NULL,
	"harms" jsonb NOT NULL,
	"harms_of_control" text NOT NULL,
	"touches" jsonb NOT NULL,
	"scope" jsonb,
	"marking" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"due_at" bigint,
	CONSTRAINT "candidates_reference_unique" UNIQUE("reference"),
	CONSTRAINT "candidate_state" CHECK ("candidates"."state" in ('proposed', 'drafting', 'commenting', 'resolving', 'ready', 'balloting', 'recommended', 'reviewing', 'listed', 'listed-in-part', 'returned', 'parked', 'declined', 'withdrawn', 'lapsed', 'merged', 'delisted')),
	CONSTRAINT "candidate_class" CHECK ("candidates"."class" in ('emerging', 'foundational'))
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"verifier_key" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"number" bigint NOT NULL,
	"version_id" text,
	"nid" text NOT NULL,
	"quote" text NOT NULL,
	"anchor" text,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"proposed_change" text NOT NULL,
	"person_id" text NOT NULL,
	"seat_id" text,
	"member_id" text,
	"made_at" bigint NOT NULL,
	"late" boolean NOT NULL,
	"state" text NOT NULL,
	"disposition" text,
	"disposition_reason" text,
	"disposed_by" text,
	"carried_by" text,
	"disposed_at" bigint,
	"reopened_at" bigint,
	"admitted_at" bigint,
	CONSTRAINT "comment_type" CHECK ("comments"."type" in ('general', 'technical', 'editorial')),
	CONSTRAINT "comment_state" CHECK ("comments"."state" in ('open', 'disposed', 'reopened', 'final', 'sustained', 'withdrawn')),
	CONSTRAINT "comment_disposition" CHECK ("comments"."disposition" in ('accepted', 'partially-accepted', 'noted', 'rejected')),
	CONSTRAINT "disposition_has_reason" CHECK ("comments"."disposition" is null or "comments"."disposition" = 'accepted' or length("comments"."disposition_reason") > 0),
	CONSTRAINT "accepted_names_carrier" CHECK ("comments"."disposition" is null or "comments"."disposition" <> 'accepted' or "comments"."carried_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "committees" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"list_code" text NOT NULL,
	"zone" text NOT NULL,
	"city" text NOT NULL,
	"founded_at" bigint NOT NULL,
	CONSTRAINT "committees_code_unique" UNIQUE("code"),
	CONSTRAINT "committees_name_unique" UNIQUE("name"),
	CONSTRAINT "committees_list_code_unique" UNIQUE("list_code")
);
--> statement-breakpoint
CREATE TABLE "current_positions" (
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"position_id" text NOT NULL,
	CONSTRAINT "current_positions_ballot_id_seat_id_pk" PRIMARY KEY("ballot_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "definitions" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"epoch" bigint NOT NULL,
	"head_sequence" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "definitions_candidate_id_unique" UNIQUE("candidate_id")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"version_id" text NOT NULL,
	"recommendation_id" text NOT NULL,
	"round_id" text NOT NULL,
	"adopted_at" bigint NOT NULL,
	"review_by" bigint NOT NULL,
	"absent" jsonb NOT NULL,
	"delisted_at" bigint,
	CONSTRAINT "entries_code_unique" UNIQUE("code"),
	CONSTRAINT "entries_candidate_id_unique" UNIQUE("candidate_id")
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"system_id" text NOT NULL,
	"quantity_key" text NOT NULL,
	"number" bigint NOT NULL,
	"quantity" text NOT NULL,
	"value" text NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	"address" text NOT NULL,
	"source_date" text NOT NULL,
	"note" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "figures_system_id_quantity_key_number_pk" PRIMARY KEY("system_id","quantity_key","number")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"comment_id" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"word" text,
	"carried_by" text,
	"person_id" text,
	"body" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "follow_ups_comment_id_number_pk" PRIMARY KEY("comment_id","number"),
	CONSTRAINT "thread_entry_kind" CHECK ("follow_ups"."kind" in ('answer', 'disposition', 'argument')),
	CONSTRAINT "disposition_has_word" CHECK (("follow_ups"."kind" = 'disposition') = ("follow_ups"."word" is not null))
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"person_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"kind" text NOT NULL,
	"class" text NOT NULL,
	"organisation_id" text,
	"statement" text NOT NULL,
	"declared_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "interest_kind" CHECK ("interests"."kind" in ('none', 'employment', 'ownership', 'patent', 'customer-or-supplier', 'grant', 'advice-to-a-party', 'family')),
	CONSTRAINT "interest_class" CHECK ("interests"."class" in ('none', 'sectoral', 'direct'))
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"commitment" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"finished" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"city" text NOT NULL,
	"weekend" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"extra_working_days" jsonb NOT NULL,
	"contact" text NOT NULL,
	"joined_at" bigint NOT NULL,
	CONSTRAINT "members_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"comment_id" text NOT NULL,
	"entry" bigint NOT NULL,
	"person_id" text NOT NULL,
	"by_person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"seen_at" bigint,
	CONSTRAINT "mentions_comment_id_entry_person_id_pk" PRIMARY KEY("comment_id","entry","person_id")
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"person_id" text,
	"role" text,
	"committee_id" text,
	"candidate_id" text,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"minute_values" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"marking" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "minutes_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"member_id" text,
	"kind" text NOT NULL,
	CONSTRAINT "organisations_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"title" text NOT NULL,
	"member_id" text,
	"organisation_id" text,
	"zone" text NOT NULL,
	"city" text NOT NULL,
	"colour" bigint NOT NULL,
	"registered_at" bigint NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" text PRIMARY KEY NOT NULL,
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"person_id" text NOT NULL,
	"recorded_by" text NOT NULL,
	"version_id" text NOT NULL,
	"text_hash" text NOT NULL,
	"word" text NOT NULL,
	"reason" text NOT NULL,
	"nid" text,
	"change" text,
	"key" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"position_id" text PRIMARY KEY NOT NULL,
	"receipt" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"ballot_id" text NOT NULL,
	"version_id" text NOT NULL,
	"state" text NOT NULL,
	"scope" jsonb NOT NULL,
	"drafted_at" bigint NOT NULL,
	"transmitted_at" bigint,
	"decided_at" bigint,
	CONSTRAINT "recommendations_reference_unique" UNIQUE("reference"),
	CONSTRAINT "recommendations_ballot_id_unique" UNIQUE("ballot_id"),
	CONSTRAINT "recommendation_state" CHECK ("recommendations"."state" in ('drafted', 'transmitted', 'recalled', 'adopted', 'adopted-in-part', 'returned', 'superseded', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"round_id" text NOT NULL,
	"number" bigint NOT NULL,
	"member_id" text NOT NULL,
	"person_id" text NOT NULL,
	"word" text NOT NULL,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "replies_round_id_number_pk" PRIMARY KEY("round_id","number"),
	CONSTRAINT "reply_word" CHECK ("replies"."word" in ('agree', 'object', 'amend', 'cannot-join', 'ask-time'))
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" text PRIMARY KEY NOT NULL,
	"candidate_id" text NOT NULL,
	"recommendation_id" text NOT NULL,
	"member_id" text NOT NULL,
	"scope_rows" jsonb,
	"reason" text NOT NULL,
	"entered_at" bigint NOT NULL,
	"entered_by" text,
	"sunset_at" bigint NOT NULL,
	"state" text NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "reservation_state" CHECK ("reservations"."state" in ('active', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"committee_id" text,
	"seat_id" text,
	"member_id" text,
	"from_at" bigint NOT NULL,
	"to_at" bigint,
	CONSTRAINT "role_name" CHECK ("roles"."role" in ('holder', 'alternate', 'chair', 'vice-chair', 'secretariat', 'observer', 'government-reviewer'))
);
--> statement-breakpoint
CREATE TABLE "roll_seats" (
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "roll_seats_ballot_id_seat_id_pk" PRIMARY KEY("ballot_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "round_members" (
	"round_id" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"city" text NOT NULL,
	"weekend" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"extra_working_days" jsonb NOT NULL,
	"delivered_at" bigint,
	"delivered_to" text,
	CONSTRAINT "round_members_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"recommendation_id" text NOT NULL,
	"kind" text NOT NULL,
	"entry_code" text,
	"state" text NOT NULL,
	"prepared_at" bigint NOT NULL,
	"dispatched_at" bigint,
	"started_at" bigint,
	"lengthened_at" bigint,
	"ends_at" bigint,
	"ended_at" bigint,
	"due_at" bigint,
	"account" text,
	CONSTRAINT "rounds_reference_unique" UNIQUE("reference"),
	CONSTRAINT "round_state" CHECK ("rounds"."state" in ('prepared', 'dispatched', 'running', 'broken', 'adopted', 'adopted-in-part', 'cancelled', 'opt-in', 'failed')),
	CONSTRAINT "round_kind" CHECK ("rounds"."kind" in ('correction', 'amendment', 'new-entry'))
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text PRIMARY KEY NOT NULL,
	"committee_id" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" bigint NOT NULL,
	"name" text NOT NULL,
	"organisation_id" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "seat_kind" CHECK ("seats"."kind" in ('delegation', 'industry')),
	CONSTRAINT "seat_count" CHECK ("seats"."number" between 1 and 2)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "systems" (
	"id" text PRIMARY KEY NOT NULL,
	"committee_id" text NOT NULL,
	"area" text NOT NULL,
	"name" text NOT NULL,
	"maker" text NOT NULL,
	"key" text NOT NULL,
	"country" text,
	"kind" text NOT NULL,
	"year" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" bigint,
	"withdrawn_reason" text,
	CONSTRAINT "withdrawn_has_reason" CHECK (("systems"."withdrawn_at" is null) = ("systems"."withdrawn_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "term_definitions" (
	"term_id" text NOT NULL,
	"number" bigint NOT NULL,
	"definition" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "term_definitions_term_id_number_pk" PRIMARY KEY("term_id","number")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text,
	"scope_id" text NOT NULL,
	"term" text NOT NULL,
	"key" text NOT NULL,
	"defined_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text_clients" (
	"definition_id" text NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" text,
	"session_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "text_clients_definition_id_client_id_pk" PRIMARY KEY("definition_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "text_snapshots" (
	"definition_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"sequence_hash" text NOT NULL,
	"state" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "text_snapshots_definition_id_sequence_pk" PRIMARY KEY("definition_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "text_updates" (
	"definition_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"person_id" text,
	"session_id" text,
	"at" bigint NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	CONSTRAINT "text_updates_definition_id_sequence_pk" PRIMARY KEY("definition_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" text PRIMARY KEY NOT NULL,
	"definition_id" text NOT NULL,
	"number" bigint NOT NULL,
	"text" text NOT NULL,
	"text_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"plain_text" text NOT NULL,
	"state" "bytea" NOT NULL,
	"head_sequence" bigint NOT NULL,
	"reason" text NOT NULL,
	"frozen_by" text,
	"frozen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waivers" (
	"id" text PRIMARY KEY NOT NULL,
	"definition_id" text NOT NULL,
	"code" text NOT NULL,
	"nid" text NOT NULL,
	"detail" text NOT NULL,
	"clause_hash" text NOT NULL,
	"reason" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_changes" ADD CONSTRAINT "amendment_changes_amendment_id_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_entries" ADD CONSTRAINT "amendment_entries_amendment_id_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_entries" ADD CONSTRAINT "amendment_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_entries" ADD CONSTRAINT "amendment_entries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_supports" ADD CONSTRAINT "amendment_supports_amendment_id_amendments_id_fk" FOREIGN KEY ("amendment_id") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_supports" ADD CONSTRAINT "amendment_supports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_supports" ADD CONSTRAINT "amendment_supports_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_supports" ADD CONSTRAINT "amendment_supports_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_base_version_id_versions_id_fk" FOREIGN KEY ("base_version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_events" ADD CONSTRAINT "ballot_events_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_events" ADD CONSTRAINT "ballot_events_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_events" ADD CONSTRAINT "ballot_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_moves" ADD CONSTRAINT "candidate_moves_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_moves" ADD CONSTRAINT "candidate_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_sponsor_seat_id_seats_id_fk" FOREIGN KEY ("sponsor_seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_sponsor_member_id_members_id_fk" FOREIGN KEY ("sponsor_member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_disposed_by_people_id_fk" FOREIGN KEY ("disposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_positions" ADD CONSTRAINT "current_positions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_positions" ADD CONSTRAINT "current_positions_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_positions" ADD CONSTRAINT "current_positions_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definitions" ADD CONSTRAINT "definitions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_system_id_systems_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."systems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_sequence_minutes_sequence_fk" FOREIGN KEY ("sequence") REFERENCES "public"."minutes"("sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD CONSTRAINT "roll_seats_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD CONSTRAINT "roll_seats_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_delivered_to_people_id_fk" FOREIGN KEY ("delivered_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "public"."recommendations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_definitions" ADD CONSTRAINT "term_definitions_term_id_terms_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_definitions" ADD CONSTRAINT "term_definitions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_clients" ADD CONSTRAINT "text_clients_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_clients" ADD CONSTRAINT "text_clients_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_snapshots" ADD CONSTRAINT "text_snapshots_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_updates" ADD CONSTRAINT "text_updates_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_updates" ADD CONSTRAINT "text_updates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_definition_id_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amendment_changes_by_clause" ON "amendment_changes" USING btree ("nid","amendment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_in_order" ON "amendments" USING btree ("candidate_id","number");--> statement-breakpoint
CREATE INDEX "amendments_by_state" ON "amendments" USING btree ("candidate_id","state","number");--> statement-breakpoint
CREATE INDEX "amendments_open" ON "amendments" USING btree ("state","candidate_id");--> statement-breakpoint
CREATE INDEX "amendments_due" ON "amendments" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "amendments_by_person" ON "amendments" USING btree ("person_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_ballot_per_candidate" ON "ballots" USING btree ("candidate_id") WHERE "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');--> statement-breakpoint
CREATE INDEX "ballots_by_committee" ON "ballots" USING btree ("committee_id","drafted_at","id");--> statement-breakpoint
CREATE INDEX "ballots_by_candidate" ON "ballots" USING btree ("candidate_id","drafted_at");--> statement-breakpoint
CREATE INDEX "ballots_by_draft" ON "ballots" USING btree ("drafted_at","id");--> statement-breakpoint
CREATE INDEX "ballots_due" ON "ballots" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "candidates_by_committee" ON "candidates" USING btree ("committee_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "candidates_in_state" ON "candidates" USING btree ("committee_id","state","changed_at","id");--> statement-breakpoint
CREATE INDEX "candidates_by_change" ON "candidates" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "candidates_due" ON "candidates" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "candidates_by_sponsor" ON "candidates" USING btree ("sponsor_seat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_in_order" ON "comments" USING btree ("candidate_id","number");--> statement-breakpoint
CREATE INDEX "comments_by_state" ON "comments" USING btree ("candidate_id","state","number");--> statement-breakpoint
CREATE INDEX "comments_by_person" ON "comments" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "entries_by_committee" ON "entries" USING btree ("committee_id","code");--> statement-breakpoint
CREATE INDEX "entries_by_recommendation" ON "entries" USING btree ("recommendation_id");--> statement-breakpoint
CREATE INDEX "figures_by_quantity" ON "figures" USING btree ("quantity_key","system_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_in_order" ON "interests" USING btree ("candidate_id","person_id","sequence");--> statement-breakpoint
CREATE INDEX "mentions_unseen" ON "mentions" USING btree ("person_id","seen_at");--> statement-breakpoint
CREATE INDEX "minutes_by_candidate" ON "minutes" USING btree ("candidate_id","sequence");--> statement-breakpoint
CREATE INDEX "minutes_by_committee" ON "minutes" USING btree ("committee_id","sequence");--> statement-breakpoint
CREATE INDEX "minutes_by_object" ON "minutes" USING btree ("object_kind","object_id","sequence");--> statement-breakpoint
CREATE INDEX "people_by_member" ON "people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_in_order" ON "positions" USING btree ("ballot_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "one_position_per_key" ON "positions" USING btree ("ballot_id","seat_id","key");--> statement-breakpoint
CREATE INDEX "recommendations_by_draft" ON "recommendations" USING btree ("drafted_at","id");--> statement-breakpoint
CREATE INDEX "recommendations_in_state" ON "recommendations" USING btree ("state","drafted_at");--> statement-breakpoint
CREATE INDEX "recommendations_by_candidate" ON "recommendations" USING btree ("candidate_id","drafted_at");--> statement-breakpoint
CREATE INDEX "reservations_by_recommendation" ON "reservations" USING btree ("recommendation_id","entered_at");--> statement-breakpoint
CREATE INDEX "reservations_by_sunset" ON "reservations" USING btree ("state","sunset_at");--> statement-breakpoint
CREATE INDEX "roles_by_person" ON "roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "roles_by_committee" ON "roles" USING btree ("committee_id","role");--> statement-breakpoint
CREATE INDEX "roles_by_seat" ON "roles" USING btree ("seat_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "one_holder_of_a_seat" ON "roles" USING btree ("seat_id") WHERE "roles"."role" = 'holder' and "roles"."to_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_in_an_office" ON "roles" USING btree ("committee_id","role") WHERE "roles"."role" in ('chair', 'vice-chair') and "roles"."to_at" is null;--> statement-breakpoint
CREATE INDEX "roll_by_seat" ON "roll_seats" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "rounds_by_member" ON "round_members" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_round_per_recommendation" ON "rounds" USING btree ("recommendation_id") WHERE "rounds"."state" in ('prepared', 'dispatched', 'running');--> statement-breakpoint
CREATE INDEX "rounds_by_preparation" ON "rounds" USING btree ("prepared_at","id");--> statement-breakpoint
CREATE INDEX "rounds_by_recommendation" ON "rounds" USING btree ("recommendation_id","prepared_at");--> statement-breakpoint
CREATE INDEX "rounds_in_state" ON "rounds" USING btree ("state","prepared_at");--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat_of_a_number" ON "seats" USING btree ("committee_id","member_id","kind","number");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "systems_once" ON "systems" USING btree ("committee_id","key");--> statement-breakpoint
CREATE INDEX "systems_by_area" ON "systems" USING btree ("committee_id","area","key");--> statement-breakpoint
CREATE UNIQUE INDEX "terms_once" ON "terms" USING btree ("scope_id","key");--> statement-breakpoint
CREATE INDEX "terms_by_committee" ON "terms" USING btree ("committee_id","key","id");--> statement-breakpoint
CREATE INDEX "text_clients_by_session" ON "text_clients" USING btree ("definition_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_in_order" ON "versions" USING btree ("definition_id","number");--> statement-breakpoint
CREATE INDEX "waivers_by_definition" ON "waivers" USING btree ("definition_id");