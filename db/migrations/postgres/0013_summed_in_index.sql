DROP INDEX "transfers_by_debit";--> statement-breakpoint
DROP INDEX "transfers_by_credit";--> statement-breakpoint
CREATE INDEX "transfers_by_debit" ON "transfers" USING btree ("debit","id","amount_fen");--> statement-breakpoint
CREATE INDEX "transfers_by_credit" ON "transfers" USING btree ("credit","id","amount_fen");