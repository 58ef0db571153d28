CREATE TABLE "answer" (
	"plan_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"answer" json NOT NULL,
	CONSTRAINT "answer_pk" PRIMARY KEY("plan_id","key")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"plan_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"command" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"summary" json NOT NULL,
	"fact_count" integer NOT NULL,
	CONSTRAINT "audit_pk" PRIMARY KEY("plan_id","revision")
);
--> statement-breakpoint
CREATE TABLE "document_text" (
	"plan_id" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	CONSTRAINT "document_text_pk" PRIMARY KEY("plan_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"plan_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"revision" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text COLLATE "C" NOT NULL,
	"supersedes" text COLLATE "C",
	"subject_kind" text COLLATE "C",
	"subject_code" text COLLATE "C",
	"body" json NOT NULL,
	CONSTRAINT "fact_pk" PRIMARY KEY("plan_id","seq")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"plan_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"last_seq" bigint NOT NULL,
	"title_zh" text COLLATE "C" NOT NULL,
	"title_en" text COLLATE "C",
	"district" text COLLATE "C" NOT NULL,
	"district_zh" text COLLATE "C" NOT NULL,
	"district_en" text COLLATE "C",
	"year" integer NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"synthetic" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "segment" (
	"plan_id" text COLLATE "C" NOT NULL,
	"commitment" text COLLATE "C" NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"light" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"due_on" date NOT NULL,
	"task" text COLLATE "C",
	"plate" text COLLATE "C",
	"project" text COLLATE "C",
	"theme" text COLLATE "C",
	"rule" text COLLATE "C",
	"severity" text COLLATE "C",
	"modality" text COLLATE "C",
	"unit" text COLLATE "C",
	"responsible" json NOT NULL,
	"reasons" json NOT NULL,
	CONSTRAINT "segment_pk" PRIMARY KEY("plan_id","commitment","from_day")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "fact_id" ON "fact" USING btree ("plan_id","id");--> statement-breakpoint
CREATE INDEX "plan_by_district" ON "plan" USING btree ("district","year","plan_id");--> statement-breakpoint
CREATE INDEX "plan_by_year" ON "plan" USING btree ("year","plan_id");--> statement-breakpoint
CREATE INDEX "segment_by_unit_light" ON "segment" USING btree ("unit","light","due_on","plan_id","commitment","from_day","to_day");--> statement-breakpoint
CREATE INDEX "segment_by_light" ON "segment" USING btree ("light","due_on","plan_id","commitment","from_day","to_day");--> statement-breakpoint
CREATE INDEX "segment_by_unit" ON "segment" USING btree ("unit","due_on","plan_id","commitment","from_day","to_day");--> statement-breakpoint
CREATE INDEX "segment_by_due" ON "segment" USING btree ("due_on","plan_id","commitment","from_day","to_day");--> statement-breakpoint
CREATE INDEX "segment_by_day" ON "segment" USING btree ("to_day","from_day","light","status","unit","due_on","plan_id");