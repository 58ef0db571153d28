DROP INDEX `segment_by_due`;--> statement-breakpoint
CREATE INDEX `segment_by_due` ON `segment` (`due_on`,`plan_id`,`commitment`,`from_day`,`runs_to`) WHERE "segment"."runs_to" is not null;