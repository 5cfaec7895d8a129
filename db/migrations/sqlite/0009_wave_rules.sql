-- What zones and vehicles said of themselves becomes rules, carriers, drivers and shifts. Sunday was 0 and is 7 (ISO 8601).
INSERT INTO `wave_rules` (`id`, `zone_id`, `weekdays`, `cutoff_days_before`, `cutoff_time`, `capacity_drops`, `drop_fee_fen`, `from_on`, `until_on`)
SELECT 'rule_' || `id`, `id`, replace(`weekdays`, '0', '7'), 1, substr('0' || `cutoff_hour`, -2) || ':00', 60, `drop_fee_fen`, '2020-01-01', NULL FROM `zones`;--> statement-breakpoint
INSERT INTO `carriers` (`id`, `name_zh`, `name_en`, `kind`, `phone`, `status`)
SELECT DISTINCT `carrier_id`, `carrier_id`, `carrier_id`, 'firm', '', 'open' FROM `vehicles`;--> statement-breakpoint
INSERT INTO `drivers` (`id`, `name`, `phone`, `carrier_id`, `status`)
SELECT `driver_id`, `driver_id`, '', min(`carrier_id`), 'open' FROM `vehicles` GROUP BY `driver_id`;--> statement-breakpoint
INSERT INTO `shifts` (`id`, `vehicle_id`, `driver_id`, `weekdays`, `from_time`, `until_time`)
SELECT 'shift_' || `id`, `id`, `driver_id`, '[1,2,3,4,5,6,7]', '07:00', '19:00' FROM `vehicles`;--> statement-breakpoint
ALTER TABLE `orders` ADD `delivery_fees` text;--> statement-breakpoint
CREATE INDEX `orders_of_pickup_point` ON `orders` (`pickup_point_id`,`status`);--> statement-breakpoint
ALTER TABLE `zones` DROP COLUMN `weekdays`;--> statement-breakpoint
ALTER TABLE `zones` DROP COLUMN `cutoff_hour`;--> statement-breakpoint
ALTER TABLE `zones` DROP COLUMN `drop_fee_fen`;