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
CREATE TABLE `sealed_positions` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`person_id` text NOT NULL,
	`text_hash` text NOT NULL,
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
ALTER TABLE `ballots` ADD `unsealed_at` integer;