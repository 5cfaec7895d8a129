CREATE TABLE `relay_numbers` (
	`drop_id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`number` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`drop_id`) REFERENCES `drops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `hubs` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `vehicles` ADD `end_hub_id` text REFERENCES hubs(id);--> statement-breakpoint
ALTER TABLE `waves` ADD `version` integer DEFAULT 0 NOT NULL;