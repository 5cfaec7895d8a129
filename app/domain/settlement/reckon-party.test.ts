import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { differingParties, type PartyBooks, reckonParty } from './reckon-party.ts'

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(fen)
const signed = fc.integer({ min: -2_000_000, max: 2_000_000 }).map(fen)
const move = fc.record({
  accountCode: fc.constantFrom('2110', '2210', '2310'),
  event: fc.constantFrom('line_accepted', 'delivery', 'refund', 'dispatch', 'reversal'),
  otherCode: fc.constantFrom('2010', '2510', '2520', '2030', '2110'),
  signedFen: signed,
})
const acceptance = fc.record({
  debitCode: fc.constantFrom('2010', '2110', '5020', '1110'),
  creditCode: fc.constantFrom('2110', '2210', '2310', '4010', '2810', '2410', '4030', '2610'),
  amountFen: amount,
})
const books: fc.Arbitrary<PartyBooks> = fc.record({
  party: fc.record({ type: fc.constantFrom('farm' as const, 'leader' as const), id: fc.constant('p') }),
  moves: fc.array(move),
  acceptances: fc.array(acceptance),
  orders: fc.nat(),
  unsettled: fc.record({ salesFen: signed, commissionFen: signed }),
  broughtForwardFen: signed,
  disputedFen: signed,
})

test('whatever the books hold, gross − fees − freight + commission + adjustments is the net that is settled', () => {
  fc.assert(
    fc.property(books, (told) => {
      const line = reckonParty(told)
      expect(line.netFen).toBe(told.unsettled.salesFen + told.unsettled.commissionFen)
      expect(line.grossFen - line.feesFen - line.freightFen + line.commissionFen + line.adjustmentsFen).toBe(line.netFen)
    }),
  )
})

test('nobody is paid what is held, withheld or owed, and everything that is released is paid', () => {
  fc.assert(
    fc.property(books, (told) => {
      const { netFen, broughtForwardFen, heldFen, taxFen, payoutFen } = reckonParty(told)
      expect(Math.min(payoutFen, heldFen, taxFen)).toBeGreaterThanOrEqual(0)
      expect(heldFen).toBeLessThanOrEqual(Math.max(0, told.disputedFen))
      expect(payoutFen + heldFen + taxFen).toBe(Math.max(0, netFen + broughtForwardFen))
    }),
  )
})

const quiet: PartyBooks = {
  party: { type: 'farm', id: 'farm_a' },
  moves: [],
  acceptances: [],
  orders: 0,
  unsettled: { salesFen: fen(0), commissionFen: fen(0) },
  broughtForwardFen: fen(0),
  disputedFen: fen(0),
}

test('of 999 fen a leader is paid 970, 29 are withheld', () => {
  const line = reckonParty({
    ...quiet,
    party: { type: 'leader', id: 'L1' },
    unsettled: { salesFen: fen(0), commissionFen: fen(999) },
    moves: [{ accountCode: '2310', event: 'line_accepted', otherCode: '2010', signedFen: fen(999) }],
  })
  expect(line).toMatchObject({ commissionFen: 999, netFen: 999, taxFen: 29, payoutFen: 970 })
})

test('a debt from a refund after the last payout is taken off this one, and seen', () => {
  const line = reckonParty({ ...quiet, unsettled: { salesFen: fen(5000), commissionFen: fen(0) }, broughtForwardFen: fen(-1200) })
  expect(line).toMatchObject({ netFen: 5000, broughtForwardFen: -1200, payoutFen: 3800 })
})

test('a debt larger than the net pays nothing out', () => {
  const line = reckonParty({ ...quiet, unsettled: { salesFen: fen(5000), commissionFen: fen(0) }, broughtForwardFen: fen(-9000) })
  expect(line).toMatchObject({ netFen: 5000, payoutFen: 0, heldFen: 0 })
})

test('a line that changed by a fen since it was looked through is named, one that did not is not', () => {
  const line = reckonParty({ ...quiet, unsettled: { salesFen: fen(5000), commissionFen: fen(0) } })
  const moved = reckonParty({ ...quiet, unsettled: { salesFen: fen(5001), commissionFen: fen(0) } })
  expect(differingParties([line], [{ ...line }])).toEqual([])
  expect(differingParties([line], [moved])).toEqual(['farm_a'])
  expect(differingParties([line], [])).toEqual(['farm_a'])
})
