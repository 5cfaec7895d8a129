import type { leaderMessages } from './messages/leader.ts'

type Texts = (typeof leaderMessages)['en']

const events: Record<string, (t: Texts) => string> = {
  line_accepted: (t) => t.lineCommission,
  delivery: (t) => t.savingShare,
  settlement: (t) => t.settlement,
  payout: (t) => t.payout,
  refund: (t) => t.refundEvent,
  reversal: (t) => t.reversal,
}

/** What happened, in the leader's words; the books may know more events than leaders do. */
export const sayEarning = (t: Texts, event: string): string => (events[event] ?? ((texts: Texts) => texts.otherEvent))(t)
