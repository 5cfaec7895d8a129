import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'
import { brandFundShared } from './post-reserve-events.ts'
import { type Posting, postingEvents, type Transfer } from './posting.ts'
import { findOverdrawn, mayUndoByHand, reversalOf } from './reverse-posting.ts'

const at = new Date('2026-11-22T02:00:00Z')
const accounts: AccountId[] = ['1010', '2010:o', '2030:r', '2110:a', '5020', '1130:d']
const transfers = fc.array(
  fc
    .record({
      debit: fc.constantFrom(...accounts),
      credit: fc.constantFrom(...accounts),
      amountFen: fc.integer({ min: 1, max: 99_999 }).map(fen),
      lineId: fc.constantFrom('l1', 'l2'),
    })
    .filter(({ debit, credit }) => debit !== credit),
  { minLength: 1, maxLength: 8 },
)
const postingOf = (moved: Transfer[]): Posting => ({ key: 'p', event: 'refund', orderId: 'o', effectiveAt: at, transfers: moved })

function balancesAfter(moved: readonly Transfer[], before = new Map<string, number>()) {
  const after = new Map(before)
  for (const { debit, credit, amountFen } of moved) {
    after.set(debit, (after.get(debit) ?? 0) + amountFen)
    after.set(credit, (after.get(credit) ?? 0) - amountFen)
  }
  return after
}

test('a posting and its reversal leave every account as it was', () => {
  fc.assert(
    fc.property(transfers, (moved) => {
      const after = balancesAfter(reversalOf(postingOf(moved), at).transfers, balancesAfter(moved))
      expect([...after.values()].every((balance) => balance === 0)).toBe(true)
    }),
  )
})

test('what could be posted can be undone at once, whatever the order of its transfers', () => {
  fc.assert(
    fc.property(transfers, fc.nat({ max: 200_000 }), (moved, escrowFen) => {
      const before = new Map([['2010:o', -escrowFen]])
      fc.pre(findOverdrawn(moved, before) === null)
      expect(findOverdrawn(reversalOf(postingOf(moved), at).transfers, balancesAfter(moved, before))).toBeNull()
    }),
  )
})

test('money that has gone on since is missed where it was', () => {
  const paid: Transfer = { debit: '1010', credit: '2010:o', amountFen: fen(500) }
  const undone = reversalOf(postingOf([paid]), at)
  expect(undone).toMatchObject({ key: 'p:reversed', event: 'reversal', reverses: 'p', transfers: [{ debit: '2010:o', credit: '1010' }] })
  expect(findOverdrawn(undone.transfers, new Map([['2010:o', -499]]))).toBe('2010:o')
  expect(findOverdrawn(undone.transfers, new Map([['2010:o', -500]]))).toBeNull()
})

test('a reversal is not reversed', () => {
  expect(() => reversalOf({ ...postingOf([]), event: 'reversal' }, at)).toThrow(/is a reversal/)
})

test('by hand only what no order, refund or payout speaks for is undone', () => {
  const undone = postingEvents.filter((event) => mayUndoByHand({ key: 'p', event }))
  expect(undone).toEqual(['match_received', 'brand_licence', 'dispatch', 'funds_moved', 'capital'])
  expect(mayUndoByHand(brandFundShared({ id: 'shr_1', shares: [], at }))).toBe(false)
})
