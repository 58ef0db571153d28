CREATE TABLE `__new_segment` (
	`plan_id` text NOT NULL,
	`commitment` text NOT NULL,
	`from_day` text NOT NULL,
	`lead` integer DEFAULT 0 NOT NULL,
	`to_day` text NOT NULL,
	`status` text NOT NULL,
	`light` text NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`task` text,
	`plate` text,
	`project` text,
	`theme` text,
	`rule` text,
	`severity` text,
	`modality` text,
	`unit` text,
	`responsible` text NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`plan_id`, `commitment`, `from_day`, `lead`)
);
--> statement-breakpoint
INSERT INTO `__new_segment`("plan_id", "commitment", "from_day", "lead", "to_day", "status", "light", "kind", "code", "title", "due_on", "task", "plate", "project", "theme", "rule", "severity", "modality", "unit", "responsible", "reasons") SELECT "plan_id", "commitment", "from_day", 0, "to_day", "status", "light", "kind", "code", "title", "due_on", "task", "plate", "project", "theme", "rule", "severity", "modality", "unit", "responsible", "reasons" FROM `segment`;--> statement-breakpoint
DROP TABLE `segment`;--> statement-breakpoint
ALTER TABLE `__new_segment` RENAME TO `segment`;--> statement-breakpoint
INSERT INTO `segment` ("plan_id", "commitment", "from_day", "lead", "to_day", "status", "light", "kind", "code", "title", "due_on", "task", "plate", "project", "theme", "rule", "severity", "modality", "unit", "responsible", "reasons")
SELECT s."plan_id", s."commitment", s."from_day", l.lead, s."to_day", s."status", s."light", s."kind", s."code", s."title", s."due_on", s."task", s."plate", s."project", s."theme", s."rule", s."severity", s."modality", l.unit, s."responsible", s."reasons" FROM `segment` s JOIN (
	SELECT o.rowid AS id, part.value ->> 'unit' AS unit, row_number() OVER (PARTITION BY o.rowid ORDER BY min(part.key)) - 1 AS lead
	FROM `segment` o, json_each(o.responsible) part WHERE part.value ->> 'role' = 'LEAD' GROUP BY o.rowid, part.value ->> 'unit'
) l ON l.id = s.rowid WHERE l.lead > 0;--> statement-breakpoint
CREATE INDEX `segment_by_unit_light` ON `segment` (`unit`,`light`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_light` ON `segment` (`light`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_status` ON `segment` (`status`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_unit` ON `segment` (`unit`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_due` ON `segment` (`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_day` ON `segment` (`to_day`,`from_day`,`lead`,`light`,`status`,`unit`,`due_on`,`plan_id`);