ALTER TABLE "segment" ADD COLUMN "runs_to" date;--> statement-breakpoint
UPDATE "segment" SET "runs_to" = run."runs_to" FROM (
	SELECT "plan_id", "commitment", min("from_day") AS "from_day", max("to_day") AS "runs_to" FROM (
		SELECT "plan_id", "commitment", "from_day", "to_day",
			sum("begins") OVER (PARTITION BY "plan_id", "commitment" ORDER BY "from_day") AS "place"
		FROM (
			SELECT "plan_id", "commitment", "from_day", "to_day", CASE WHEN lag("from_day") OVER timeline IS NULL
				OR "due_on" <> lag("due_on") OVER timeline
				OR "code" <> lag("code") OVER timeline
				OR "project" IS DISTINCT FROM lag("project") OVER timeline
				OR "rule" IS DISTINCT FROM lag("rule") OVER timeline
				OR "plate" IS DISTINCT FROM lag("plate") OVER timeline
				OR "task" IS DISTINCT FROM lag("task") OVER timeline
				OR "theme" IS DISTINCT FROM lag("theme") OVER timeline
				OR "severity" IS DISTINCT FROM lag("severity") OVER timeline
				OR "modality" IS DISTINCT FROM lag("modality") OVER timeline
				OR "kind" <> lag("kind") OVER timeline THEN 1 ELSE 0 END AS "begins"
			FROM "segment" WHERE "lead" = 0 WINDOW timeline AS (PARTITION BY "plan_id", "commitment" ORDER BY "from_day")
		) AS begun
	) AS placed GROUP BY "plan_id", "commitment", "place"
) AS run WHERE "segment"."plan_id" = run."plan_id" AND "segment"."commitment" = run."commitment"
	AND "segment"."from_day" = run."from_day" AND "segment"."lead" = 0;--> statement-breakpoint
CREATE INDEX "segment_by_code" ON "segment" USING btree ("code","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."code" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_project" ON "segment" USING btree ("project","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."project" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_rule" ON "segment" USING btree ("rule","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."rule" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_plate" ON "segment" USING btree ("plate","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."plate" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_task" ON "segment" USING btree ("task","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."task" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_theme" ON "segment" USING btree ("theme","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."theme" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_severity" ON "segment" USING btree ("severity","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."severity" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_modality" ON "segment" USING btree ("modality","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."modality" is not null;--> statement-breakpoint
CREATE INDEX "segment_by_kind" ON "segment" USING btree ("kind","due_on","plan_id","commitment") WHERE "segment"."runs_to" is not null and "segment"."kind" is not null;--> statement-breakpoint
ANALYZE "segment";