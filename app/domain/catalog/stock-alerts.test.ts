import { expect, test } from 'vitest'
import { lotAlertOf, stockAlertOf } from './stock-alerts.ts'

const today = '2026-11-22'

test('nothing left is sold out, five left is low, six is enough', () => {
  expect([0, 1, 5, 6, 40].map((left) => stockAlertOf({ left }))).toEqual(['sold_out', 'low', 'low', null, null])
})

test('a lot is worth a look from two days before its best-before, and past the day after it', () => {
  const alertAt = (bestBeforeOn: string) => lotAlertOf({ available: 3, bestBeforeOn }, today)
  expect(['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-25'].map(alertAt)).toEqual(['past', 'soon', 'soon', null])
})

test('a lot that is sold to the last worries nobody, however old', () => {
  expect(lotAlertOf({ available: 0, bestBeforeOn: '2026-01-01' }, today)).toBeNull()
})
