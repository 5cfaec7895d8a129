CREATE TABLE `driver_events` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`phone_at` integer NOT NULL,
	`happened_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`refusal` text,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `driver_events_of_run` ON `driver_events` (`run_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `drop_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`drop_id` text NOT NULL,
	`kind` text NOT NULL,
	`media_id` text,
	`note` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	FOREIGN KEY (`drop_id`) REFERENCES `drops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drop_proofs_of_drop` ON `drop_proofs` (`drop_id`,`taken_at`);--> statement-breakpoint
CREATE TABLE `plan_edits` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`version` integer NOT NULL,
	`action` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`detail` text NOT NULL,
	`assignment` text NOT NULL,
	`cost_fen` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_edits_once` ON `plan_edits` (`wave_id`,`version`);--> statement-breakpoint
CREATE TABLE `plan_jobs` (
	`wave_id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`progress` integer NOT NULL,
	`best_cost_fen` integer,
	`unserved` integer NOT NULL,
	`seconds` integer NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`stop_asked_at` integer,
	`leased_until` integer,
	`note` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `travel_legs` (
	`profile` text NOT NULL,
	`from_place` text NOT NULL,
	`to_place` text NOT NULL,
	`distance_m` integer NOT NULL,
	`duration_s` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`profile`, `from_place`, `to_place`)
);
--> statement-breakpoint
CREATE TABLE `first_mile_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`on_day` text NOT NULL,
	`vehicle_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`carrier_id` text NOT NULL,
	`departs_at` integer NOT NULL,
	`arrives_at` integer NOT NULL,
	`distance_m` integer NOT NULL,
	`duration_s` integer NOT NULL,
	`cost_fen` integer NOT NULL,
	`status` text NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `first_mile_runs_of_day` ON `first_mile_runs` (`hub_id`,`on_day`);--> statement-breakpoint
CREATE TABLE `first_mile_stops` (
	`run_id` text NOT NULL,
	`farm_id` text NOT NULL,
	`position` integer NOT NULL,
	`arrives_at` integer NOT NULL,
	`weight_g` integer NOT NULL,
	`cost_fen` integer NOT NULL,
	PRIMARY KEY(`run_id`, `farm_id`),
	FOREIGN KEY (`run_id`) REFERENCES `first_mile_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`request_key` text NOT NULL,
	`farm_id` text NOT NULL,
	`wave_id` text NOT NULL,
	`hub_id` text NOT NULL,
	`way` text NOT NULL,
	`crates` text NOT NULL,
	`temperature_deci` integer,
	`media_id` text,
	`note` text NOT NULL,
	`handed_by` text NOT NULL,
	`handed_at` integer NOT NULL,
	`status` text NOT NULL,
	`arrived_crates` text,
	`arrived_temperature_deci` integer,
	`arrived_media_id` text,
	`arrived_note` text,
	`arrived_by` text,
	`arrived_at` integer,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arrived_media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handovers_arrived_whole" CHECK(("handovers"."status" = 'arrived') = ("handovers"."arrived_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_one_per_request` ON `handovers` (`request_key`);--> statement-breakpoint
CREATE INDEX `handovers_of_farm` ON `handovers` (`farm_id`,`handed_at`);--> statement-breakpoint
CREATE INDEX `handovers_of_wave` ON `handovers` (`wave_id`,`status`);--> statement-breakpoint
CREATE TABLE `scans` (
	`id` text PRIMARY KEY NOT NULL,
	`consignment_id` text NOT NULL,
	`step` text NOT NULL,
	`handover_id` text,
	`run_id` text,
	`by_user` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scans_of_consignment` ON `scans` (`consignment_id`,`at`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`owner_id` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`thumbhash` text NOT NULL,
	`kept_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_of_owner` ON `media` (`owner_id`,`use`,`kept_at`);--> statement-breakpoint
CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`vehicle_id` text,
	`driver_id` text,
	`on_day` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "absences_of_one" CHECK(("absences"."vehicle_id" is null) <> ("absences"."driver_id" is null))
);
--> statement-breakpoint
CREATE INDEX `absences_by_day` ON `absences` (`on_day`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text,
	`on_day` text NOT NULL,
	`kind` text NOT NULL,
	`note_zh` text NOT NULL,
	`note_en` text NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_days_by_day` ON `calendar_days` (`on_day`);--> statement-breakpoint
CREATE TABLE `carrier_tariffs` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_id` text NOT NULL,
	`vehicle_kind` text NOT NULL,
	`from_on` text NOT NULL,
	`cost_per_run_fen` integer NOT NULL,
	`cost_per_km_fen` integer NOT NULL,
	`cost_per_hour_fen` integer NOT NULL,
	FOREIGN KEY (`carrier_id`) REFERENCES `carriers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `carrier_tariffs_once` ON `carrier_tariffs` (`carrier_id`,`vehicle_kind`,`from_on`);--> statement-breakpoint
CREATE TABLE `carriers` (
	`id` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drivers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`carrier_id` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	FOREIGN KEY (`carrier_id`) REFERENCES `carriers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`vehicle_id` text NOT NULL,
	`driver_id` text NOT NULL,
	`weekdays` text NOT NULL,
	`from_time` text NOT NULL,
	`until_time` text NOT NULL,
	FOREIGN KEY (`vehicle_id`) REFERENCES `vehicles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`driver_id`) REFERENCES `drivers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shifts_of_vehicle` ON `shifts` (`vehicle_id`);--> statement-breakpoint
CREATE TABLE `wave_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`weekdays` text NOT NULL,
	`cutoff_days_before` integer NOT NULL,
	`cutoff_time` text NOT NULL,
	`capacity_drops` integer NOT NULL,
	`drop_fee_fen` integer NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wave_rules_of_zone` ON `wave_rules` (`zone_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `calendar_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_keys_one_per_customer` ON `calendar_keys` (`customer_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notices_of_order` ON `notices` (`order_id`,`at`);--> statement-breakpoint
CREATE TABLE `place_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_questions_one_per_order` ON `place_questions` (`order_id`);--> statement-breakpoint
CREATE INDEX `place_questions_open` ON `place_questions` (`answered_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `sharing_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`from_on` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sharing_rules_by_day` ON `sharing_rules` (`status`,`from_on`);--> statement-breakpoint
CREATE TABLE `wave_costs` (
	`wave_id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`first_mile_fen` integer NOT NULL,
	`last_mile_fen` integer NOT NULL,
	`fees_fen` integer NOT NULL,
	`leaders_fen` integer NOT NULL,
	`direct_fen` integer NOT NULL,
	`orders` integer NOT NULL,
	`samples` integer NOT NULL,
	`error_fen` integer NOT NULL,
	`reckoned_at` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `wave_farm_shares` (
	`wave_id` text NOT NULL,
	`farm_id` text NOT NULL,
	`orders` integer NOT NULL,
	`parcels` integer NOT NULL,
	`weight_g` integer NOT NULL,
	`direct_fen` integer NOT NULL,
	`cost_fen` integer NOT NULL,
	`freight_fen` integer NOT NULL,
	PRIMARY KEY(`wave_id`, `farm_id`),
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`farm_id`) REFERENCES `farms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wave_farm_shares_of_farm` ON `wave_farm_shares` (`farm_id`);--> statement-breakpoint
DROP INDEX `waves_once`;--> statement-breakpoint
ALTER TABLE `waves` ADD `plan_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `waves` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `waves` ADD `part` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `waves_once` ON `waves` (`zone_id`,`delivers_on`,`part`);--> statement-breakpoint
ALTER TABLE `farms` ADD `first_mile` text DEFAULT 'brings' NOT NULL;--> statement-breakpoint
ALTER TABLE `farms` ADD `ready_from` text DEFAULT '05:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `drops` ADD `locked_vehicle_id` text;--> statement-breakpoint
ALTER TABLE `drops` ADD `locked_position` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `drops` ADD `excluded` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `drops` ADD `promised_from` integer;--> statement-breakpoint
ALTER TABLE `drops` ADD `promised_until` integer;--> statement-breakpoint
ALTER TABLE `drops` ADD `crates_back` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `drops` ADD `returned_at` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `left_at` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `driven_m` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `driven_cost_fen` integer;--> statement-breakpoint
ALTER TABLE `hubs` ADD `arrive_by` text DEFAULT '06:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `hubs` ADD `cross_dock_minutes` integer DEFAULT 45 NOT NULL;--> statement-breakpoint
ALTER TABLE `hubs` ADD `status` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `pickup_points` ADD `capacity_orders` integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE `pickup_points` ADD `instructions_zh` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pickup_points` ADD `instructions_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pickup_points` ADD `status` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `pickup_points` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `vehicles` ADD `kind` text DEFAULT 'van' NOT NULL;--> statement-breakpoint
ALTER TABLE `vehicles` ADD `status` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `vehicles` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `zones` ADD `status` text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE `zones` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `addresses` ADD `placed_by` text DEFAULT 'district' NOT NULL;--> statement-breakpoint
ALTER TABLE `consignments` ADD `handed_over_at` integer;--> statement-breakpoint
ALTER TABLE `consignments` ADD `at_hub_at` integer;--> statement-breakpoint
ALTER TABLE `consignments` ADD `missing_at` integer;--> statement-breakpoint
ALTER TABLE `leaders` ADD `kind` text DEFAULT 'community' NOT NULL;--> statement-breakpoint
ALTER TABLE `leaders` ADD `invoice_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `leaders` ADD `tax_number` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `order_contacts` ADD `placed_by` text DEFAULT 'district' NOT NULL;