CREATE TABLE `answer` (
	`plan_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`revision` integer NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`plan_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`plan_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`command` text NOT NULL,
	`reason` text,
	`summary` text NOT NULL,
	`fact_count` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `document_text` (
	`plan_id` text NOT NULL,
	`sha256` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`plan_id`, `sha256`)
);
--> statement-breakpoint
CREATE TABLE `fact` (
	`plan_id` text NOT NULL,
	`seq` integer NOT NULL,
	`revision` integer NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`effective_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`supersedes` text,
	`subject_kind` text,
	`subject_code` text,
	`body` text NOT NULL,
	PRIMARY KEY(`plan_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fact_id` ON `fact` (`plan_id`,`id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`plan_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text,
	`district` text NOT NULL,
	`district_zh` text NOT NULL,
	`district_en` text,
	`year` integer NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`time_zone` text NOT NULL,
	`synthetic` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `plan_by_district` ON `plan` (`district`,`year`,`plan_id`);--> statement-breakpoint
CREATE INDEX `plan_by_year` ON `plan` (`year`,`plan_id`);--> statement-breakpoint
CREATE TABLE `segment` (
	`plan_id` text NOT NULL,
	`commitment` text NOT NULL,
	`from_day` text NOT NULL,
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
	PRIMARY KEY(`plan_id`, `commitment`, `from_day`)
);
--> statement-breakpoint
CREATE INDEX `segment_by_unit_light` ON `segment` (`unit`,`light`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_light` ON `segment` (`light`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_unit` ON `segment` (`unit`,`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_due` ON `segment` (`due_on`,`plan_id`,`commitment`,`from_day`,`to_day`);--> statement-breakpoint
CREATE INDEX `segment_by_day` ON `segment` (`to_day`,`from_day`,`light`,`status`,`unit`,`due_on`,`plan_id`);