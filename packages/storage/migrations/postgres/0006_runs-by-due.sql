DROP INDEX "segment_by_due";--> statement-breakpoint
CREATE INDEX "segment_by_due" ON "segment" USING btree ("due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null;