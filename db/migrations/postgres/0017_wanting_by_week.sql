DROP INDEX "subscription_weeks_once";--> statement-breakpoint
ALTER TABLE "subscription_weeks" ALTER COLUMN "wave_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription_weeks" ADD COLUMN "week_on" text NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "seen_price_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "subscription_weeks_by_status" ON "subscription_weeks" USING btree ("status","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_weeks_once" ON "subscription_weeks" USING btree ("subscription_id","week_on");