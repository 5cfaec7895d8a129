CREATE TABLE "recoveries" (
	"id" text PRIMARY KEY NOT NULL,
	"request_key" text NOT NULL,
	"farm_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"status" text NOT NULL,
	"payout_id" text,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "recoveries_amount" CHECK ("recoveries"."amount_fen" > 0)
);
--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_one_per_request" ON "recoveries" USING btree ("request_key");--> statement-breakpoint
CREATE INDEX "recoveries_of_farm" ON "recoveries" USING btree ("farm_id","requested_at");--> statement-breakpoint
CREATE INDEX "recoveries_by_status" ON "recoveries" USING btree ("status");