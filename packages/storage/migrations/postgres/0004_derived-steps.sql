CREATE TABLE "measured" (
	"plan_id" text COLLATE "C" NOT NULL,
	"commitment" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"unit" text COLLATE "C",
	"dimension" text COLLATE "C",
	"factor" numeric,
	"target" numeric,
	"actual" numeric,
	"achieved" numeric,
	"weight" numeric,
	"days_late" integer,
	"points" numeric,
	CONSTRAINT "measured_pk" PRIMARY KEY("plan_id","commitment","from_day")
);
--> statement-breakpoint
CREATE TABLE "project_step" (
	"plan_id" text COLLATE "C" NOT NULL,
	"project" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"kind" text COLLATE "C",
	"stage" text COLLATE "C",
	"unit" text COLLATE "C",
	"dimension" text COLLATE "C",
	"factor" numeric,
	"total" numeric,
	"this_year" numeric,
	"done" numeric,
	CONSTRAINT "project_step_pk" PRIMARY KEY("plan_id","project","from_day")
);
--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "derivation" integer DEFAULT 0 NOT NULL;