DROP INDEX `commission_terms_once`;--> statement-breakpoint
CREATE UNIQUE INDEX `commission_terms_once` ON `commission_terms` (`home_type`,`producer_id`,`category`,`product_id`,`effective_from`) WHERE "commission_terms"."status" <> 'withdrawn';--> statement-breakpoint
ALTER TABLE `variants` ADD `priced_by_weight` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `coupon_id` text REFERENCES promotions(id);