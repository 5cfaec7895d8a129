CREATE INDEX `postings_in_time` ON `postings` (`posted_at`,`key`);--> statement-breakpoint
-- Seals are append-only as the rows they stand for, and a sealed day (Asia/Shanghai) takes no more postings.
CREATE TRIGGER seals_never_change BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER seals_never_go BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER postings_into_unsealed_days BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM seals WHERE day >= strftime('%Y-%m-%d', NEW.posted_at / 1000, 'unixepoch', '+8 hours'))
BEGIN SELECT RAISE(ABORT, 'the day is sealed'); END;
