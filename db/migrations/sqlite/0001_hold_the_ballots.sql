CREATE TABLE `ballot_outages` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`outage_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outage_id`) REFERENCES `outages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `flag_decisions` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`word` text NOT NULL,
	`up_to` integer NOT NULL,
	`person_id` text,
	`reason` text NOT NULL,
	`new_ballot_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`new_ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "flag_word" CHECK("flag_decisions"."word" in ('confirm-asked', 'confirmed', 're-balloted'))
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`giver_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`leaders` text NOT NULL,
	`keywords` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`giver_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grants_once` ON `grants` (`giver_id`,`number`);--> statement-breakpoint
CREATE INDEX `grants_by_receiver` ON `grants` (`receiver_id`);--> statement-breakpoint
CREATE TABLE `holder_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `holder_keys_public_key_unique` ON `holder_keys` (`public_key`);--> statement-breakpoint
CREATE INDEX `holder_keys_by_person` ON `holder_keys` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `interest_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text,
	`declared_class` text NOT NULL,
	`raised_by` text NOT NULL,
	`reason` text NOT NULL,
	`raised_at` integer NOT NULL,
	`state` text NOT NULL,
	`chair_says` text,
	`vice_chair_says` text,
	`decided_class` text,
	`decided_at` integer,
	`ballot_id` text,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dispute_state" CHECK("interest_disputes"."state" in ('open', 'procedure', 'decided'))
);
--> statement-breakpoint
CREATE INDEX `disputes_by_candidate` ON `interest_disputes` (`candidate_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `interest_parts` (
	`interest_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`class` text NOT NULL,
	`organisation_id` text,
	`share_hundredths` integer,
	`amount_eur` integer,
	`reference` text,
	`issuer` text,
	`statement` text NOT NULL,
	`since` integer,
	`until` integer,
	`found_by` text,
	PRIMARY KEY(`interest_id`, `number`),
	FOREIGN KEY (`interest_id`) REFERENCES `interests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "interest_part_kind" CHECK("interest_parts"."kind" in ('none', 'employment', 'ownership', 'patent', 'customer-or-supplier', 'grant', 'advice-to-a-party', 'family')),
	CONSTRAINT "interest_part_class" CHECK("interest_parts"."class" in ('none', 'sectoral', 'direct'))
);
--> statement-breakpoint
CREATE TABLE `organisation_ties` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`kind` text NOT NULL,
	`to_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tie_kind" CHECK("organisation_ties"."kind" in ('part-of', 'supplies'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ties_once` ON `organisation_ties` (`from_id`,`kind`,`to_id`);--> statement-breakpoint
CREATE TABLE `outage_ends` (
	`outage_id` text PRIMARY KEY NOT NULL,
	`to_at` integer NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`outage_id`) REFERENCES `outages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outages` (
	`id` text PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `patents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`office` text NOT NULL,
	`title` text NOT NULL,
	`holder_id` text NOT NULL,
	`inventors` text NOT NULL,
	`keywords` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`holder_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patents_once` ON `patents` (`office`,`number`);--> statement-breakpoint
CREATE INDEX `patents_by_holder` ON `patents` (`holder_id`);--> statement-breakpoint
CREATE TABLE `person_looks` (
	`person_id` text NOT NULL,
	`definition_id` text NOT NULL,
	`version_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `version_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `looks_by_definition` ON `person_looks` (`person_id`,`definition_id`);--> statement-breakpoint
CREATE TABLE `position_disputes` (
	`position_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `position_evidence` (
	`position_id` text PRIMARY KEY NOT NULL,
	`evidence` text NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `replaced_accounts` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`account` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sealed_positions` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`person_id` text NOT NULL,
	`text_hash` text,
	`sealed` text NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sealed_positions_in_order` ON `sealed_positions` (`ballot_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_sealed_position_per_key` ON `sealed_positions` (`ballot_id`,`seat_id`,`key`);--> statement-breakpoint
CREATE TABLE `sealed_receipts` (
	`position_id` text PRIMARY KEY NOT NULL,
	`receipt` text NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `sealed_positions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sealings` (
	`ballot_id` text PRIMARY KEY NOT NULL,
	`needed` integer NOT NULL,
	`public_key` text,
	`given_by` text,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seat_reminders` (
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`number` integer NOT NULL,
	`about` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `seat_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_about" CHECK("seat_reminders"."about" in ('interests', 'position'))
);
--> statement-breakpoint
CREATE INDEX `reminders_by_seat` ON `seat_reminders` (`seat_id`,`at`);--> statement-breakpoint
CREATE TABLE `second_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`committee_id` text NOT NULL,
	`candidate_id` text,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`fields` text NOT NULL,
	`asked_values` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_as` text NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`reason` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_request_state" CHECK("second_requests"."state" in ('pending', 'consented', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `second_requests_by_object` ON `second_requests` (`object_kind`,`object_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `second_requests_by_committee` ON `second_requests` (`committee_id`,`state`,`expires_at`);--> statement-breakpoint
CREATE TABLE `secret_results` (
	`ballot_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`url` text NOT NULL,
	`fingerprint` text NOT NULL,
	`ballots` integer NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `share_holders` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`seat_id` text NOT NULL,
	`person_id` text NOT NULL,
	`holder_key` text,
	`sealed_share` text,
	`commitment` text,
	`confirmed_at` integer,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_share_per_person` ON `share_holders` (`ballot_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `submitted_shares` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`person_id` text NOT NULL,
	`share` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unsealings` (
	`ballot_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`private_key` text NOT NULL,
	`opened_hash` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`committee_id` text NOT NULL,
	`subject` text DEFAULT 'text' NOT NULL,
	`candidate_id` text,
	`version_id` text,
	`previous_ballot_id` text,
	`type` text NOT NULL,
	`mode` text NOT NULL,
	`question` text NOT NULL,
	`state` text NOT NULL,
	`record` text,
	`record_hash` text,
	`length_ms` integer NOT NULL,
	`options` text,
	`tie_order` text,
	`at_most` integer,
	`roll_marks` text,
	`chosen_type` text,
	`drafted_at` integer NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`closed_at` integer,
	`unsealed_at` integer,
	`certified_at` integer,
	`due_at` integer,
	`outcome` text,
	`account` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ballot_state" CHECK("__new_ballots"."state" in ('drafted', 'discarded', 'open', 'sealed', 'closed', 'challenged', 'certified', 'void')),
	CONSTRAINT "ballot_subject" CHECK("__new_ballots"."subject" in ('text', 'procedure', 'office'))
);
--> statement-breakpoint
INSERT INTO `__new_ballots`("id", "reference", "committee_id", "candidate_id", "version_id", "previous_ballot_id", "type", "mode", "question", "state", "record", "record_hash", "length_ms", "drafted_at", "opens_at", "closes_at", "closed_at", "certified_at", "due_at", "outcome", "account") SELECT "id", "reference", "committee_id", "candidate_id", "version_id", "previous_ballot_id", "type", "mode", "question", "state", "record", "record_hash", "length_ms", "drafted_at", "opens_at", "closes_at", "closed_at", "certified_at", "due_at", "outcome", "account" FROM `ballots`;--> statement-breakpoint
DROP TABLE `ballots`;--> statement-breakpoint
ALTER TABLE `__new_ballots` RENAME TO `ballots`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_reference_unique` ON `ballots` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_record_hash_unique` ON `ballots` (`record_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_ballot_per_candidate` ON `ballots` (`candidate_id`) WHERE "ballots"."subject" = 'text' and "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');--> statement-breakpoint
CREATE INDEX `ballots_by_committee` ON `ballots` (`committee_id`,`drafted_at`,`id`);--> statement-breakpoint
CREATE INDEX `ballots_by_candidate` ON `ballots` (`candidate_id`,`drafted_at`);--> statement-breakpoint
CREATE INDEX `ballots_by_draft` ON `ballots` (`drafted_at`,`id`);--> statement-breakpoint
CREATE INDEX `ballots_due` ON `ballots` (`due_at`);--> statement-breakpoint
CREATE TABLE `__new_positions` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`person_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`version_id` text,
	`text_hash` text,
	`word` text NOT NULL,
	`choice` text,
	`reason` text NOT NULL,
	`nid` text,
	`change` text,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_positions`("id", "ballot_id", "seat_id", "sequence", "person_id", "recorded_by", "version_id", "text_hash", "word", "reason", "nid", "change", "key", "at") SELECT "id", "ballot_id", "seat_id", "sequence", "person_id", "recorded_by", "version_id", "text_hash", "word", "reason", "nid", "change", "key", "at" FROM `positions`;--> statement-breakpoint
DROP TABLE `positions`;--> statement-breakpoint
ALTER TABLE `__new_positions` RENAME TO `positions`;--> statement-breakpoint
CREATE UNIQUE INDEX `positions_in_order` ON `positions` (`ballot_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_position_per_key` ON `positions` (`ballot_id`,`seat_id`,`key`);--> statement-breakpoint
ALTER TABLE `minutes` ADD `second_person_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `roll_seats` ADD `class` text;--> statement-breakpoint
ALTER TABLE `roll_seats` ADD `weight` integer;--> statement-breakpoint
CREATE INDEX `amendments_by_notice` ON `amendments` (`state`,`notice_at`);--> statement-breakpoint
CREATE INDEX `entries_by_review` ON `entries` (`review_by`);--> statement-breakpoint
CREATE INDEX `interests_by_expiry` ON `interests` (`person_id`,`expires_at`);