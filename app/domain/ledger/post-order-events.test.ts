import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { fundsAvailable, paymentSucceeded, processorFee } from './post-order-events.ts'

const at = new Date('2026-11-22T02:00:00Z')
const payment = { paymentId: 'pi_1', orderId: 'O1', amountFen: fen(28_045) }
const moves = ({ transfers }: { transfers: { debit: string; credit: string; amountFen: number }[] }) =>
  transfers.map(({ debit, credit, amountFen }) => [debit, credit, amountFen])

test('a payment, its fee and the rest that becomes available are entered as in the worked example', () => {
  expect(moves(paymentSucceeded({ ...payment, couponFen: fen(500), at }))).toEqual([
    ['1010', '2010:O1', 28_045],
    ['5020', '2010:O1', 500],
  ])
  expect(moves(processorFee({ ...payment, feeFen: fen(1_048), at }))).toEqual([['5010', '1010', 1_048]])
  expect(moves(fundsAvailable({ ...payment, feeFen: fen(1_048), at }))).toEqual([['1020', '1010', 26_997]])
})

test('a payment that its fee eats up leaves nothing to become available', () => {
  expect(moves(fundsAvailable({ ...payment, feeFen: payment.amountFen, at }))).toEqual([])
})
