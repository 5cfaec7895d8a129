ALTER TABLE `drop_orders` ADD `paid_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `drop_orders` ADD `fee_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `drop_orders` ADD `leader_fen` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `drop_orders` SET `paid_fen` = `cost_fen` WHERE `order_id` IN (SELECT `id` FROM `orders` WHERE `status` = 'completed') AND `drop_id` IN (SELECT `id` FROM `drops` WHERE `run_id` IS NOT NULL);
