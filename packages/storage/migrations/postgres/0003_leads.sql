DROP INDEX "segment_by_day";--> statement-breakpoint
ALTER TABLE "segment" ADD COLUMN "lead" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "segment_by_day" ON "segment" USING btree ("to_day","from_day","lead","light","status","unit","due_on","plan_id");--> statement-breakpoint
ALTER TABLE "segment" DROP CONSTRAINT "segment_pk";
--> statement-breakpoint
ALTER TABLE "segment" ADD CONSTRAINT "segment_pk" PRIMARY KEY("plan_id","commitment","from_day","lead");--> statement-breakpoint
INSERT INTO "segment" ("plan_id", "commitment", "from_day", "lead", "to_day", "status", "light", "kind", "code", "title", "due_on", "task", "plate", "project", "theme", "rule", "severity", "modality", "unit", "responsible", "reasons")
SELECT s."plan_id", s."commitment", s."from_day", l.lead, s."to_day", s."status", s."light", s."kind", s."code", s."title", s."due_on", s."task", s."plate", s."project", s."theme", s."rule", s."severity", s."modality", l.unit, s."responsible", s."reasons" FROM "segment" s JOIN (
	SELECT o.plan_id, o.commitment, o.from_day, part.value ->> 'unit' AS unit,
		(row_number() OVER (PARTITION BY o.plan_id, o.commitment, o.from_day ORDER BY min(part.place)) - 1)::integer AS lead
	FROM "segment" o, json_array_elements(o.responsible) WITH ORDINALITY AS part(value, place)
	WHERE part.value ->> 'role' = 'LEAD' GROUP BY o.plan_id, o.commitment, o.from_day, part.value ->> 'unit'
) l ON l.plan_id = s.plan_id AND l.commitment = s.commitment AND l.from_day = s.from_day WHERE l.lead > 0;
