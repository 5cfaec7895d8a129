import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { invoiceAmountFen } from './invoice-amount.ts'

const paidAt = new Date('2026-11-22T02:00:00Z')

test('an invoice is for what was paid less what went back; what was only asked for or declined is still paid', () => {
  const refunds = [
    { status: 'succeeded', cashFen: fen(1000) },
    { status: 'credited', cashFen: fen(500) },
    { status: 'sending', cashFen: fen(200) },
    { status: 'proposed', cashFen: fen(300) },
    { status: 'declined', cashFen: fen(400) },
  ] as const
  expect(invoiceAmountFen({ totalFen: fen(10_000), paidAt }, refunds)).toBe(8300)
  expect(invoiceAmountFen({ totalFen: fen(10_000), paidAt: null }, [])).toBe(0)
})
