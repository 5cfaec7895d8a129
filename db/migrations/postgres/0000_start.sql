CREATE TABLE "distributions" (
	"farm_id" text NOT NULL,
	"product_id" text NOT NULL,
	CONSTRAINT "distributions_farm_id_product_id_pk" PRIMARY KEY("farm_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "farms" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"story_zh" text NOT NULL,
	"story_en" text NOT NULL,
	"people_zh" text NOT NULL,
	"people_en" text NOT NULL,
	"county_zh" text NOT NULL,
	"county_en" text NOT NULL,
	"flagship_zh" text NOT NULL,
	"flagship_en" text NOT NULL,
	"practices" jsonb NOT NULL,
	"colour" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"lead_days" integer NOT NULL,
	"licensed" boolean NOT NULL,
	"land_mu_before" integer NOT NULL,
	"land_mu_now" integer NOT NULL,
	"customers_before" integer NOT NULL,
	"customers_now" integer NOT NULL,
	"products_before" integer NOT NULL,
	"products_now" integer NOT NULL,
	"sold_outside_before_pct" integer NOT NULL,
	"sold_outside_now_pct" integer NOT NULL,
	"logistics_before_low_fen" bigint NOT NULL,
	"logistics_before_high_fen" bigint NOT NULL,
	"logistics_now_low_fen" bigint NOT NULL,
	"logistics_now_high_fen" bigint NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "geographical_indications" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"area_zh" text NOT NULL,
	"area_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text PRIMARY KEY NOT NULL,
	"farm_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"harvested_on" text NOT NULL,
	"best_before_on" text NOT NULL,
	"available" integer NOT NULL,
	"held" integer NOT NULL,
	"sold" integer NOT NULL,
	CONSTRAINT "lots_not_negative" CHECK ("lots"."available" >= 0 and "lots"."held" >= 0 and "lots"."sold" >= 0)
);
--> statement-breakpoint
CREATE TABLE "price_tiers" (
	"variant_id" text NOT NULL,
	"min_quantity" integer NOT NULL,
	"price_fen" bigint NOT NULL,
	CONSTRAINT "price_tiers_variant_id_min_quantity_pk" PRIMARY KEY("variant_id","min_quantity"),
	CONSTRAINT "price_tiers_positive" CHECK ("price_tiers"."price_fen" > 0 and "price_tiers"."min_quantity" > 1)
);
--> statement-breakpoint
CREATE TABLE "product_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"farm_id" text NOT NULL,
	"filename" text NOT NULL,
	"good" jsonb NOT NULL,
	"bad" jsonb NOT NULL,
	"status" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"imported_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "product_terms" (
	"term" text NOT NULL,
	"product_id" text NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "product_terms_term_product_id_pk" PRIMARY KEY("term","product_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"code" text NOT NULL,
	"farm_id" text,
	"category" text NOT NULL,
	"crop" text,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL,
	"origin_zh" text NOT NULL,
	"origin_en" text NOT NULL,
	"gi_code" text,
	"certifications" jsonb NOT NULL,
	"season_from" integer,
	"season_to" integer,
	"floor_fen_per_kg" bigint,
	"premium_share_bp" integer,
	"status" text NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"price_fen" bigint NOT NULL,
	"net_weight_g" integer NOT NULL,
	"gross_weight_g" integer NOT NULL,
	"volume_ml" integer NOT NULL,
	"storage" text NOT NULL,
	"bulk_min" integer,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "variants_price_positive" CHECK ("variants"."price_fen" > 0),
	CONSTRAINT "variants_gross_holds_net" CHECK ("variants"."gross_weight_g" >= "variants"."net_weight_g")
);
--> statement-breakpoint
CREATE TABLE "drop_orders" (
	"drop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"cost_fen" bigint NOT NULL,
	CONSTRAINT "drop_orders_drop_id_order_id_pk" PRIMARY KEY("drop_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "drops" (
	"id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"place_key" text NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"address_zh" text NOT NULL,
	"address_en" text NOT NULL,
	"note" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"weight_g" integer NOT NULL,
	"crates_ambient" integer NOT NULL,
	"crates_chilled" integer NOT NULL,
	"crates_frozen" integer NOT NULL,
	"run_id" text,
	"position" integer,
	"arrives_at" timestamp (3) with time zone,
	"unserved_reason" text,
	"status" text NOT NULL,
	"status_reason" text,
	"status_at" timestamp (3) with time zone,
	"cost_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"vehicle_id" text NOT NULL,
	"driver_id" text NOT NULL,
	"carrier_id" text NOT NULL,
	"position" integer NOT NULL,
	"departs_at" timestamp (3) with time zone NOT NULL,
	"distance_m" integer NOT NULL,
	"duration_s" integer NOT NULL,
	"cost_fen" bigint NOT NULL,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_figures" (
	"wave_id" text PRIMARY KEY NOT NULL,
	"orders" integer NOT NULL,
	"parcels" integer NOT NULL,
	"drops" integer NOT NULL,
	"unserved" integer NOT NULL,
	"cost_fen" bigint NOT NULL,
	"direct_fen" bigint NOT NULL,
	"by_farm" jsonb NOT NULL,
	"complete" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"hits" integer NOT NULL,
	"reset_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"acts_for" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"phone_number" text,
	"phone_number_verified" boolean,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"party" text,
	"balance_fen" bigint,
	"side" text NOT NULL,
	CONSTRAINT "accounts_keep_their_side" CHECK ("accounts"."balance_fen" is null or "accounts"."side" = 'either' or ("accounts"."side" = 'debit' and "accounts"."balance_fen" >= 0) or ("accounts"."side" = 'credit' and "accounts"."balance_fen" <= 0))
);
--> statement-breakpoint
CREATE TABLE "commission_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"home_type" text NOT NULL,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"distribution_bp" integer NOT NULL,
	"leader_bp" integer NOT NULL,
	"service_bp" integer NOT NULL,
	"vat_in_service_bp" integer NOT NULL,
	"brand_bp" integer NOT NULL,
	"reserve_fen_per_kg" integer NOT NULL,
	"leader_saving_bp" integer NOT NULL,
	"agreed_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"key" text PRIMARY KEY NOT NULL,
	"body_hash" text NOT NULL,
	"event" text NOT NULL,
	"order_id" text,
	"period" text NOT NULL,
	"reverses" text,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"posted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"posting_key" text NOT NULL,
	"position" integer NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"line_id" text,
	"posted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "transfers_amount_positive" CHECK ("transfers"."amount_fen" > 0),
	CONSTRAINT "transfers_two_accounts" CHECK ("transfers"."debit" <> "transfers"."credit")
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"address_zh" text NOT NULL,
	"address_en" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pickup_points" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"address_zh" text NOT NULL,
	"address_en" text NOT NULL,
	"window_from" text NOT NULL,
	"window_to" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vehicles" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"driver_id" text NOT NULL,
	"carrier_id" text NOT NULL,
	"capacity_kg" integer NOT NULL,
	"crates_ambient" integer NOT NULL,
	"crates_chilled" integer NOT NULL,
	"crates_frozen" integer NOT NULL,
	"cost_per_run_fen" bigint NOT NULL,
	"cost_per_km_fen" bigint NOT NULL,
	"cost_per_hour_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"delivers_on" text NOT NULL,
	"cutoff_at" timestamp (3) with time zone NOT NULL,
	"drop_fee_fen" bigint NOT NULL,
	"capacity_drops" integer NOT NULL,
	"booked_drops" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "waves_not_overbooked" CHECK ("waves"."booked_drops" between 0 and "waves"."capacity_drops")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"polygon" jsonb NOT NULL,
	"weekdays" jsonb NOT NULL,
	"cutoff_hour" integer NOT NULL,
	"drop_fee_fen" bigint NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_id" text NOT NULL,
	"acts_for" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"district_id" text NOT NULL,
	"street" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "basket_lines" (
	"basket_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price_fen" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "basket_lines_basket_id_variant_id_pk" PRIMARY KEY("basket_id","variant_id"),
	CONSTRAINT "basket_lines_quantity" CHECK ("basket_lines"."quantity" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "baskets" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text,
	"storefront_id" text NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consignments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"farm_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"alias" text NOT NULL,
	"status" text NOT NULL,
	"packed_at" timestamp (3) with time zone,
	"drop_id" text
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text,
	"home_type" text NOT NULL,
	"home_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leaders" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"customer_id" text NOT NULL,
	"community_zh" text NOT NULL,
	"community_en" text NOT NULL,
	"pickup_point_id" text NOT NULL,
	"credit_limit_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_lots" (
	"line_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"order_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "line_lots_line_id_lot_id_pk" PRIMARY KEY("line_id","lot_id"),
	CONSTRAINT "line_lots_quantity" CHECK ("line_lots"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "order_contacts" (
	"order_id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"address_zh" text NOT NULL,
	"address_en" text NOT NULL,
	"place_key" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"note" text NOT NULL,
	"pickup_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"farm_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"farm_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"product_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_fen" bigint NOT NULL,
	"amount_fen" bigint NOT NULL,
	"net_weight_g" integer NOT NULL,
	"gross_weight_g" integer NOT NULL,
	"volume_ml" integer NOT NULL,
	"storage" text NOT NULL,
	"terms" jsonb NOT NULL,
	"status" text NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" > 0),
	CONSTRAINT "order_lines_amount" CHECK ("order_lines"."amount_fen" = "order_lines"."unit_price_fen" * "order_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"placement_key" text NOT NULL,
	"basket_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"storefront_id" text NOT NULL,
	"leader_id" text,
	"status" text NOT NULL,
	"payment" text NOT NULL,
	"substitution" text NOT NULL,
	"delivery" text NOT NULL,
	"zone_id" text NOT NULL,
	"pickup_point_id" text,
	"goods_fen" bigint NOT NULL,
	"delivery_fen" bigint NOT NULL,
	"total_fen" bigint NOT NULL,
	"direct_fen" bigint NOT NULL,
	"locale" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "orders_add_up" CHECK ("orders"."goods_fen" + "orders"."delivery_fen" = "orders"."total_fen")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"status" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"session_id" text,
	"url" text,
	"payment_intent_id" text,
	"charge_id" text,
	"fee_fen" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"succeeded_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "processor_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "distributions" ADD CONSTRAINT "distributions_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distributions" ADD CONSTRAINT "distributions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tiers" ADD CONSTRAINT "price_tiers_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_imports" ADD CONSTRAINT "product_imports_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_terms" ADD CONSTRAINT "product_terms_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_gi_code_geographical_indications_code_fk" FOREIGN KEY ("gi_code") REFERENCES "public"."geographical_indications"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_orders" ADD CONSTRAINT "drop_orders_drop_id_drops_id_fk" FOREIGN KEY ("drop_id") REFERENCES "public"."drops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_orders" ADD CONSTRAINT "drop_orders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drops" ADD CONSTRAINT "drops_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_figures" ADD CONSTRAINT "wave_figures_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_posting_key_postings_key_fk" FOREIGN KEY ("posting_key") REFERENCES "public"."postings"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_debit_accounts_id_fk" FOREIGN KEY ("debit") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_credit_accounts_id_fk" FOREIGN KEY ("credit") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "districts" ADD CONSTRAINT "districts_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD CONSTRAINT "pickup_points_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basket_lines" ADD CONSTRAINT "basket_lines_basket_id_baskets_id_fk" FOREIGN KEY ("basket_id") REFERENCES "public"."baskets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basket_lines" ADD CONSTRAINT "basket_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baskets" ADD CONSTRAINT "baskets_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders" ADD CONSTRAINT "leaders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders" ADD CONSTRAINT "leaders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders" ADD CONSTRAINT "leaders_pickup_point_id_pickup_points_id_fk" FOREIGN KEY ("pickup_point_id") REFERENCES "public"."pickup_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_lots" ADD CONSTRAINT "line_lots_line_id_order_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_lots" ADD CONSTRAINT "line_lots_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_lots" ADD CONSTRAINT "line_lots_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_contacts" ADD CONSTRAINT "order_contacts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_leader_id_leaders_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."leaders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_pickup_point_id_pickup_points_id_fk" FOREIGN KEY ("pickup_point_id") REFERENCES "public"."pickup_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "distributions_of_product" ON "distributions" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "farms_one_per_slug" ON "farms" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "lots_of_variant" ON "lots" USING btree ("variant_id","best_before_on");--> statement-breakpoint
CREATE INDEX "lots_of_farm" ON "lots" USING btree ("farm_id");--> statement-breakpoint
CREATE INDEX "product_imports_of_farm" ON "product_imports" USING btree ("farm_id","read_at");--> statement-breakpoint
CREATE INDEX "product_terms_of_product" ON "product_terms" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_one_per_slug" ON "products" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "products_one_per_code" ON "products" USING btree ("code");--> statement-breakpoint
CREATE INDEX "products_of_farm" ON "products" USING btree ("farm_id","status","listed_at");--> statement-breakpoint
CREATE INDEX "products_by_category" ON "products" USING btree ("status","category","listed_at");--> statement-breakpoint
CREATE INDEX "products_by_listing" ON "products" USING btree ("status","listed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_one_per_code" ON "variants" USING btree ("code");--> statement-breakpoint
CREATE INDEX "variants_of_product" ON "variants" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "drop_orders_of_order" ON "drop_orders" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "drops_of_wave" ON "drops" USING btree ("wave_id");--> statement-breakpoint
CREATE INDEX "drops_of_run" ON "drops" USING btree ("run_id","position");--> statement-breakpoint
CREATE INDEX "runs_of_wave" ON "runs" USING btree ("wave_id","position");--> statement-breakpoint
CREATE INDEX "runs_of_driver" ON "runs" USING btree ("driver_id","departs_at");--> statement-breakpoint
CREATE INDEX "credentials_of_user" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_once" ON "roles" USING btree ("user_id","role","acts_for");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_one_per_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_of_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_per_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_one_per_phone" ON "users" USING btree ("phone_number");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "accounts_of_party" ON "accounts" USING btree ("party");--> statement-breakpoint
CREATE UNIQUE INDEX "commission_terms_once" ON "commission_terms" USING btree ("home_type","effective_from");--> statement-breakpoint
CREATE INDEX "postings_of_order" ON "postings" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_reversed_once" ON "postings" USING btree ("reverses");--> statement-breakpoint
CREATE INDEX "transfers_by_debit" ON "transfers" USING btree ("debit","id");--> statement-breakpoint
CREATE INDEX "transfers_by_credit" ON "transfers" USING btree ("credit","id");--> statement-breakpoint
CREATE INDEX "transfers_of_posting" ON "transfers" USING btree ("posting_key","position");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_once" ON "waves" USING btree ("zone_id","delivers_on");--> statement-breakpoint
CREATE INDEX "waves_by_cutoff" ON "waves" USING btree ("status","cutoff_at");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_of" ON "audit_entries" USING btree ("acts_for","at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","failed_at","due_at");--> statement-breakpoint
CREATE INDEX "addresses_of_customer" ON "addresses" USING btree ("customer_id","used_at");--> statement-breakpoint
CREATE INDEX "baskets_of_customer" ON "baskets" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "baskets_by_touch" ON "baskets" USING btree ("touched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consignments_one_per_farm" ON "consignments" USING btree ("order_id","farm_id","wave_id");--> statement-breakpoint
CREATE INDEX "consignments_of_farm" ON "consignments" USING btree ("farm_id","wave_id","status");--> statement-breakpoint
CREATE INDEX "consignments_of_wave" ON "consignments" USING btree ("wave_id","farm_id");--> statement-breakpoint
CREATE INDEX "consignments_of_drop" ON "consignments" USING btree ("drop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_one_per_user" ON "customers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "customers_of_home" ON "customers" USING btree ("home_type","home_id");--> statement-breakpoint
CREATE INDEX "line_lots_of_order" ON "line_lots" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "line_lots_of_lot" ON "line_lots" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "order_events_of_order" ON "order_events" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "order_lines_of_order" ON "order_lines" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_of_farm" ON "order_lines" USING btree ("farm_id","wave_id");--> statement-breakpoint
CREATE INDEX "order_lines_by_status" ON "order_lines" USING btree ("status","delivered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_one_per_key" ON "orders" USING btree ("placement_key");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_one_per_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE INDEX "orders_of_customer" ON "orders" USING btree ("customer_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" USING btree ("status","expires_at");--> statement-breakpoint
CREATE INDEX "orders_of_leader" ON "orders" USING btree ("leader_id","placed_at");--> statement-breakpoint
CREATE INDEX "payments_of_order" ON "payments" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_per_session" ON "payments" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "payments_by_intent" ON "payments" USING btree ("payment_intent_id");