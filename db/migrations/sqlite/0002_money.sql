CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`order_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`fee_fen` integer NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disputes_of_order` ON `disputes` (`order_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_status` ON `disputes` (`status`);--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`refund_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer,
	`weight_g` integer,
	`base_fen` integer NOT NULL,
	`cash_fen` integer NOT NULL,
	`coupon_fen` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `line_id`),
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_lines_add_up" CHECK("refund_lines"."base_fen" = "refund_lines"."cash_fen" + "refund_lines"."coupon_fen" and "refund_lines"."base_fen" >= 0)
);
--> statement-breakpoint
CREATE INDEX `refund_lines_of_line` ON `refund_lines` (`line_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`request_key` text NOT NULL,
	`reason` text NOT NULL,
	`bearer` text NOT NULL,
	`status` text NOT NULL,
	`cash_fen` integer NOT NULL,
	`delivery_fen` integer NOT NULL,
	`coupon_fen` integer NOT NULL,
	`goods_returned` integer NOT NULL,
	`way` text NOT NULL,
	`payment_id` text,
	`processor_refund_id` text,
	`failure` text,
	`note` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`settled_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amounts" CHECK("refunds"."cash_fen" >= 0 and "refunds"."coupon_fen" >= 0 and "refunds"."delivery_fen" between 0 and "refunds"."cash_fen")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_one_per_request` ON `refunds` (`request_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_one_per_processor_refund` ON `refunds` (`processor_refund_id`);--> statement-breakpoint
CREATE INDEX `refunds_of_order` ON `refunds` (`order_id`);--> statement-breakpoint
CREATE INDEX `refunds_by_status` ON `refunds` (`status`,`requested_at`);--> statement-breakpoint
CREATE TABLE `reserve_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`farm_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reserve_claims_amount" CHECK("reserve_claims"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE INDEX `reserve_claims_by_status` ON `reserve_claims` (`status`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `seals` (
	`day` text PRIMARY KEY NOT NULL,
	`previous_day` text,
	`hash` text NOT NULL,
	`postings` integer NOT NULL,
	`transfers` integer NOT NULL,
	`moved_fen` integer NOT NULL,
	`sealed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`funded_by` text NOT NULL,
	`amount_fen` integer,
	`rate_bp` integer,
	`from_goods_fen` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`uses_left` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`stopped_at` integer,
	CONSTRAINT "promotions_one_measure" CHECK(("promotions"."amount_fen" is null) <> ("promotions"."rate_bp" is null)),
	CONSTRAINT "promotions_rate" CHECK("promotions"."rate_bp" is null or "promotions"."rate_bp" between 1 and 10000),
	CONSTRAINT "promotions_uses_left" CHECK("promotions"."uses_left" is null or "promotions"."uses_left" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `promotions_one_per_code` ON `promotions` (`code`);--> statement-breakpoint
CREATE INDEX `promotions_by_start` ON `promotions` (`starts_at`);--> statement-breakpoint
CREATE TABLE `payout_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`party_type` text NOT NULL,
	`party_id` text NOT NULL,
	`rail` text NOT NULL,
	`holder` text NOT NULL,
	`bank` text NOT NULL,
	`number` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `payout_accounts_of_party` ON `payout_accounts` (`party_type`,`party_id`,`entered_at`);--> statement-breakpoint
CREATE TABLE `payout_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`settlement_id` text NOT NULL,
	`file_hash` text NOT NULL,
	`payouts` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`settlement_id`) REFERENCES `settlements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payout_batches_of_settlement` ON `payout_batches` (`settlement_id`);--> statement-breakpoint
CREATE TABLE `payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`settlement_id` text NOT NULL,
	`party_type` text NOT NULL,
	`party_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`rail` text NOT NULL,
	`account_id` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`status` text NOT NULL,
	`batch_id` text,
	`processor_transfer_id` text,
	`recovered_fen` integer NOT NULL,
	`failure` text,
	`made_at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`settlement_id`) REFERENCES `settlements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `payout_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `payout_batches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payouts_amount" CHECK("payouts"."amount_fen" > 0 and "payouts"."recovered_fen" between 0 and "payouts"."amount_fen")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_once` ON `payouts` (`settlement_id`,`party_type`,`party_id`,`attempt`);--> statement-breakpoint
CREATE INDEX `payouts_of_party` ON `payouts` (`party_type`,`party_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `payouts_by_status` ON `payouts` (`status`);--> statement-breakpoint
CREATE INDEX `payouts_of_batch` ON `payouts` (`batch_id`);--> statement-breakpoint
CREATE TABLE `settlement_lines` (
	`settlement_id` text NOT NULL,
	`party_type` text NOT NULL,
	`party_id` text NOT NULL,
	`gross_fen` integer NOT NULL,
	`fees_fen` integer NOT NULL,
	`freight_fen` integer NOT NULL,
	`commission_fen` integer NOT NULL,
	`adjustments_fen` integer NOT NULL,
	`net_fen` integer NOT NULL,
	`brought_forward_fen` integer NOT NULL,
	`held_fen` integer NOT NULL,
	`tax_fen` integer NOT NULL,
	`payout_fen` integer NOT NULL,
	`orders` integer NOT NULL,
	PRIMARY KEY(`settlement_id`, `party_type`, `party_id`),
	FOREIGN KEY (`settlement_id`) REFERENCES `settlements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settlement_lines_payout" CHECK("settlement_lines"."payout_fen" >= 0),
	CONSTRAINT "settlement_lines_add_up" CHECK("settlement_lines"."net_fen" = "settlement_lines"."gross_fen" - "settlement_lines"."fees_fen" - "settlement_lines"."freight_fen" + "settlement_lines"."commission_fen" + "settlement_lines"."adjustments_fen")
);
--> statement-breakpoint
CREATE INDEX `settlement_lines_of_party` ON `settlement_lines` (`party_type`,`party_id`);--> statement-breakpoint
CREATE TABLE `settlements` (
	`id` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`status` text NOT NULL,
	`drafted_by` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`reviewed_by` text,
	`reviewed_at` integer,
	`approved_by` text,
	`approved_at` integer,
	`paid_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `settlements_one_per_period` ON `settlements` (`period`);--> statement-breakpoint
CREATE INDEX `settlements_by_status` ON `settlements` (`status`);--> statement-breakpoint
CREATE TABLE `surplus_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`year` text NOT NULL,
	`basis` text NOT NULL,
	`total_fen` integer NOT NULL,
	`status` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	CONSTRAINT "surplus_shares_total" CHECK("surplus_shares"."total_fen" > 0)
);
--> statement-breakpoint
CREATE INDEX `surplus_shares_by_year` ON `surplus_shares` (`year`,`kind`);--> statement-breakpoint
DROP INDEX `commission_terms_once`;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `producer_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `category` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `product_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `effective_until` integer;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `floor_fen_per_kg` integer;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `premium_share_bp` integer;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `status` text DEFAULT 'agreed' NOT NULL;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `proposed_by` text DEFAULT 'founding' NOT NULL;--> statement-breakpoint
ALTER TABLE `commission_terms` ADD `agreed_at` integer;--> statement-breakpoint
CREATE INDEX `commission_terms_by_status` ON `commission_terms` (`status`,`effective_from`);--> statement-breakpoint
CREATE UNIQUE INDEX `commission_terms_once` ON `commission_terms` (`home_type`,`producer_id`,`category`,`product_id`,`effective_from`);--> statement-breakpoint
ALTER TABLE `farms` ADD `green_years` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `farms` ADD `shares` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `periods` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `discount_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `coupon_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `priced_by_weight` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `promotion_id` text REFERENCES promotions(id);--> statement-breakpoint
ALTER TABLE `orders` ADD `credit_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `payments` ADD `method` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `available_at` integer;