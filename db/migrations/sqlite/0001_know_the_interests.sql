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
CREATE INDEX `patents_by_holder` ON `patents` (`holder_id`);