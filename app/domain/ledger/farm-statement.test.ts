import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitLine } from '#app/domain/commission/split-line.ts'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { type AccountMove, breakdownOf, statementPage } from './farm-statement.ts'
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

/** Postings of one to three moves, newest first, as an account sees them. */
const movesOf = (sizes: readonly (readonly number[])[]): AccountMove[] =>
  sizes.flatMap((amounts, posting) =>
    amounts.map((amount, position) => ({
      id: `tr_${String(2_000_000 - posting * 10 - position)}`,
      postingKey: `posting-${posting}`,
      event: 'line_accepted',
      lineId: `line-${posting}`,
      at,
      signedFen: fen(amount),
    })),
  )

test('page after page, the lines add up to the account and each posting is one line', () => {
  const amounts = fc.array(fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 1, maxLength: 3 }), { maxLength: 40 })
  fc.assert(
    fc.property(amounts, fc.integer({ min: 3, max: 12 }), (postings, limit) => {
      const moves = movesOf(postings)
      const lines = []
      for (let before: string | null = 'tr_9'; before !== null; ) {
        const cursor: string = before
        const page = statementPage(moves.filter(({ id }) => id < cursor).slice(0, limit + 1), limit)
        lines.push(...page.lines)
        before = page.nextBefore
      }
      expect(lines.map(({ postingKey }) => postingKey)).toEqual(postings.map((_, index) => `posting-${index}`))
      expect(sumFen(lines.map(({ netFen }) => netFen))).toBe(sumFen(moves.map(({ signedFen }) => signedFen)))
    }),
  )
})

test('a posting longer than a page is cut rather than never shown', () => {
  const first = statementPage(movesOf([[1, 2, 3]]), 2)
  expect(first.lines[0]?.netFen).toBe(3)
  expect(first.nextBefore).toBe('tr_1999999')
})
