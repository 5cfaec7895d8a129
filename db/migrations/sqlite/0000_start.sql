CREATE TABLE `distributions` (
	`farm_id` text NOT NULL,
	`product_id` text NOT NULL,
	PRIMARY KEY(`farm_id`, `product_id`),
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `distributions_of_product` ON `distributions` (`product_id`);--> statement-breakpoint
CREATE TABLE `farms` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`story_zh` text NOT NULL,
	`story_en` text NOT NULL,
	`people_zh` text NOT NULL,
	`people_en` text NOT NULL,
	`county_zh` text NOT NULL,
	`county_en` text NOT NULL,
	`flagship_zh` text NOT NULL,
	`flagship_en` text NOT NULL,
	`practices` text NOT NULL,
	`colour` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`lead_days` integer NOT NULL,
	`licensed` integer NOT NULL,
	`land_mu_before` integer NOT NULL,
	`land_mu_now` integer NOT NULL,
	`customers_before` integer NOT NULL,
	`customers_now` integer NOT NULL,
	`products_before` integer NOT NULL,
	`products_now` integer NOT NULL,
	`sold_outside_before_pct` integer NOT NULL,
	`sold_outside_now_pct` integer NOT NULL,
	`logistics_before_low_fen` integer NOT NULL,
	`logistics_before_high_fen` integer NOT NULL,
	`logistics_now_low_fen` integer NOT NULL,
	`logistics_now_high_fen` integer NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `farms_one_per_slug` ON `farms` (`slug`);--> statement-breakpoint
CREATE TABLE `geographical_indications` (
	`code` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`area_zh` text NOT NULL,
	`area_en` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`farm_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`harvested_on` text NOT NULL,
	`best_before_on` text NOT NULL,
	`available` integer NOT NULL,
	`held` integer NOT NULL,
	`sold` integer NOT NULL,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lots_not_negative" CHECK("lots"."available" >= 0 and "lots"."held" >= 0 and "lots"."sold" >= 0)
);
--> statement-breakpoint
CREATE INDEX `lots_of_variant` ON `lots` (`variant_id`,`best_before_on`);--> statement-breakpoint
CREATE INDEX `lots_of_farm` ON `lots` (`farm_id`);--> statement-breakpoint
CREATE TABLE `price_tiers` (
	`variant_id` text NOT NULL,
	`min_quantity` integer NOT NULL,
	`price_fen` integer NOT NULL,
	PRIMARY KEY(`variant_id`, `min_quantity`),
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "price_tiers_positive" CHECK("price_tiers"."price_fen" > 0 and "price_tiers"."min_quantity" > 1)
);
--> statement-breakpoint
CREATE TABLE `product_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`farm_id` text NOT NULL,
	`filename` text NOT NULL,
	`good` text NOT NULL,
	`bad` text NOT NULL,
	`status` text NOT NULL,
	`read_at` integer NOT NULL,
	`imported_at` integer,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_imports_of_farm` ON `product_imports` (`farm_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `product_terms` (
	`term` text NOT NULL,
	`product_id` text NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`term`, `product_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_terms_of_product` ON `product_terms` (`product_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`farm_id` text,
	`category` text NOT NULL,
	`crop` text,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`text_zh` text NOT NULL,
	`text_en` text NOT NULL,
	`origin_zh` text NOT NULL,
	`origin_en` text NOT NULL,
	`gi_code` text,
	`certifications` text NOT NULL,
	`season_from` integer,
	`season_to` integer,
	`floor_fen_per_kg` integer,
	`premium_share_bp` integer,
	`status` text NOT NULL,
	`listed_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gi_code`) REFERENCES `geographical_indications`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_one_per_slug` ON `products` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_one_per_code` ON `products` (`code`);--> statement-breakpoint
CREATE INDEX `products_of_farm` ON `products` (`farm_id`,`status`,`listed_at`);--> statement-breakpoint
CREATE INDEX `products_by_category` ON `products` (`status`,`category`,`listed_at`);--> statement-breakpoint
CREATE INDEX `products_by_listing` ON `products` (`status`,`listed_at`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`price_fen` integer NOT NULL,
	`net_weight_g` integer NOT NULL,
	`gross_weight_g` integer NOT NULL,
	`volume_ml` integer NOT NULL,
	`storage` text NOT NULL,
	`bulk_min` integer,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "variants_price_positive" CHECK("variants"."price_fen" > 0),
	CONSTRAINT "variants_gross_holds_net" CHECK("variants"."gross_weight_g" >= "variants"."net_weight_g")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_one_per_code` ON `variants` (`code`);--> statement-breakpoint
CREATE INDEX `variants_of_product` ON `variants` (`product_id`,`position`);--> statement-breakpoint
CREATE TABLE `drop_orders` (
	`drop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`cost_fen` integer NOT NULL,
	PRIMARY KEY(`drop_id`, `order_id`),
	FOREIGN KEY (`drop_id`) REFERENCES `drops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drop_orders_of_order` ON `drop_orders` (`order_id`);--> statement-breakpoint
CREATE TABLE `drops` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`place_key` text NOT NULL,
	`recipient` text NOT NULL,
	`phone` text NOT NULL,
	`address_zh` text NOT NULL,
	`address_en` text NOT NULL,
	`note` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`weight_g` integer NOT NULL,
	`crates_ambient` integer NOT NULL,
	`crates_chilled` integer NOT NULL,
	`crates_frozen` integer NOT NULL,
	`run_id` text,
	`position` integer,
	`arrives_at` integer,
	`unserved_reason` text,
	`status` text NOT NULL,
	`status_reason` text,
	`status_at` integer,
	`cost_fen` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drops_of_wave` ON `drops` (`wave_id`);--> statement-breakpoint
CREATE INDEX `drops_of_run` ON `drops` (`run_id`,`position`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`carrier_id` text NOT NULL,
	`position` integer NOT NULL,
	`departs_at` integer NOT NULL,
	`distance_m` integer NOT NULL,
	`duration_s` integer NOT NULL,
	`cost_fen` integer NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `runs_of_wave` ON `runs` (`wave_id`,`position`);--> statement-breakpoint
CREATE INDEX `runs_of_driver` ON `runs` (`driver_id`,`departs_at`);--> statement-breakpoint
CREATE TABLE `wave_figures` (
	`wave_id` text PRIMARY KEY NOT NULL,
	`orders` integer NOT NULL,
	`parcels` integer NOT NULL,
	`drops` integer NOT NULL,
	`unserved` integer NOT NULL,
	`cost_fen` integer NOT NULL,
	`direct_fen` integer NOT NULL,
	`by_farm` text NOT NULL,
	`complete` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_of_user` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE TABLE `rate_counters` (
	`key` text PRIMARY KEY NOT NULL,
	`hits` integer NOT NULL,
	`reset_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`acts_for` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_once` ON `roles` (`user_id`,`role`,`acts_for`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_one_per_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_of_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`phone_number` text,
	`phone_number_verified` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_one_per_email` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_one_per_phone` ON `users` (`phone_number`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`party` text,
	`balance_fen` integer,
	`side` text NOT NULL,
	CONSTRAINT "accounts_keep_their_side" CHECK("accounts"."balance_fen" is null or "accounts"."side" = 'either' or ("accounts"."side" = 'debit' and "accounts"."balance_fen" >= 0) or ("accounts"."side" = 'credit' and "accounts"."balance_fen" <= 0))
);
--> statement-breakpoint
CREATE INDEX `accounts_of_party` ON `accounts` (`party`);--> statement-breakpoint
CREATE TABLE `commission_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`home_type` text NOT NULL,
	`effective_from` integer NOT NULL,
	`distribution_bp` integer NOT NULL,
	`leader_bp` integer NOT NULL,
	`service_bp` integer NOT NULL,
	`vat_in_service_bp` integer NOT NULL,
	`brand_bp` integer NOT NULL,
	`reserve_fen_per_kg` integer NOT NULL,
	`leader_saving_bp` integer NOT NULL,
	`agreed_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commission_terms_once` ON `commission_terms` (`home_type`,`effective_from`);--> statement-breakpoint
CREATE TABLE `periods` (
	`id` text PRIMARY KEY NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `postings` (
	`key` text PRIMARY KEY NOT NULL,
	`body_hash` text NOT NULL,
	`event` text NOT NULL,
	`order_id` text,
	`period` text NOT NULL,
	`reverses` text,
	`effective_at` integer NOT NULL,
	`posted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `postings_of_order` ON `postings` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `postings_reversed_once` ON `postings` (`reverses`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`posting_key` text NOT NULL,
	`position` integer NOT NULL,
	`debit` text NOT NULL,
	`credit` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`line_id` text,
	`posted_at` integer NOT NULL,
	FOREIGN KEY (`posting_key`) REFERENCES `postings`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`debit`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amount_positive" CHECK("transfers"."amount_fen" > 0),
	CONSTRAINT "transfers_two_accounts" CHECK("transfers"."debit" <> "transfers"."credit")
);
--> statement-breakpoint
CREATE INDEX `transfers_by_debit` ON `transfers` (`debit`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_by_credit` ON `transfers` (`credit`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_of_posting` ON `transfers` (`posting_key`,`position`);--> statement-breakpoint
CREATE TABLE `districts` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `hubs` (
	`id` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`address_zh` text NOT NULL,
	`address_en` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pickup_points` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`address_zh` text NOT NULL,
	`address_en` text NOT NULL,
	`window_from` text NOT NULL,
	`window_to` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vehicles` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`driver_id` text NOT NULL,
	`carrier_id` text NOT NULL,
	`capacity_kg` integer NOT NULL,
	`crates_ambient` integer NOT NULL,
	`crates_chilled` integer NOT NULL,
	`crates_frozen` integer NOT NULL,
	`cost_per_run_fen` integer NOT NULL,
	`cost_per_km_fen` integer NOT NULL,
	`cost_per_hour_fen` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`delivers_on` text NOT NULL,
	`cutoff_at` integer NOT NULL,
	`drop_fee_fen` integer NOT NULL,
	`capacity_drops` integer NOT NULL,
	`booked_drops` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waves_not_overbooked" CHECK("waves"."booked_drops" between 0 and "waves"."capacity_drops")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waves_once` ON `waves` (`zone_id`,`delivers_on`);--> statement-breakpoint
CREATE INDEX `waves_by_cutoff` ON `waves` (`status`,`cutoff_at`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`polygon` text NOT NULL,
	`weekdays` text NOT NULL,
	`cutoff_hour` integer NOT NULL,
	`drop_fee_fen` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`acts_for` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_of` ON `audit_entries` (`acts_for`,`at`);--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`done_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`failed_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`recipient` text NOT NULL,
	`phone` text NOT NULL,
	`district_id` text NOT NULL,
	`street` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`used_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `addresses_of_customer` ON `addresses` (`customer_id`,`used_at`);--> statement-breakpoint
CREATE TABLE `basket_lines` (
	`basket_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_price_fen` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`basket_id`, `variant_id`),
	FOREIGN KEY (`basket_id`) REFERENCES `baskets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "basket_lines_quantity" CHECK("basket_lines"."quantity" between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE `baskets` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`storefront_id` text NOT NULL,
	`touched_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `baskets_of_customer` ON `baskets` (`customer_id`);--> statement-breakpoint
CREATE INDEX `baskets_by_touch` ON `baskets` (`touched_at`);--> statement-breakpoint
CREATE TABLE `consignments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`farm_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`alias` text NOT NULL,
	`status` text NOT NULL,
	`packed_at` integer,
	`drop_id` text,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consignments_one_per_farm` ON `consignments` (`order_id`,`farm_id`,`wave_id`);--> statement-breakpoint
CREATE INDEX `consignments_of_farm` ON `consignments` (`farm_id`,`wave_id`,`status`);--> statement-breakpoint
CREATE INDEX `consignments_of_wave` ON `consignments` (`wave_id`,`farm_id`);--> statement-breakpoint
CREATE INDEX `consignments_of_drop` ON `consignments` (`drop_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`email` text,
	`home_type` text NOT NULL,
	`home_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_one_per_user` ON `customers` (`user_id`);--> statement-breakpoint
CREATE INDEX `customers_of_home` ON `customers` (`home_type`,`home_id`);--> statement-breakpoint
CREATE TABLE `leaders` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`customer_id` text NOT NULL,
	`community_zh` text NOT NULL,
	`community_en` text NOT NULL,
	`pickup_point_id` text NOT NULL,
	`credit_limit_fen` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pickup_point_id`) REFERENCES `pickup_points`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `line_lots` (
	`line_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`order_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`line_id`, `lot_id`),
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_lots_quantity" CHECK("line_lots"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `line_lots_of_order` ON `line_lots` (`order_id`);--> statement-breakpoint
CREATE INDEX `line_lots_of_lot` ON `line_lots` (`lot_id`);--> statement-breakpoint
CREATE TABLE `order_contacts` (
	`order_id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`phone` text NOT NULL,
	`address_zh` text NOT NULL,
	`address_en` text NOT NULL,
	`place_key` text NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`note` text NOT NULL,
	`pickup_code` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`farm_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_events_of_order` ON `order_events` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`farm_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_fen` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`net_weight_g` integer NOT NULL,
	`gross_weight_g` integer NOT NULL,
	`volume_ml` integer NOT NULL,
	`storage` text NOT NULL,
	`terms` text NOT NULL,
	`status` text NOT NULL,
	`delivered_at` integer,
	`accepted_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_lines_quantity" CHECK("order_lines"."quantity" > 0),
	CONSTRAINT "order_lines_amount" CHECK("order_lines"."amount_fen" = "order_lines"."unit_price_fen" * "order_lines"."quantity")
);
--> statement-breakpoint
CREATE INDEX `order_lines_of_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_of_farm` ON `order_lines` (`farm_id`,`wave_id`);--> statement-breakpoint
CREATE INDEX `order_lines_by_status` ON `order_lines` (`status`,`delivered_at`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`placement_key` text NOT NULL,
	`basket_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`storefront_id` text NOT NULL,
	`leader_id` text,
	`status` text NOT NULL,
	`payment` text NOT NULL,
	`substitution` text NOT NULL,
	`delivery` text NOT NULL,
	`zone_id` text NOT NULL,
	`pickup_point_id` text,
	`goods_fen` integer NOT NULL,
	`delivery_fen` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`direct_fen` integer NOT NULL,
	`locale` text NOT NULL,
	`placed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`paid_at` integer,
	`completed_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `leaders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pickup_point_id`) REFERENCES `pickup_points`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_add_up" CHECK("orders"."goods_fen" + "orders"."delivery_fen" = "orders"."total_fen")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_one_per_key` ON `orders` (`placement_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_one_per_number` ON `orders` (`number`);--> statement-breakpoint
CREATE INDEX `orders_of_customer` ON `orders` (`customer_id`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_by_status` ON `orders` (`status`,`expires_at`);--> statement-breakpoint
CREATE INDEX `orders_of_leader` ON `orders` (`leader_id`,`placed_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`session_id` text,
	`url` text,
	`payment_intent_id` text,
	`charge_id` text,
	`fee_fen` integer,
	`created_at` integer NOT NULL,
	`succeeded_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payments_of_order` ON `payments` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_one_per_session` ON `payments` (`session_id`);--> statement-breakpoint
CREATE INDEX `payments_by_intent` ON `payments` (`payment_intent_id`);--> statement-breakpoint
CREATE TABLE `processor_events` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`object_id` text NOT NULL,
	`received_at` integer NOT NULL
);
