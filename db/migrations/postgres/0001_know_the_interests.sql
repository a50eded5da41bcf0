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
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_decisions" ADD CONSTRAINT "flag_decisions_new_ballot_id_ballots_id_fk" FOREIGN KEY ("new_ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_giver_id_organisations_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_receiver_id_organisations_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "patents" ADD CONSTRAINT "patents_holder_id_organisations_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patents" ADD CONSTRAINT "patents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("giver_id","number");--> statement-breakpoint
CREATE INDEX "grants_by_receiver" ON "grants" USING btree ("receiver_id");--> statement-breakpoint
CREATE INDEX "disputes_by_candidate" ON "interest_disputes" USING btree ("candidate_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ties_once" ON "organisation_ties" USING btree ("from_id","kind","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patents_once" ON "patents" USING btree ("office","number");--> statement-breakpoint
CREATE INDEX "patents_by_holder" ON "patents" USING btree ("holder_id");