import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { type AccountMove, statementPage } from './party-statement.ts'

const at = new Date('2026-11-22T02:00:00Z')

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
