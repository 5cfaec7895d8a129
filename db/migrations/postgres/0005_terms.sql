DROP INDEX "commission_terms_once";--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "priced_by_weight" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "coupon_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_coupon_id_promotions_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "commission_terms_once" ON "commission_terms" USING btree ("home_type","producer_id","category","product_id","effective_from") WHERE "commission_terms"."status" <> 'withdrawn';