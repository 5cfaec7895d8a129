import type { farmStatementMessages } from './messages/farm-statement.ts'

type Texts = (typeof farmStatementMessages)['en']

const events: Record<string, (t: Texts, account: string) => string> = {
  line_accepted: (t, account) => (account === 'commission' ? t.commission : t.sales),
  settlement: (t, account) => (account === 'payable' ? t.settlementIn : t.settlement),
  payout: (t) => t.payout,
  refund: (t) => t.refund,
  dispute_lost: (t) => t.refund,
  wave_reckoned: (t) => t.freight,
  reversal: (t) => t.reversal,
}

/** What happened, in the farm's words; the books may know more events than farms do. */
export const sayLedgerEvent = (t: Texts, event: string, account: string): string =>
  (events[event] ?? ((texts: Texts) => texts.other))(t, account)
