CREATE TABLE "delivery_wishes" (
	"drop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"wish" text NOT NULL,
	"wave_id" text,
	"note" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	CONSTRAINT "delivery_wishes_drop_id_order_id_pk" PRIMARY KEY("drop_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"mail" boolean NOT NULL,
	"sms" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "delivery_wishes" ADD CONSTRAINT "delivery_wishes_drop_id_drops_id_fk" FOREIGN KEY ("drop_id") REFERENCES "public"."drops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_wishes" ADD CONSTRAINT "delivery_wishes_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_wishes_open" ON "delivery_wishes" USING btree ("settled_at","said_at");