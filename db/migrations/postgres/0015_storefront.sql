CREATE TABLE "bundle_parts" (
	"variant_id" text NOT NULL,
	"position" integer NOT NULL,
	"part_variant_id" text NOT NULL,
	"units" integer NOT NULL,
	"not_before_on" text,
	CONSTRAINT "bundle_parts_variant_id_position_pk" PRIMARY KEY("variant_id","position"),
	CONSTRAINT "bundle_parts_units" CHECK ("bundle_parts"."units" > 0)
);
--> statement-breakpoint
CREATE TABLE "bundles" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"off_bp" integer NOT NULL,
	CONSTRAINT "bundles_off" CHECK ("bundles"."off_bp" between 0 and 5000)
);
--> statement-breakpoint
CREATE TABLE "farm_tests" (
	"id" text PRIMARY KEY NOT NULL,
	"farm_id" text NOT NULL,
	"product_id" text,
	"subject" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"lab" text NOT NULL,
	"report_number" text NOT NULL,
	"tested_on" text NOT NULL,
	"result" text NOT NULL,
	"finding" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indication_registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"gi_code" text NOT NULL,
	"farm_id" text NOT NULL,
	"crop" text NOT NULL,
	"origin_zh" text NOT NULL,
	"number" text NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text
);
--> statement-breakpoint
CREATE TABLE "presales" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"lot_id" text NOT NULL,
	"harvest_from_on" text NOT NULL,
	"harvest_to_on" text NOT NULL,
	"forecast" integer NOT NULL,
	"promised" integer NOT NULL,
	"note_zh" text NOT NULL,
	"note_en" text NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "presales_promised" CHECK ("presales"."promised" <= "presales"."forecast")
);
--> statement-breakpoint
CREATE TABLE "product_pictures" (
	"product_id" text NOT NULL,
	"media_id" text NOT NULL,
	"position" integer NOT NULL,
	"alt_zh" text NOT NULL,
	"alt_en" text NOT NULL,
	CONSTRAINT "product_pictures_product_id_media_id_pk" PRIMARY KEY("product_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "related_products" (
	"product_id" text NOT NULL,
	"related_id" text NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "related_products_product_id_related_id_pk" PRIMARY KEY("product_id","related_id")
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"order_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"tax_number" text NOT NULL,
	"email" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"number" text,
	"issued_by" text,
	"issued_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "order_bundles" (
	"order_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_fen" bigint NOT NULL,
	"saved_fen" bigint NOT NULL,
	CONSTRAINT "order_bundles_order_id_variant_id_pk" PRIMARY KEY("order_id","variant_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_news" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"number" integer,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"picture_id" text,
	"posted_by" text NOT NULL,
	"posted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoption_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"farm_id" text NOT NULL,
	"kind" text NOT NULL,
	"places" integer NOT NULL,
	"season_from_on" text NOT NULL,
	"season_to_on" text NOT NULL,
	"where_zh" text NOT NULL,
	"where_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"number" integer NOT NULL,
	"order_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"nickname" text NOT NULL,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "subscription_weeks" (
	"id" text PRIMARY KEY NOT NULL,
	"subscription_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"status" text NOT NULL,
	"swaps" jsonb NOT NULL,
	"order_id" text,
	"refusal" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"every_weeks" integer NOT NULL,
	"weekday" integer NOT NULL,
	"delivery" text NOT NULL,
	"zone_id" text NOT NULL,
	"pickup_point_id" text,
	"district_id" text,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"street" text NOT NULL,
	"note" text NOT NULL,
	"substitution" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"paused_until_on" text,
	"starts_on" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "subscriptions_quantity" CHECK ("subscriptions"."quantity" between 1 and 20),
	CONSTRAINT "subscriptions_rhythm" CHECK ("subscriptions"."every_weeks" in (1, 2, 4) and "subscriptions"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"customer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"tell_when_back" boolean DEFAULT false NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "wishes_customer_id_product_id_pk" PRIMARY KEY("customer_id","product_id")
);
--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "licensed_until_on" text;--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "host_name" text;--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "picture_id" text;--> statement-breakpoint
ALTER TABLE "lots" ADD COLUMN "forecast" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "kind" text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "origin_doubt" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "picture_id" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "picture_colour" text;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD COLUMN "push" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "bundle_parts" ADD CONSTRAINT "bundle_parts_variant_id_bundles_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."bundles"("variant_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundle_parts" ADD CONSTRAINT "bundle_parts_part_variant_id_variants_id_fk" FOREIGN KEY ("part_variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bundles" ADD CONSTRAINT "bundles_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farm_tests" ADD CONSTRAINT "farm_tests_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farm_tests" ADD CONSTRAINT "farm_tests_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indication_registrations" ADD CONSTRAINT "indication_registrations_gi_code_geographical_indications_code_fk" FOREIGN KEY ("gi_code") REFERENCES "public"."geographical_indications"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indication_registrations" ADD CONSTRAINT "indication_registrations_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presales" ADD CONSTRAINT "presales_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_pictures" ADD CONSTRAINT "product_pictures_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_related_id_products_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_bundles" ADD CONSTRAINT "order_bundles_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_bundles" ADD CONSTRAINT "order_bundles_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_news" ADD CONSTRAINT "adoption_news_offer_id_adoption_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."adoption_offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_offers" ADD CONSTRAINT "adoption_offers_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_offers" ADD CONSTRAINT "adoption_offers_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_offer_id_adoption_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."adoption_offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_weeks" ADD CONSTRAINT "subscription_weeks_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_weeks" ADD CONSTRAINT "subscription_weeks_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_weeks" ADD CONSTRAINT "subscription_weeks_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_pickup_point_id_pickup_points_id_fk" FOREIGN KEY ("pickup_point_id") REFERENCES "public"."pickup_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bundle_parts_by_part" ON "bundle_parts" USING btree ("part_variant_id");--> statement-breakpoint
CREATE INDEX "farm_tests_of_farm" ON "farm_tests" USING btree ("farm_id","tested_on");--> statement-breakpoint
CREATE INDEX "farm_tests_of_product" ON "farm_tests" USING btree ("product_id","tested_on");--> statement-breakpoint
CREATE UNIQUE INDEX "indication_registrations_once" ON "indication_registrations" USING btree ("gi_code","farm_id","crop");--> statement-breakpoint
CREATE INDEX "presales_by_status" ON "presales" USING btree ("status","harvest_from_on");--> statement-breakpoint
CREATE INDEX "push_subscriptions_of_customer" ON "push_subscriptions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "invoices_open" ON "invoices" USING btree ("issued_at","asked_at");--> statement-breakpoint
CREATE INDEX "adoption_news_of_offer" ON "adoption_news" USING btree ("offer_id","posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "adoption_offers_one_per_product" ON "adoption_offers" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "adoption_offers_of_farm" ON "adoption_offers" USING btree ("farm_id");--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_one_per_number" ON "adoptions" USING btree ("offer_id","number") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "adoptions_of_customer" ON "adoptions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "adoptions_of_order" ON "adoptions" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_weeks_once" ON "subscription_weeks" USING btree ("subscription_id","wave_id");--> statement-breakpoint
CREATE INDEX "subscription_weeks_of_order" ON "subscription_weeks" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "subscriptions_of_customer" ON "subscriptions" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "subscriptions_by_status" ON "subscriptions" USING btree ("status","zone_id");--> statement-breakpoint
CREATE INDEX "wishes_to_tell" ON "wishes" USING btree ("product_id","tell_when_back");--> statement-breakpoint
CREATE UNIQUE INDEX "farms_one_per_host" ON "farms" USING btree ("host_name");