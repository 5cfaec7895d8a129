CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"fee_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refund_lines" (
	"refund_id" text NOT NULL,
	"line_id" text NOT NULL,
	"quantity" integer,
	"weight_g" integer,
	"base_fen" bigint NOT NULL,
	"cash_fen" bigint NOT NULL,
	"coupon_fen" bigint NOT NULL,
	CONSTRAINT "refund_lines_refund_id_line_id_pk" PRIMARY KEY("refund_id","line_id"),
	CONSTRAINT "refund_lines_add_up" CHECK ("refund_lines"."base_fen" = "refund_lines"."cash_fen" + "refund_lines"."coupon_fen" and "refund_lines"."base_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"request_key" text NOT NULL,
	"reason" text NOT NULL,
	"bearer" text NOT NULL,
	"status" text NOT NULL,
	"cash_fen" bigint NOT NULL,
	"delivery_fen" bigint NOT NULL,
	"coupon_fen" bigint NOT NULL,
	"goods_returned" boolean NOT NULL,
	"way" text NOT NULL,
	"payment_id" text,
	"processor_refund_id" text,
	"failure" text,
	"note" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_amounts" CHECK ("refunds"."cash_fen" >= 0 and "refunds"."coupon_fen" >= 0 and "refunds"."delivery_fen" between 0 and "refunds"."cash_fen")
);
--> statement-breakpoint
CREATE TABLE "reserve_claims" (
	"id" text PRIMARY KEY NOT NULL,
	"farm_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "reserve_claims_amount" CHECK ("reserve_claims"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "seals" (
	"day" text PRIMARY KEY NOT NULL,
	"previous_day" text,
	"hash" text NOT NULL,
	"postings" integer NOT NULL,
	"transfers" integer NOT NULL,
	"moved_fen" bigint NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"funded_by" text NOT NULL,
	"amount_fen" bigint,
	"rate_bp" integer,
	"from_goods_fen" bigint NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"uses_left" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "promotions_one_measure" CHECK (("promotions"."amount_fen" is null) <> ("promotions"."rate_bp" is null)),
	CONSTRAINT "promotions_rate" CHECK ("promotions"."rate_bp" is null or "promotions"."rate_bp" between 1 and 10000),
	CONSTRAINT "promotions_uses_left" CHECK ("promotions"."uses_left" is null or "promotions"."uses_left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payout_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"party_type" text NOT NULL,
	"party_id" text NOT NULL,
	"rail" text NOT NULL,
	"holder" text NOT NULL,
	"bank" text NOT NULL,
	"number" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payout_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"settlement_id" text NOT NULL,
	"file_hash" text NOT NULL,
	"payouts" integer NOT NULL,
	"total_fen" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"settlement_id" text NOT NULL,
	"party_type" text NOT NULL,
	"party_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"rail" text NOT NULL,
	"account_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"status" text NOT NULL,
	"batch_id" text,
	"processor_transfer_id" text,
	"recovered_fen" bigint NOT NULL,
	"failure" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "payouts_amount" CHECK ("payouts"."amount_fen" > 0 and "payouts"."recovered_fen" between 0 and "payouts"."amount_fen")
);
--> statement-breakpoint
CREATE TABLE "settlement_lines" (
	"settlement_id" text NOT NULL,
	"party_type" text NOT NULL,
	"party_id" text NOT NULL,
	"gross_fen" bigint NOT NULL,
	"fees_fen" bigint NOT NULL,
	"freight_fen" bigint NOT NULL,
	"commission_fen" bigint NOT NULL,
	"adjustments_fen" bigint NOT NULL,
	"net_fen" bigint NOT NULL,
	"brought_forward_fen" bigint NOT NULL,
	"held_fen" bigint NOT NULL,
	"tax_fen" bigint NOT NULL,
	"payout_fen" bigint NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "settlement_lines_settlement_id_party_type_party_id_pk" PRIMARY KEY("settlement_id","party_type","party_id"),
	CONSTRAINT "settlement_lines_payout" CHECK ("settlement_lines"."payout_fen" >= 0),
	CONSTRAINT "settlement_lines_add_up" CHECK ("settlement_lines"."net_fen" = "settlement_lines"."gross_fen" - "settlement_lines"."fees_fen" - "settlement_lines"."freight_fen" + "settlement_lines"."commission_fen" + "settlement_lines"."adjustments_fen")
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"id" text PRIMARY KEY NOT NULL,
	"period" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"status" text NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp (3) with time zone,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "surplus_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"year" text NOT NULL,
	"basis" text NOT NULL,
	"total_fen" bigint NOT NULL,
	"status" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "surplus_shares_total" CHECK ("surplus_shares"."total_fen" > 0)
);
--> statement-breakpoint
DROP INDEX "commission_terms_once";--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "green_years" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "shares" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "producer_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "category" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "product_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "effective_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "floor_fen_per_kg" bigint;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "premium_share_bp" integer;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "status" text DEFAULT 'agreed' NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "proposed_by" text DEFAULT 'founding' NOT NULL;--> statement-breakpoint
ALTER TABLE "commission_terms" ADD COLUMN "agreed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "periods" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "discount_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "coupon_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "priced_by_weight" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "promotion_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "credit_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "available_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_claims" ADD CONSTRAINT "reserve_claims_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_batches" ADD CONSTRAINT "payout_batches_settlement_id_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_settlement_id_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_account_id_payout_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."payout_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_batch_id_payout_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payout_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_lines" ADD CONSTRAINT "settlement_lines_settlement_id_settlements_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."settlements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disputes_of_order" ON "disputes" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "disputes_by_status" ON "disputes" USING btree ("status");--> statement-breakpoint
CREATE INDEX "refund_lines_of_line" ON "refund_lines" USING btree ("line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_per_request" ON "refunds" USING btree ("request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_one_per_processor_refund" ON "refunds" USING btree ("processor_refund_id");--> statement-breakpoint
CREATE INDEX "refunds_of_order" ON "refunds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refunds_by_status" ON "refunds" USING btree ("status","requested_at");--> statement-breakpoint
CREATE INDEX "reserve_claims_by_status" ON "reserve_claims" USING btree ("status","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_one_per_code" ON "promotions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "promotions_by_start" ON "promotions" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "payout_accounts_of_party" ON "payout_accounts" USING btree ("party_type","party_id","entered_at");--> statement-breakpoint
CREATE INDEX "payout_batches_of_settlement" ON "payout_batches" USING btree ("settlement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_once" ON "payouts" USING btree ("settlement_id","party_type","party_id","attempt");--> statement-breakpoint
CREATE INDEX "payouts_of_party" ON "payouts" USING btree ("party_type","party_id","made_at");--> statement-breakpoint
CREATE INDEX "payouts_by_status" ON "payouts" USING btree ("status");--> statement-breakpoint
CREATE INDEX "payouts_of_batch" ON "payouts" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "settlement_lines_of_party" ON "settlement_lines" USING btree ("party_type","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "settlements_one_per_period" ON "settlements" USING btree ("period");--> statement-breakpoint
CREATE INDEX "settlements_by_status" ON "settlements" USING btree ("status");--> statement-breakpoint
CREATE INDEX "surplus_shares_by_year" ON "surplus_shares" USING btree ("year","kind");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commission_terms_by_status" ON "commission_terms" USING btree ("status","effective_from");--> statement-breakpoint
CREATE UNIQUE INDEX "commission_terms_once" ON "commission_terms" USING btree ("home_type","producer_id","category","product_id","effective_from");