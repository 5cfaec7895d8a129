import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { fen } from '#app/domain/money/fen.ts'
import { breakdownOf } from './farm-statement.ts'
import { lineAccepted } from './post-order-events.ts'

const at = new Date('2026-11-22T02:00:00Z')
const codeOf = (account: string) => account.slice(0, 4)

test('of every sale, gross and top-up less each deduction is exactly what the farm keeps', () => {
  const rate = fc.integer({ min: 0, max: 2400 })
  const terms = fc.record({
    termsId: fc.constant('t'),
    home: fc.constantFrom(
      { type: 'farm' as const, id: 'A' },
      { type: 'farm' as const, id: 'B' },
      { type: 'leader' as const, id: 'L' },
      { type: 'alliance' as const, id: 'alliance' },
    ),
    leaderId: fc.constantFrom('L1', null),
    distributionBp: rate,
    leaderBp: rate,
    serviceBp: rate,
    vatInServiceBp: fc.integer({ min: 0, max: 1300 }),
    brandBp: rate,
    reserveFenPerKg: fc.integer({ min: 0, max: 100 }).map(fen),
    floor: fc.option(
      fc.record({ floorFenPerKg: fc.integer({ min: 0, max: 5000 }).map(fen), premiumShareBp: fc.integer({ min: 0, max: 10_000 }) }),
    ),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }).map(fen), fc.integer({ min: 0, max: 1e6 }), terms, (baseFen, weightG, t) => {
      const shares = splitLine(baseFen, weightG, 'A', t)
      const posting = lineAccepted({ orderId: 'o', lineId: 'l', producerId: 'A', home: t.home, leaderId: t.leaderId, shares, at })
      const told = breakdownOf(
        posting.transfers.map(({ debit, credit, amountFen }) => ({ debitCode: codeOf(debit), creditCode: codeOf(credit), amountFen })),
      )
      expect(told.grossFen).toBe(baseFen)
      const { grossFen, topUpFen, commissionFen, serviceFen, brandFen, marginFen, reserveFen, netFen } = told
      expect(grossFen + topUpFen - commissionFen - serviceFen - brandFen - marginFen - reserveFen).toBe(netFen)
      const moved = posting.transfers.map(({ debit, credit, amountFen }) =>
        credit === '2110:A' ? amountFen : debit === '2110:A' ? -amountFen : 0,
      )
      expect(netFen).toBe(moved.reduce((sum, amount) => sum + amount, 0))
    }),
    { numRuns: 500 },
  )
})
