import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { bookAccounts, bookMonths } from './open-books.ts'

const amount = fc.nat({ max: 1_000_000 }).map(fen)
const moves = fc.array(
  fc.record({
    month: fc.constantFrom('2026-10', '2026-11'),
    account: fc.constantFrom(...bookAccounts),
    debitFen: amount,
    creditFen: amount,
  }),
)

test('every month’s surplus is its income less its cost, figure by figure', () => {
  fc.assert(
    fc.property(moves, (told) => {
      for (const { figures, incomeFen, costFen, surplusFen } of bookMonths(['2026-10', '2026-11'], told)) {
        expect(incomeFen).toBe(figures['4010'] + figures['4020'] + figures['4030'] + figures['2410'])
        expect(costFen).toBe(bookAccounts.filter((account) => account.startsWith('5')).reduce((sum, account) => sum + figures[account], 0))
        expect(surplusFen).toBe(incomeFen - costFen)
      }
    }),
  )
})

test('a fee earned and taken back leaves nothing; a cost is what was spent', () => {
  const [month] = bookMonths(
    ['2026-11'],
    [
      { month: '2026-11', account: '4010', debitFen: fen(400), creditFen: fen(400) },
      { month: '2026-11', account: '5010', debitFen: fen(300), creditFen: fen(0) },
      { month: '2026-10', account: '5010', debitFen: fen(999), creditFen: fen(0) },
    ],
  )
  expect(month).toMatchObject({ incomeFen: 0, costFen: 300, surplusFen: -300 })
})
