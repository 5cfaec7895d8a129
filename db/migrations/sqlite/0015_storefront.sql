CREATE TABLE `bundle_parts` (
	`variant_id` text NOT NULL,
	`position` integer NOT NULL,
	`part_variant_id` text NOT NULL,
	`units` integer NOT NULL,
	`not_before_on` text,
	PRIMARY KEY(`variant_id`, `position`),
	FOREIGN KEY (`variant_id`) REFERENCES `bundles`(`variant_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bundle_parts_units" CHECK("bundle_parts"."units" > 0)
);
--> statement-breakpoint
CREATE INDEX `bundle_parts_by_part` ON `bundle_parts` (`part_variant_id`);--> statement-breakpoint
CREATE TABLE `bundles` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`off_bp` integer NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bundles_off" CHECK("bundles"."off_bp" between 0 and 5000)
);
--> statement-breakpoint
CREATE TABLE `farm_tests` (
	`id` text PRIMARY KEY NOT NULL,
	`farm_id` text NOT NULL,
	`product_id` text,
	`subject` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`lab` text NOT NULL,
	`report_number` text NOT NULL,
	`tested_on` text NOT NULL,
	`result` text NOT NULL,
	`finding` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `farm_tests_of_farm` ON `farm_tests` (`farm_id`,`tested_on`);--> statement-breakpoint
CREATE INDEX `farm_tests_of_product` ON `farm_tests` (`product_id`,`tested_on`);--> statement-breakpoint
CREATE TABLE `indication_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`gi_code` text NOT NULL,
	`farm_id` text NOT NULL,
	`crop` text NOT NULL,
	`origin_zh` text NOT NULL,
	`number` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`gi_code`) REFERENCES `geographical_indications`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indication_registrations_once` ON `indication_registrations` (`gi_code`,`farm_id`,`crop`);--> statement-breakpoint
CREATE TABLE `presales` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`harvest_from_on` text NOT NULL,
	`harvest_to_on` text NOT NULL,
	`forecast` integer NOT NULL,
	`promised` integer NOT NULL,
	`note_zh` text NOT NULL,
	`note_en` text NOT NULL,
	`status` text NOT NULL,
	`opened_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "presales_promised" CHECK("presales"."promised" <= "presales"."forecast")
);
--> statement-breakpoint
CREATE INDEX `presales_by_status` ON `presales` (`status`,`harvest_from_on`);--> statement-breakpoint
CREATE TABLE `product_pictures` (
	`product_id` text NOT NULL,
	`media_id` text NOT NULL,
	`position` integer NOT NULL,
	`alt_zh` text NOT NULL,
	`alt_en` text NOT NULL,
	PRIMARY KEY(`product_id`, `media_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `related_products` (
	`product_id` text NOT NULL,
	`related_id` text NOT NULL,
	`orders` integer NOT NULL,
	PRIMARY KEY(`product_id`, `related_id`),
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`related_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `push_subscriptions_of_customer` ON `push_subscriptions` (`customer_id`);--> statement-breakpoint
CREATE TABLE `invoices` (
	`order_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`tax_number` text NOT NULL,
	`email` text NOT NULL,
	`asked_at` integer NOT NULL,
	`number` text,
	`issued_by` text,
	`issued_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invoices_open` ON `invoices` (`issued_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `order_bundles` (
	`order_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_fen` integer NOT NULL,
	`saved_fen` integer NOT NULL,
	PRIMARY KEY(`order_id`, `variant_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `adoption_news` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`number` integer,
	`text_zh` text NOT NULL,
	`text_en` text NOT NULL,
	`picture_id` text,
	`posted_by` text NOT NULL,
	`posted_at` integer NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `adoption_offers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adoption_news_of_offer` ON `adoption_news` (`offer_id`,`posted_at`);--> statement-breakpoint
CREATE TABLE `adoption_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`farm_id` text NOT NULL,
	`kind` text NOT NULL,
	`places` integer NOT NULL,
	`season_from_on` text NOT NULL,
	`season_to_on` text NOT NULL,
	`where_zh` text NOT NULL,
	`where_en` text NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adoption_offers_one_per_product` ON `adoption_offers` (`product_id`);--> statement-breakpoint
CREATE INDEX `adoption_offers_of_farm` ON `adoption_offers` (`farm_id`);--> statement-breakpoint
CREATE TABLE `adoptions` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`number` integer NOT NULL,
	`order_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`nickname` text NOT NULL,
	`adopted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`offer_id`) REFERENCES `adoption_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adoptions_one_per_number` ON `adoptions` (`offer_id`,`number`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `adoptions_of_customer` ON `adoptions` (`customer_id`);--> statement-breakpoint
CREATE INDEX `adoptions_of_order` ON `adoptions` (`order_id`);--> statement-breakpoint
CREATE TABLE `subscription_weeks` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`status` text NOT NULL,
	`swaps` text NOT NULL,
	`order_id` text,
	`refusal` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscription_weeks_once` ON `subscription_weeks` (`subscription_id`,`wave_id`);--> statement-breakpoint
CREATE INDEX `subscription_weeks_of_order` ON `subscription_weeks` (`order_id`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`every_weeks` integer NOT NULL,
	`weekday` integer NOT NULL,
	`delivery` text NOT NULL,
	`zone_id` text NOT NULL,
	`pickup_point_id` text,
	`district_id` text,
	`recipient` text NOT NULL,
	`phone` text NOT NULL,
	`street` text NOT NULL,
	`note` text NOT NULL,
	`substitution` text NOT NULL,
	`locale` text NOT NULL,
	`status` text NOT NULL,
	`paused_until_on` text,
	`starts_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pickup_point_id`) REFERENCES `pickup_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`district_id`) REFERENCES `districts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscriptions_quantity" CHECK("subscriptions"."quantity" between 1 and 20),
	CONSTRAINT "subscriptions_rhythm" CHECK("subscriptions"."every_weeks" in (1, 2, 4) and "subscriptions"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE INDEX `subscriptions_of_customer` ON `subscriptions` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `subscriptions_by_status` ON `subscriptions` (`status`,`zone_id`);--> statement-breakpoint
CREATE TABLE `wishes` (
	`customer_id` text NOT NULL,
	`product_id` text NOT NULL,
	`tell_when_back` integer DEFAULT false NOT NULL,
	`added_at` integer NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`customer_id`, `product_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wishes_to_tell` ON `wishes` (`product_id`,`tell_when_back`);--> statement-breakpoint
ALTER TABLE `farms` ADD `licensed_until_on` text;--> statement-breakpoint
ALTER TABLE `farms` ADD `host_name` text;--> statement-breakpoint
ALTER TABLE `farms` ADD `picture_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `farms_one_per_host` ON `farms` (`host_name`);--> statement-breakpoint
ALTER TABLE `lots` ADD `forecast` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `kind` text DEFAULT 'single' NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `origin_doubt` text;--> statement-breakpoint
ALTER TABLE `products` ADD `picture_id` text;--> statement-breakpoint
ALTER TABLE `products` ADD `picture_colour` text;--> statement-breakpoint
ALTER TABLE `notice_choices` ADD `push` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `deleted_at` integer;