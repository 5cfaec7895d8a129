CREATE TABLE "relay_numbers" (
	"drop_id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"number" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "end_hub_id" text;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "relay_numbers" ADD CONSTRAINT "relay_numbers_drop_id_drops_id_fk" FOREIGN KEY ("drop_id") REFERENCES "public"."drops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_end_hub_id_hubs_id_fk" FOREIGN KEY ("end_hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;