CREATE INDEX "postings_in_time" ON "postings" USING btree ("posted_at","key");--> statement-breakpoint
-- Seals are append-only as the rows they stand for, and a sealed day (Asia/Shanghai) takes no more postings.
CREATE TRIGGER seals_never_change BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
--> statement-breakpoint
CREATE TRIGGER seals_never_emptied BEFORE TRUNCATE ON seals EXECUTE FUNCTION ledger_is_append_only();
--> statement-breakpoint
CREATE TRIGGER periods_never_emptied BEFORE TRUNCATE ON periods EXECUTE FUNCTION ledger_is_append_only();
--> statement-breakpoint
CREATE FUNCTION postings_into_unsealed_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM seals WHERE day >= to_char(NEW.posted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')) THEN
    RAISE EXCEPTION 'the day is sealed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER postings_into_unsealed_days BEFORE INSERT ON postings FOR EACH ROW EXECUTE FUNCTION postings_into_unsealed_days();
