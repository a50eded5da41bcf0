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
ALTER TABLE `minutes` ADD `second_person_id` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `amendments_by_notice` ON `amendments` (`state`,`notice_at`);--> statement-breakpoint
CREATE INDEX `entries_by_review` ON `entries` (`review_by`);--> statement-breakpoint
CREATE INDEX `interests_by_expiry` ON `interests` (`person_id`,`expires_at`);