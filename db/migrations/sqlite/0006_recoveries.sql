CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`request_key` text NOT NULL,
	`farm_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`status` text NOT NULL,
	`payout_id` text,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`settled_at` integer,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payout_id`) REFERENCES `payouts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recoveries_amount" CHECK("recoveries"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_one_per_request` ON `recoveries` (`request_key`);--> statement-breakpoint
CREATE INDEX `recoveries_of_farm` ON `recoveries` (`farm_id`,`requested_at`);--> statement-breakpoint
CREATE INDEX `recoveries_by_status` ON `recoveries` (`status`);