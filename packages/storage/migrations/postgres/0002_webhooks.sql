CREATE TABLE "webhook" (
	"plan_id" text COLLATE "C" NOT NULL,
	"endpoint" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"held_until" timestamp (3) with time zone,
	"error" text COLLATE "C",
	CONSTRAINT "webhook_pk" PRIMARY KEY("plan_id","endpoint")
);
