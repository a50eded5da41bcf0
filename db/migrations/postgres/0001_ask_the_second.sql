CREATE TABLE "second_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"committee_id" text NOT NULL,
	"candidate_id" text,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"asked_values" jsonb NOT NULL,
	"asked_by" text NOT NULL,
	"asked_as" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"state" text NOT NULL,
	"answered_by" text,
	"answered_at" bigint,
	"reason" text,
	CONSTRAINT "second_request_state" CHECK ("second_requests"."state" in ('pending', 'consented', 'declined', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "minutes" ADD COLUMN "second_person_id" text;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_committee_id_committees_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."committees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_requests_by_object" ON "second_requests" USING btree ("object_kind","object_id","asked_at");--> statement-breakpoint
CREATE INDEX "second_requests_by_committee" ON "second_requests" USING btree ("committee_id","state","expires_at");--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_second_person_id_people_id_fk" FOREIGN KEY ("second_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;