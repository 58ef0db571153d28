CREATE TABLE `measured` (
	`plan_id` text NOT NULL,
	`commitment` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`unit` text,
	`dimension` text,
	`factor` text,
	`target` text,
	`actual` text,
	`achieved` text,
	`weight` text,
	`days_late` integer,
	`points` text,
	PRIMARY KEY(`plan_id`, `commitment`, `from_day`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `project_step` (
	`plan_id` text NOT NULL,
	`project` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`kind` text,
	`stage` text,
	`unit` text,
	`dimension` text,
	`factor` text,
	`total` text,
	`this_year` text,
	`done` text,
	PRIMARY KEY(`plan_id`, `project`, `from_day`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `plan` ADD `derivation` integer DEFAULT 0 NOT NULL;