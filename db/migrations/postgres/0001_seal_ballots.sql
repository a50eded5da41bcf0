CREATE TABLE "holder_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"public_key" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "holder_keys_public_key_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "sealed_positions" (
	"id" text PRIMARY KEY NOT NULL,
	"ballot_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"person_id" text NOT NULL,
	"text_hash" text NOT NULL,
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
ALTER TABLE "ballots" ADD COLUMN "unsealed_at" bigint;--> statement-breakpoint
ALTER TABLE "holder_keys" ADD CONSTRAINT "holder_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_positions" ADD CONSTRAINT "sealed_positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_receipts" ADD CONSTRAINT "sealed_receipts_position_id_sealed_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."sealed_positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealings" ADD CONSTRAINT "sealings_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealings" ADD CONSTRAINT "sealings_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_results" ADD CONSTRAINT "secret_results_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_results" ADD CONSTRAINT "secret_results_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_holders" ADD CONSTRAINT "share_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_shares" ADD CONSTRAINT "submitted_shares_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submitted_shares" ADD CONSTRAINT "submitted_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealings" ADD CONSTRAINT "unsealings_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsealings" ADD CONSTRAINT "unsealings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holder_keys_by_person" ON "holder_keys" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_positions_in_order" ON "sealed_positions" USING btree ("ballot_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "one_sealed_position_per_key" ON "sealed_positions" USING btree ("ballot_id","seat_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "one_share_per_person" ON "share_holders" USING btree ("ballot_id","person_id");