-- The system accounts of money.md: summed, never kept.
INSERT INTO accounts (id, code, party, balance_fen, side) VALUES
  ('1010', '1010', NULL, NULL, 'either'),
  ('1020', '1020', NULL, NULL, 'either'),
  ('1030', '1030', NULL, NULL, 'either'),
  ('1110', '1110', NULL, NULL, 'either'),
  ('2410', '2410', NULL, NULL, 'either'),
  ('2510', '2510', NULL, NULL, 'either'),
  ('2610', '2610', NULL, NULL, 'either'),
  ('2810', '2810', NULL, NULL, 'either'),
  ('2820', '2820', NULL, NULL, 'either'),
  ('3010', '3010', NULL, NULL, 'either'),
  ('4010', '4010', NULL, NULL, 'either'),
  ('4020', '4020', NULL, NULL, 'either'),
  ('4030', '4030', NULL, NULL, 'either'),
  ('5010', '5010', NULL, NULL, 'either'),
  ('5020', '5020', NULL, NULL, 'either'),
  ('5030', '5030', NULL, NULL, 'either'),
  ('5040', '5040', NULL, NULL, 'either'),
  ('5050', '5050', NULL, NULL, 'either'),
  ('5060', '5060', NULL, NULL, 'either'),
  ('5070', '5070', NULL, NULL, 'either'),
  ('9010', '9010', NULL, NULL, 'either');
--> statement-breakpoint
-- The ledger is append-only, and a closed period takes no more postings.
-- recursive_triggers (set on every connection) makes INSERT OR REPLACE fire the delete triggers.
CREATE TRIGGER transfers_never_change BEFORE UPDATE ON transfers BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER transfers_never_go BEFORE DELETE ON transfers BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER postings_never_change BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER postings_never_go BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER postings_into_open_periods BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM periods WHERE id = NEW.period AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the period is closed'); END;
--> statement-breakpoint
CREATE TRIGGER periods_stay_closed BEFORE UPDATE ON periods WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the period is closed'); END;
--> statement-breakpoint
CREATE TRIGGER periods_never_go BEFORE DELETE ON periods BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_never_go BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_keep_their_name BEFORE UPDATE OF id, code, party, side ON accounts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER transfers_move_balances AFTER INSERT ON transfers
BEGIN
  UPDATE accounts SET balance_fen = balance_fen + NEW.amount_fen WHERE id = NEW.debit AND balance_fen IS NOT NULL;
  UPDATE accounts SET balance_fen = balance_fen - NEW.amount_fen WHERE id = NEW.credit AND balance_fen IS NOT NULL;
END;
