CREATE TABLE `accounts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text,
	`link_hash` text,
	`link_ends_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_link_hash_unique` ON `accounts` (`link_hash`);--> statement-breakpoint
CREATE TABLE `amendment_changes` (
	`amendment_id` text NOT NULL,
	`wording` integer NOT NULL,
	`place` integer NOT NULL,
	`nid` text NOT NULL,
	`before_clause` text,
	`after_clause` text,
	`behind` text,
	`base_hash` text NOT NULL,
	PRIMARY KEY(`amendment_id`, `wording`, `place`),
	FOREIGN KEY (`amendment_id`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `amendment_changes_by_clause` ON `amendment_changes` (`nid`,`amendment_id`);--> statement-breakpoint
CREATE TABLE `amendment_entries` (
	`amendment_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`member_id` text,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`amendment_id`, `number`),
	FOREIGN KEY (`amendment_id`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "amendment_entry_kind" CHECK("amendment_entries"."kind" in ('answer', 'objection', 'acceptance', 'rejection', 'bracketing', 'stale', 'rebase', 'fall', 'withdrawal'))
);
--> statement-breakpoint
CREATE TABLE `amendment_supports` (
	`amendment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`member_id` text,
	`wording` integer NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`amendment_id`, `person_id`),
	FOREIGN KEY (`amendment_id`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `amendments` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`member_id` text,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`wording` integer NOT NULL,
	`base_version_id` text,
	`base_sequence` integer NOT NULL,
	`names` text NOT NULL,
	`restores` integer,
	`proposed_at` integer NOT NULL,
	`notice_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`accepted_nids` text,
	`text_sequence` integer,
	`text_client_id` integer,
	`due_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`base_version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "amendment_state" CHECK("amendments"."state" in ('proposed', 'contested', 'stale', 'accepted', 'bracketed', 'rejected', 'fallen', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_reference_unique` ON `amendments` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_in_order` ON `amendments` (`candidate_id`,`number`);--> statement-breakpoint
CREATE INDEX `amendments_by_state` ON `amendments` (`candidate_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `amendments_open` ON `amendments` (`state`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `amendments_due` ON `amendments` (`due_at`);--> statement-breakpoint
CREATE INDEX `amendments_by_person` ON `amendments` (`person_id`,`state`);--> statement-breakpoint
CREATE TABLE `ballot_events` (
	`ballot_id` text NOT NULL,
	`number` integer NOT NULL,
	`type` text NOT NULL,
	`seat_id` text,
	`person_id` text,
	`event_values` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `number`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`committee_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`version_id` text NOT NULL,
	`previous_ballot_id` text,
	`type` text NOT NULL,
	`mode` text NOT NULL,
	`question` text NOT NULL,
	`state` text NOT NULL,
	`record` text,
	`record_hash` text,
	`length_ms` integer NOT NULL,
	`drafted_at` integer NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`closed_at` integer,
	`certified_at` integer,
	`due_at` integer,
	`outcome` text,
	`account` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ballot_state" CHECK("ballots"."state" in ('drafted', 'discarded', 'open', 'sealed', 'closed', 'challenged', 'certified', 'void'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_reference_unique` ON `ballots` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_record_hash_unique` ON `ballots` (`record_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_ballot_per_candidate` ON `ballots` (`candidate_id`) WHERE "ballots"."state" in ('drafted', 'open', 'sealed', 'closed', 'challenged');--> statement-breakpoint
CREATE INDEX `ballots_by_committee` ON `ballots` (`committee_id`,`drafted_at`,`id`);--> statement-breakpoint
CREATE INDEX `ballots_by_candidate` ON `ballots` (`candidate_id`,`drafted_at`);--> statement-breakpoint
CREATE INDEX `ballots_by_draft` ON `ballots` (`drafted_at`,`id`);--> statement-breakpoint
CREATE INDEX `ballots_due` ON `ballots` (`due_at`);--> statement-breakpoint
CREATE TABLE `candidate_moves` (
	`candidate_id` text NOT NULL,
	`number` integer NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`act` text NOT NULL,
	`person_id` text,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`candidate_id`, `number`),
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`committee_id` text NOT NULL,
	`title` text NOT NULL,
	`class` text NOT NULL,
	`state` text NOT NULL,
	`sponsor_seat_id` text,
	`sponsor_member_id` text,
	`proposed_by` text NOT NULL,
	`rationale` text NOT NULL,
	`producers` text NOT NULL,
	`foreign_availability` text NOT NULL,
	`evidence` text NOT NULL,
	`harms` text NOT NULL,
	`harms_of_control` text NOT NULL,
	`touches` text NOT NULL,
	`scope` text,
	`marking` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`due_at` integer,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsor_seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsor_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "candidate_state" CHECK("candidates"."state" in ('proposed', 'drafting', 'commenting', 'resolving', 'ready', 'balloting', 'recommended', 'reviewing', 'listed', 'listed-in-part', 'returned', 'parked', 'declined', 'withdrawn', 'lapsed', 'merged', 'delisted')),
	CONSTRAINT "candidate_class" CHECK("candidates"."class" in ('emerging', 'foundational'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidates_reference_unique` ON `candidates` (`reference`);--> statement-breakpoint
CREATE INDEX `candidates_by_committee` ON `candidates` (`committee_id`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `candidates_in_state` ON `candidates` (`committee_id`,`state`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `candidates_by_change` ON `candidates` (`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `candidates_due` ON `candidates` (`due_at`);--> statement-breakpoint
CREATE INDEX `candidates_by_sponsor` ON `candidates` (`sponsor_seat_id`);--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	`verifier_key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`number` integer NOT NULL,
	`version_id` text,
	`nid` text NOT NULL,
	`quote` text NOT NULL,
	`anchor` text,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`proposed_change` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`member_id` text,
	`made_at` integer NOT NULL,
	`late` integer NOT NULL,
	`state` text NOT NULL,
	`disposition` text,
	`disposition_reason` text,
	`disposed_by` text,
	`carried_by` text,
	`disposed_at` integer,
	`reopened_at` integer,
	`admitted_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_type" CHECK("comments"."type" in ('general', 'technical', 'editorial')),
	CONSTRAINT "comment_state" CHECK("comments"."state" in ('open', 'disposed', 'reopened', 'final', 'sustained', 'withdrawn')),
	CONSTRAINT "comment_disposition" CHECK("comments"."disposition" in ('accepted', 'partially-accepted', 'noted', 'rejected')),
	CONSTRAINT "disposition_has_reason" CHECK("comments"."disposition" is null or "comments"."disposition" = 'accepted' or length("comments"."disposition_reason") > 0),
	CONSTRAINT "accepted_names_carrier" CHECK("comments"."disposition" is null or "comments"."disposition" <> 'accepted' or "comments"."carried_by" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_in_order` ON `comments` (`candidate_id`,`number`);--> statement-breakpoint
CREATE INDEX `comments_by_state` ON `comments` (`candidate_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `comments_by_person` ON `comments` (`person_id`,`state`);--> statement-breakpoint
CREATE TABLE `committees` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`field` text NOT NULL,
	`list_code` text NOT NULL,
	`zone` text NOT NULL,
	`city` text NOT NULL,
	`founded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `committees_code_unique` ON `committees` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `committees_name_unique` ON `committees` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `committees_list_code_unique` ON `committees` (`list_code`);--> statement-breakpoint
CREATE TABLE `current_positions` (
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`position_id` text NOT NULL,
	PRIMARY KEY(`ballot_id`, `seat_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `definitions` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`head_sequence` integer NOT NULL,
	`head_hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `definitions_candidate_id_unique` ON `definitions` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `editions` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`committee_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`version_id` text NOT NULL,
	`recommendation_id` text NOT NULL,
	`round_id` text NOT NULL,
	`adopted_at` integer NOT NULL,
	`review_by` integer NOT NULL,
	`absent` text NOT NULL,
	`delisted_at` integer,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_code_unique` ON `entries` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_candidate_id_unique` ON `entries` (`candidate_id`);--> statement-breakpoint
CREATE INDEX `entries_by_committee` ON `entries` (`committee_id`,`code`);--> statement-breakpoint
CREATE INDEX `entries_by_recommendation` ON `entries` (`recommendation_id`);--> statement-breakpoint
CREATE TABLE `figures` (
	`system_id` text NOT NULL,
	`quantity_key` text NOT NULL,
	`number` integer NOT NULL,
	`quantity` text NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`address` text NOT NULL,
	`source_date` text NOT NULL,
	`note` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`system_id`, `quantity_key`, `number`),
	FOREIGN KEY (`system_id`) REFERENCES `systems`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `figures_by_quantity` ON `figures` (`quantity_key`,`system_id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`comment_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`word` text,
	`carried_by` text,
	`person_id` text,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `number`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "thread_entry_kind" CHECK("follow_ups"."kind" in ('answer', 'disposition', 'argument')),
	CONSTRAINT "disposition_has_word" CHECK(("follow_ups"."kind" = 'disposition') = ("follow_ups"."word" is not null))
);
--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`person_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`class` text NOT NULL,
	`organisation_id` text,
	`statement` text NOT NULL,
	`declared_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "interest_kind" CHECK("interests"."kind" in ('none', 'employment', 'ownership', 'patent', 'customer-or-supplier', 'grant', 'advice-to-a-party', 'family')),
	CONSTRAINT "interest_class" CHECK("interests"."class" in ('none', 'sectoral', 'direct'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_in_order` ON `interests` (`candidate_id`,`person_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `leaves` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`salt` blob NOT NULL,
	`commitment` blob NOT NULL,
	`hash` blob NOT NULL,
	`finished` blob NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `minutes`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`city` text NOT NULL,
	`weekend` text NOT NULL,
	`holidays` text NOT NULL,
	`extra_working_days` text NOT NULL,
	`contact` text NOT NULL,
	`joined_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_code_unique` ON `members` (`code`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`comment_id` text NOT NULL,
	`entry` integer NOT NULL,
	`person_id` text NOT NULL,
	`by_person_id` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`comment_id`, `entry`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentions_unseen` ON `mentions` (`person_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`person_id` text,
	`role` text,
	`committee_id` text,
	`candidate_id` text,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`minute_values` text NOT NULL,
	`rules` text NOT NULL,
	`marking` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_id_unique` ON `minutes` (`id`);--> statement-breakpoint
CREATE INDEX `minutes_by_candidate` ON `minutes` (`candidate_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `minutes_by_committee` ON `minutes` (`committee_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `minutes_by_object` ON `minutes` (`object_kind`,`object_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `number_series` (
	`series` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`member_id` text,
	`kind` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name_unique` ON `organisations` (`name`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`title` text NOT NULL,
	`member_id` text,
	`organisation_id` text,
	`zone` text NOT NULL,
	`city` text NOT NULL,
	`colour` integer NOT NULL,
	`registered_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_by_member` ON `people` (`member_id`);--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`name`,`id`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`person_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`version_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`word` text NOT NULL,
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
CREATE UNIQUE INDEX `positions_in_order` ON `positions` (`ballot_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_position_per_key` ON `positions` (`ballot_id`,`seat_id`,`key`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`position_id` text PRIMARY KEY NOT NULL,
	`receipt` text NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`committee_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`ballot_id` text NOT NULL,
	`version_id` text NOT NULL,
	`state` text NOT NULL,
	`scope` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`transmitted_at` integer,
	`decided_at` integer,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendation_state" CHECK("recommendations"."state" in ('drafted', 'transmitted', 'recalled', 'adopted', 'adopted-in-part', 'returned', 'superseded', 'expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recommendations_reference_unique` ON `recommendations` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `recommendations_ballot_id_unique` ON `recommendations` (`ballot_id`);--> statement-breakpoint
CREATE INDEX `recommendations_by_draft` ON `recommendations` (`drafted_at`,`id`);--> statement-breakpoint
CREATE INDEX `recommendations_in_state` ON `recommendations` (`state`,`drafted_at`);--> statement-breakpoint
CREATE INDEX `recommendations_by_candidate` ON `recommendations` (`candidate_id`,`drafted_at`);--> statement-breakpoint
CREATE TABLE `replies` (
	`round_id` text NOT NULL,
	`number` integer NOT NULL,
	`member_id` text NOT NULL,
	`person_id` text NOT NULL,
	`word` text NOT NULL,
	`reason` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `number`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reply_word" CHECK("replies"."word" in ('agree', 'object', 'amend', 'cannot-join', 'ask-time'))
);
--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`recommendation_id` text NOT NULL,
	`member_id` text NOT NULL,
	`scope_rows` text,
	`reason` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text,
	`sunset_at` integer NOT NULL,
	`state` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reservation_state" CHECK("reservations"."state" in ('active', 'withdrawn', 'expired'))
);
--> statement-breakpoint
CREATE INDEX `reservations_by_recommendation` ON `reservations` (`recommendation_id`,`entered_at`);--> statement-breakpoint
CREATE INDEX `reservations_by_sunset` ON `reservations` (`state`,`sunset_at`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`committee_id` text,
	`seat_id` text,
	`member_id` text,
	`from_at` integer NOT NULL,
	`to_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_name" CHECK("roles"."role" in ('holder', 'alternate', 'chair', 'vice-chair', 'secretariat', 'observer', 'government-reviewer'))
);
--> statement-breakpoint
CREATE INDEX `roles_by_person` ON `roles` (`person_id`);--> statement-breakpoint
CREATE INDEX `roles_by_committee` ON `roles` (`committee_id`,`role`);--> statement-breakpoint
CREATE INDEX `roles_by_seat` ON `roles` (`seat_id`,`role`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_holder_of_a_seat` ON `roles` (`seat_id`) WHERE "roles"."role" = 'holder' and "roles"."to_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `one_person_in_an_office` ON `roles` (`committee_id`,`role`) WHERE "roles"."role" in ('chair', 'vice-chair') and "roles"."to_at" is null;--> statement-breakpoint
CREATE TABLE `roll_seats` (
	`ballot_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`ballot_id`, `seat_id`),
	FOREIGN KEY (`ballot_id`) REFERENCES `ballots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roll_by_seat` ON `roll_seats` (`seat_id`);--> statement-breakpoint
CREATE TABLE `round_members` (
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`city` text NOT NULL,
	`weekend` text NOT NULL,
	`holidays` text NOT NULL,
	`extra_working_days` text NOT NULL,
	`delivered_at` integer,
	`delivered_to` text,
	PRIMARY KEY(`round_id`, `member_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivered_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_by_member` ON `round_members` (`member_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`recommendation_id` text NOT NULL,
	`kind` text NOT NULL,
	`entry_code` text,
	`state` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`dispatched_at` integer,
	`started_at` integer,
	`lengthened_at` integer,
	`ends_at` integer,
	`ended_at` integer,
	`due_at` integer,
	`account` text,
	FOREIGN KEY (`recommendation_id`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "round_state" CHECK("rounds"."state" in ('prepared', 'dispatched', 'running', 'broken', 'adopted', 'adopted-in-part', 'cancelled', 'opt-in', 'failed')),
	CONSTRAINT "round_kind" CHECK("rounds"."kind" in ('correction', 'amendment', 'new-entry'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_reference_unique` ON `rounds` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_live_round_per_recommendation` ON `rounds` (`recommendation_id`) WHERE "rounds"."state" in ('prepared', 'dispatched', 'running');--> statement-breakpoint
CREATE INDEX `rounds_by_preparation` ON `rounds` (`prepared_at`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_by_recommendation` ON `rounds` (`recommendation_id`,`prepared_at`);--> statement-breakpoint
CREATE INDEX `rounds_in_state` ON `rounds` (`state`,`prepared_at`);--> statement-breakpoint
CREATE INDEX `rounds_due` ON `rounds` (`due_at`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seat_kind" CHECK("seats"."kind" in ('delegation', 'industry')),
	CONSTRAINT "seat_count" CHECK("seats"."number" between 1 and 2)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_seat_of_a_number` ON `seats` (`committee_id`,`member_id`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `systems` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`area` text NOT NULL,
	`name` text NOT NULL,
	`maker` text NOT NULL,
	`key` text NOT NULL,
	`country` text,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawn_has_reason" CHECK(("systems"."withdrawn_at" is null) = ("systems"."withdrawn_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `systems_once` ON `systems` (`committee_id`,`key`);--> statement-breakpoint
CREATE INDEX `systems_by_area` ON `systems` (`committee_id`,`area`,`key`);--> statement-breakpoint
CREATE TABLE `term_definitions` (
	`term_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`term_id`, `number`),
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`candidate_id` text,
	`scope_id` text NOT NULL,
	`term` text NOT NULL,
	`key` text NOT NULL,
	`defined_at` integer NOT NULL,
	FOREIGN KEY (`committee_id`) REFERENCES `committees`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_once` ON `terms` (`scope_id`,`key`);--> statement-breakpoint
CREATE INDEX `terms_by_committee` ON `terms` (`committee_id`,`key`,`id`);--> statement-breakpoint
CREATE TABLE `text_clients` (
	`definition_id` text NOT NULL,
	`client_id` integer NOT NULL,
	`person_id` text,
	`session_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`definition_id`, `client_id`),
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `text_clients_by_session` ON `text_clients` (`definition_id`,`session_id`);--> statement-breakpoint
CREATE TABLE `text_snapshots` (
	`definition_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`sequence_hash` text NOT NULL,
	`state` blob NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`definition_id`, `sequence`),
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `text_updates` (
	`definition_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`bytes` blob NOT NULL,
	`person_id` text,
	`session_id` text,
	`at` integer NOT NULL,
	`hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	PRIMARY KEY(`definition_id`, `sequence`),
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`definition_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`text_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`plain_text` text NOT NULL,
	`state` blob NOT NULL,
	`head_sequence` integer NOT NULL,
	`reason` text NOT NULL,
	`frozen_by` text,
	`frozen_at` integer NOT NULL,
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`frozen_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_in_order` ON `versions` (`definition_id`,`number`);--> statement-breakpoint
CREATE TABLE `waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`definition_id` text NOT NULL,
	`code` text NOT NULL,
	`nid` text NOT NULL,
	`detail` text NOT NULL,
	`clause_hash` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`definition_id`) REFERENCES `definitions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waivers_by_definition` ON `waivers` (`definition_id`);