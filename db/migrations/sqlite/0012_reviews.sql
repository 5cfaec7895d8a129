CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`product_id` text NOT NULL,
	`farm_id` text NOT NULL,
	`lot_id` text,
	`customer_id` text NOT NULL,
	`stars` integer NOT NULL,
	`text` text NOT NULL,
	`pictures` text NOT NULL,
	`written_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`hidden_reason` text,
	`hidden_by` text,
	`hidden_at` integer,
	FOREIGN KEY (`line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_stars" CHECK("reviews"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_one_per_line` ON `reviews` (`line_id`);--> statement-breakpoint
CREATE INDEX `reviews_of_product` ON `reviews` (`product_id`,`written_at`);--> statement-breakpoint
CREATE INDEX `reviews_of_farm` ON `reviews` (`farm_id`,`written_at`);--> statement-breakpoint
ALTER TABLE `products` ADD `ratings` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `products` ADD `stars` integer DEFAULT 0 NOT NULL;