CREATE TABLE "driver_events" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"driver_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"phone_at" timestamp (3) with time zone NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "drop_proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"drop_id" text NOT NULL,
	"kind" text NOT NULL,
	"media_id" text,
	"note" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"taken_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"wave_id" text NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"detail" jsonb NOT NULL,
	"assignment" jsonb NOT NULL,
	"cost_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_jobs" (
	"wave_id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"progress" integer NOT NULL,
	"best_cost_fen" bigint,
	"unserved" integer NOT NULL,
	"seconds" integer NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"stop_asked_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"note" text NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "travel_legs" (
	"profile" text NOT NULL,
	"from_place" text NOT NULL,
	"to_place" text NOT NULL,
	"distance_m" integer NOT NULL,
	"duration_s" integer NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "travel_legs_profile_from_place_to_place_pk" PRIMARY KEY("profile","from_place","to_place")
);
--> statement-breakpoint
CREATE TABLE "first_mile_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"on_day" text NOT NULL,
	"vehicle_id" text NOT NULL,
	"driver_id" text NOT NULL,
	"carrier_id" text NOT NULL,
	"departs_at" timestamp (3) with time zone NOT NULL,
	"arrives_at" timestamp (3) with time zone NOT NULL,
	"distance_m" integer NOT NULL,
	"duration_s" integer NOT NULL,
	"cost_fen" bigint NOT NULL,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "first_mile_stops" (
	"run_id" text NOT NULL,
	"farm_id" text NOT NULL,
	"position" integer NOT NULL,
	"arrives_at" timestamp (3) with time zone NOT NULL,
	"weight_g" integer NOT NULL,
	"cost_fen" bigint NOT NULL,
	CONSTRAINT "first_mile_stops_run_id_farm_id_pk" PRIMARY KEY("run_id","farm_id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"request_key" text NOT NULL,
	"farm_id" text NOT NULL,
	"wave_id" text NOT NULL,
	"hub_id" text NOT NULL,
	"way" text NOT NULL,
	"crates" jsonb NOT NULL,
	"temperature_deci" integer,
	"media_id" text,
	"note" text NOT NULL,
	"handed_by" text NOT NULL,
	"handed_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"arrived_crates" jsonb,
	"arrived_temperature_deci" integer,
	"arrived_media_id" text,
	"arrived_note" text,
	"arrived_by" text,
	"arrived_at" timestamp (3) with time zone,
	CONSTRAINT "handovers_arrived_whole" CHECK (("handovers"."status" = 'arrived') = ("handovers"."arrived_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"id" text PRIMARY KEY NOT NULL,
	"consignment_id" text NOT NULL,
	"step" text NOT NULL,
	"handover_id" text,
	"run_id" text,
	"by_user" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" text PRIMARY KEY NOT NULL,
	"use" text NOT NULL,
	"owner_id" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"thumbhash" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"vehicle_id" text,
	"driver_id" text,
	"on_day" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "absences_of_one" CHECK (("absences"."vehicle_id" is null) <> ("absences"."driver_id" is null))
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text,
	"on_day" text NOT NULL,
	"kind" text NOT NULL,
	"note_zh" text NOT NULL,
	"note_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "carrier_tariffs" (
	"id" text PRIMARY KEY NOT NULL,
	"carrier_id" text NOT NULL,
	"vehicle_kind" text NOT NULL,
	"from_on" text NOT NULL,
	"cost_per_run_fen" bigint NOT NULL,
	"cost_per_km_fen" bigint NOT NULL,
	"cost_per_hour_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "carriers" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"phone" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drivers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"carrier_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"vehicle_id" text NOT NULL,
	"driver_id" text NOT NULL,
	"weekdays" jsonb NOT NULL,
	"from_time" text NOT NULL,
	"until_time" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text NOT NULL,
	"weekdays" jsonb NOT NULL,
	"cutoff_days_before" integer NOT NULL,
	"cutoff_time" text NOT NULL,
	"capacity_drops" integer NOT NULL,
	"drop_fee_fen" bigint NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text
);
--> statement-breakpoint
CREATE TABLE "calendar_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text
);
--> statement-breakpoint
CREATE TABLE "sharing_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"from_on" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"status" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_costs" (
	"wave_id" text PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"first_mile_fen" bigint NOT NULL,
	"last_mile_fen" bigint NOT NULL,
	"fees_fen" bigint NOT NULL,
	"leaders_fen" bigint NOT NULL,
	"direct_fen" bigint NOT NULL,
	"orders" integer NOT NULL,
	"samples" integer NOT NULL,
	"error_fen" bigint NOT NULL,
	"reckoned_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wave_farm_shares" (
	"wave_id" text NOT NULL,
	"farm_id" text NOT NULL,
	"orders" integer NOT NULL,
	"parcels" integer NOT NULL,
	"weight_g" integer NOT NULL,
	"direct_fen" bigint NOT NULL,
	"cost_fen" bigint NOT NULL,
	"freight_fen" bigint NOT NULL,
	CONSTRAINT "wave_farm_shares_wave_id_farm_id_pk" PRIMARY KEY("wave_id","farm_id")
);
--> statement-breakpoint
DROP INDEX "waves_once";--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "first_mile" text DEFAULT 'brings' NOT NULL;--> statement-breakpoint
ALTER TABLE "farms" ADD COLUMN "ready_from" text DEFAULT '05:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "locked_vehicle_id" text;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "locked_position" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "excluded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "promised_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "promised_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "crates_back" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drops" ADD COLUMN "returned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "driven_m" integer;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "driven_cost_fen" bigint;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "arrive_by" text DEFAULT '06:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "cross_dock_minutes" integer DEFAULT 45 NOT NULL;--> statement-breakpoint
ALTER TABLE "hubs" ADD COLUMN "status" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD COLUMN "capacity_orders" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD COLUMN "instructions_zh" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD COLUMN "instructions_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD COLUMN "status" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "pickup_points" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "kind" text DEFAULT 'van' NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "status" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicles" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "plan_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "waves" ADD COLUMN "part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "status" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "placed_by" text DEFAULT 'district' NOT NULL;--> statement-breakpoint
ALTER TABLE "consignments" ADD COLUMN "handed_over_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "consignments" ADD COLUMN "at_hub_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "consignments" ADD COLUMN "missing_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "leaders" ADD COLUMN "kind" text DEFAULT 'community' NOT NULL;--> statement-breakpoint
ALTER TABLE "leaders" ADD COLUMN "invoice_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "leaders" ADD COLUMN "tax_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_contacts" ADD COLUMN "placed_by" text DEFAULT 'district' NOT NULL;--> statement-breakpoint
ALTER TABLE "driver_events" ADD CONSTRAINT "driver_events_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_proofs" ADD CONSTRAINT "drop_proofs_drop_id_drops_id_fk" FOREIGN KEY ("drop_id") REFERENCES "public"."drops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drop_proofs" ADD CONSTRAINT "drop_proofs_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_jobs" ADD CONSTRAINT "plan_jobs_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_mile_runs" ADD CONSTRAINT "first_mile_runs_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_mile_runs" ADD CONSTRAINT "first_mile_runs_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_mile_stops" ADD CONSTRAINT "first_mile_stops_run_id_first_mile_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."first_mile_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_mile_stops" ADD CONSTRAINT "first_mile_stops_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_arrived_media_id_media_id_fk" FOREIGN KEY ("arrived_media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scans" ADD CONSTRAINT "scans_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_driver_id_drivers_id_fk" FOREIGN KEY ("driver_id") REFERENCES "public"."drivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier_tariffs" ADD CONSTRAINT "carrier_tariffs_carrier_id_carriers_id_fk" FOREIGN KEY ("carrier_id") REFERENCES "public"."carriers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drivers" ADD CONSTRAINT "drivers_carrier_id_carriers_id_fk" FOREIGN KEY ("carrier_id") REFERENCES "public"."carriers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_driver_id_drivers_id_fk" FOREIGN KEY ("driver_id") REFERENCES "public"."drivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_rules" ADD CONSTRAINT "wave_rules_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_costs" ADD CONSTRAINT "wave_costs_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_farm_shares" ADD CONSTRAINT "wave_farm_shares_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_farm_shares" ADD CONSTRAINT "wave_farm_shares_farm_id_farms_id_fk" FOREIGN KEY ("farm_id") REFERENCES "public"."farms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "driver_events_of_run" ON "driver_events" USING btree ("run_id","received_at");--> statement-breakpoint
CREATE INDEX "drop_proofs_of_drop" ON "drop_proofs" USING btree ("drop_id","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_edits_once" ON "plan_edits" USING btree ("wave_id","version");--> statement-breakpoint
CREATE INDEX "first_mile_runs_of_day" ON "first_mile_runs" USING btree ("hub_id","on_day");--> statement-breakpoint
CREATE UNIQUE INDEX "handovers_one_per_request" ON "handovers" USING btree ("request_key");--> statement-breakpoint
CREATE INDEX "handovers_of_farm" ON "handovers" USING btree ("farm_id","handed_at");--> statement-breakpoint
CREATE INDEX "handovers_of_wave" ON "handovers" USING btree ("wave_id","status");--> statement-breakpoint
CREATE INDEX "scans_of_consignment" ON "scans" USING btree ("consignment_id","at");--> statement-breakpoint
CREATE INDEX "media_of_owner" ON "media" USING btree ("owner_id","use","kept_at");--> statement-breakpoint
CREATE INDEX "absences_by_day" ON "absences" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "calendar_days_by_day" ON "calendar_days" USING btree ("on_day");--> statement-breakpoint
CREATE UNIQUE INDEX "carrier_tariffs_once" ON "carrier_tariffs" USING btree ("carrier_id","vehicle_kind","from_on");--> statement-breakpoint
CREATE INDEX "shifts_of_vehicle" ON "shifts" USING btree ("vehicle_id");--> statement-breakpoint
CREATE INDEX "wave_rules_of_zone" ON "wave_rules" USING btree ("zone_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_keys_one_per_customer" ON "calendar_keys" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "notices_of_order" ON "notices" USING btree ("order_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "place_questions_one_per_order" ON "place_questions" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "place_questions_open" ON "place_questions" USING btree ("answered_at","asked_at");--> statement-breakpoint
CREATE INDEX "sharing_rules_by_day" ON "sharing_rules" USING btree ("status","from_on");--> statement-breakpoint
CREATE INDEX "wave_farm_shares_of_farm" ON "wave_farm_shares" USING btree ("farm_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waves_once" ON "waves" USING btree ("zone_id","delivers_on","part");