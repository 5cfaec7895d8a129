import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'

type Refund = { status: 'proposed' | 'declined' | 'approved' | 'sending' | 'unknown' | 'pending' | 'succeeded' | 'credited'; cashFen: Fen }

/** What has gone back to a customer of an order, or is decided to: a refund somebody only asked for is none yet. */
export const refundedFen = (refunds: readonly Refund[]): Fen =>
  sumFen(refunds.filter(({ status }) => status !== 'proposed' && status !== 'declined').map(({ cashFen }) => cashFen))

/** What an invoice is made out for: what was paid, with credit too, less what went back; nothing of an order that is not paid. */
export const invoiceAmountFen = (order: { totalFen: Fen; paidAt: Date | null }, refunds: readonly Refund[]): Fen =>
  order.paidAt === null ? fen(0) : fen(Math.max(0, order.totalFen - refundedFen(refunds)))
