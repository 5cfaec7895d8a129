ALTER TABLE "drop_orders" ADD COLUMN "paid_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drop_orders" ADD COLUMN "fee_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drop_orders" ADD COLUMN "leader_fen" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "drop_orders" SET "paid_fen" = "cost_fen" WHERE "order_id" IN (SELECT "id" FROM "orders" WHERE "status" = 'completed') AND "drop_id" IN (SELECT "id" FROM "drops" WHERE "run_id" IS NOT NULL);
