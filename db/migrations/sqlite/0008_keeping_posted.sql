CREATE TABLE `delivery_wishes` (
	`drop_id` text NOT NULL,
	`order_id` text NOT NULL,
	`wish` text NOT NULL,
	`wave_id` text,
	`note` text NOT NULL,
	`said_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	PRIMARY KEY(`drop_id`, `order_id`),
	FOREIGN KEY (`drop_id`) REFERENCES `drops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delivery_wishes_open` ON `delivery_wishes` (`settled_at`,`said_at`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`customer_id` text PRIMARY KEY NOT NULL,
	`mail` integer NOT NULL,
	`sms` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
