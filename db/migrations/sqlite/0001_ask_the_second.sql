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
ALTER TABLE `minutes` ADD `second_person_id` text REFERENCES people(id);