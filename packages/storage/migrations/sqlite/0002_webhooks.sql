CREATE TABLE `webhook` (
	`plan_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`revision` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` text NOT NULL,
	`held_until` text,
	`error` text,
	PRIMARY KEY(`plan_id`, `endpoint`)
);
