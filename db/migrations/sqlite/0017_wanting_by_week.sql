DROP TABLE `subscription_weeks`;--> statement-breakpoint
CREATE TABLE `subscription_weeks` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`week_on` text NOT NULL,
	`wave_id` text,
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
CREATE UNIQUE INDEX `subscription_weeks_once` ON `subscription_weeks` (`subscription_id`,`week_on`);--> statement-breakpoint
CREATE INDEX `subscription_weeks_of_order` ON `subscription_weeks` (`order_id`);--> statement-breakpoint
CREATE INDEX `subscription_weeks_by_status` ON `subscription_weeks` (`status`,`changed_at`);--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `seen_price_fen` integer DEFAULT 0 NOT NULL;