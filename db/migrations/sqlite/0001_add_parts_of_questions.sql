DROP INDEX `one_open_ballot_per_candidate`;--> statement-breakpoint
ALTER TABLE `ballots` ADD `subject` text DEFAULT 'text' NOT NULL;--> statement-breakpoint
ALTER TABLE `ballots` ADD `options` text;--> statement-breakpoint
ALTER TABLE `ballots` ADD `tie_order` text;--> statement-breakpoint
ALTER TABLE `ballots` ADD `at_most` integer;--> statement-breakpoint
ALTER TABLE `ballots` ADD `roll_marks` text;--> statement-breakpoint
ALTER TABLE `ballots` ADD `chosen_type` text;--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_ballot_per_candidate` ON `ballots` (`candidate_id`) WHERE "ballots"."subject" = 'text' and "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');--> statement-breakpoint
ALTER TABLE `positions` ADD `choice` text;--> statement-breakpoint
ALTER TABLE `roll_seats` ADD `class` text;--> statement-breakpoint
ALTER TABLE `roll_seats` ADD `weight` integer;