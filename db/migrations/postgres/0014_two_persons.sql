CREATE TABLE "reversals" (
	"id" text PRIMARY KEY NOT NULL,
	"posting_key" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "reversals_amount" CHECK ("reversals"."amount_fen" > 0),
	CONSTRAINT "reversals_by_two" CHECK ("reversals"."status" <> 'confirmed' or ("reversals"."decided_by" is not null and "reversals"."decided_by" <> "reversals"."proposed_by"))
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "invoice_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tax_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_posting_key_postings_key_fk" FOREIGN KEY ("posting_key") REFERENCES "public"."postings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reversals_one_open" ON "reversals" USING btree ("posting_key") WHERE "reversals"."status" = 'proposed';--> statement-breakpoint
CREATE INDEX "reversals_by_status" ON "reversals" USING btree ("status","proposed_at");--> statement-breakpoint
-- What an enterprise's earlier orders are billed as is what stands today; from here on the order keeps it.
UPDATE orders SET
  invoice_title = (SELECT leaders.invoice_title FROM leaders WHERE leaders.id = orders.leader_id),
  tax_number = (SELECT leaders.tax_number FROM leaders WHERE leaders.id = orders.leader_id)
WHERE leader_id IN (SELECT id FROM leaders WHERE kind = 'enterprise');
--> statement-breakpoint
-- Waves done before their costs were ever reckoned stay as they were: their farms agreed to no share. A new database has none.
INSERT INTO facts (name, value)
SELECT 'wave_costs_from', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
WHERE EXISTS (SELECT 1 FROM waves WHERE status = 'done') AND NOT EXISTS (SELECT 1 FROM wave_costs)
ON CONFLICT (name) DO NOTHING;
