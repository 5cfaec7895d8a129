import type { Fen } from '#app/domain/money/fen.ts'
import type { Posting } from './posting.ts'

export const fundsDirections = ['to_processor', 'to_bank'] as const
export type FundsDirection = (typeof fundsDirections)[number]

/** The alliance's own money from the bank to the processor's balance or back, under the bank's reference: 1030 → 1020, 1020 → 1030. */
export const fundsMoved = (p: { reference: string; direction: FundsDirection; amountFen: Fen; at: Date }): Posting => ({
  key: `funds:${p.reference}`,
  event: 'funds_moved',
  orderId: null,
  effectiveAt: p.at,
  transfers: [
    p.direction === 'to_processor'
      ? { debit: '1020', credit: '1030', amountFen: p.amountFen }
      : { debit: '1030', credit: '1020', amountFen: p.amountFen },
  ],
})
