import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { drawSteps, explainPayout } from './explain-payout.ts'
import { reckonParty } from './reckon-party.ts'

const signed = fc.integer({ min: -900_000, max: 900_000 }).map(fen)
const sales = fc.array(
  fc.record({
    debitCode: fc.constantFrom('2010', '2110', '5020'),
    creditCode: fc.constantFrom('2110', '2210', '2310', '4010', '2810', '2410', '4030', '2610', '2010'),
    amountFen: fc.nat({ max: 500_000 }).map(fen),
  }),
)
const settled = fc
  .record({
    party: fc.record({ type: fc.constantFrom('farm' as const, 'leader' as const), id: fc.constant('p') }),
    moves: fc.constant([]),
    acceptances: sales,
    orders: fc.nat(),
    unsettled: fc.record({ salesFen: signed, commissionFen: signed }),
    broughtForwardFen: signed,
    disputedFen: signed,
  })
  .map((books) => ({ line: reckonParty(books), acceptances: books.acceptances }))

test('every sum on the screen is what the steps before it add up to', () => {
  fc.assert(
    fc.property(settled, ({ line, acceptances }) => {
      let reached = 0
      for (const { kind, amountFen } of explainPayout(line, acceptances)) {
        if (kind === 'sum') expect(amountFen).toBe(reached)
        else reached += amountFen
      }
    }),
  )
})

test('every bar lies on the scale, and is as long as its amount', () => {
  fc.assert(
    fc.property(settled, ({ line, acceptances }) => {
      const { zero, steps } = drawSteps(explainPayout(line, acceptances))
      for (const { from, to } of steps) expect(0 <= from && from <= to && to <= 1).toBe(true)
      const payout = steps.at(-1)!
      expect(payout.from).toBeCloseTo(zero)
    }),
  )
})
