DROP INDEX "one_open_ballot_per_candidate";--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "subject" text DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "tie_order" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "at_most" bigint;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "roll_marks" jsonb;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "chosen_type" text;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "choice" jsonb;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD COLUMN "class" text;--> statement-breakpoint
ALTER TABLE "roll_seats" ADD COLUMN "weight" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_ballot_per_candidate" ON "ballots" USING btree ("candidate_id") WHERE "ballots"."subject" = 'text' and "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');