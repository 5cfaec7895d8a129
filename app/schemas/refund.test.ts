import { expect, test } from 'vitest'
import { fingerprint, parseRefund, readRefundForm } from './refund.ts'

const key = '5f0c7a52-7f5e-4b1e-9a4e-0d8a3a5c1f10'
function typed(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ requestKey: key, reason: 'quality', bearer: 'shared', ...fields })) form.set(name, value)
  return readRefundForm(form)!
}
const line = (by: string, size = '') => typed({ 'by:lin_1': by, 'size:lin_1': size })

test.each([
  ['rest', '', { by: 'rest' }],
  ['quantity', ' 2 ', { by: 'quantity', quantity: 2 }],
  ['weight', '600', { by: 'weight', weightG: 600 }],
  ['amount', '12.5', { by: 'amount', cashFen: 1250 }],
])('a line by %s %j is read exactly', (by, size, part) => {
  expect(parseRefund(line(by, size))).toMatchObject({ ok: true, value: { lines: [{ lineId: 'lin_1', part }], deliveryFen: 0 } })
})

test.each([
  ['quantity', '0'],
  ['quantity', '1.5'],
  ['weight', '-3'],
  ['amount', '0'],
  ['amount', '1.234'],
  ['amount', ''],
])('%s %j names its field', (by, size) => {
  expect(parseRefund(line(by, size))).toEqual({ ok: false, problems: { 'size:lin_1': 'unreadable' } })
})

test('lines of which nothing is refunded are left out, and cancelling takes whole lines', () => {
  expect(parseRefund(line('none', '9'))).toMatchObject({ value: { lines: [] } })
  const cancelled = typed({ reason: 'cancelled', 'by:lin_1': 'quantity', 'size:lin_1': '1' })
  expect(parseRefund(cancelled)).toMatchObject({ value: { lines: [{ part: { by: 'rest' } }] } })
})

test('a delivery fee that cannot be read, and a note that is too long, name their fields', () => {
  expect(parseRefund(typed({ delivery: 'x', note: 'n'.repeat(301) }))).toEqual({
    ok: false,
    problems: { delivery: 'unreadable', note: 'noteLong' },
  })
})

test('a form that is not ours is none, and what changes a refund changes its fingerprint', () => {
  expect(readRefundForm(new FormData())).toBeNull()
  const one = line('amount', '5')
  expect(fingerprint(line('amount', '5'))).toBe(fingerprint(one))
  for (const other of [line('amount', '6'), line('rest'), typed({ 'by:lin_1': 'amount', 'size:lin_1': '5', bearer: 'farm' })]) {
    expect(fingerprint(other)).not.toBe(fingerprint(one))
  }
})
