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
ALTER TABLE "ballot_outages" ADD CONSTRAINT "ballot_outages_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_outages" ADD CONSTRAINT "ballot_outages_outage_id_outages_id_fk" FOREIGN KEY ("outage_id") REFERENCES "public"."outages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage_ends" ADD CONSTRAINT "outage_ends_outage_id_outages_id_fk" FOREIGN KEY ("outage_id") REFERENCES "public"."outages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage_ends" ADD CONSTRAINT "outage_ends_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outages" ADD CONSTRAINT "outages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_disputes" ADD CONSTRAINT "position_disputes_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_disputes" ADD CONSTRAINT "position_disputes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_evidence" ADD CONSTRAINT "position_evidence_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replaced_accounts" ADD CONSTRAINT "replaced_accounts_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;