import { expect, test } from 'vitest'
import { stockAlertOf } from './stock-alerts.ts'

test('nothing left is sold out, five left is low, six is enough', () => {
  expect([0, 1, 5, 6, 40].map((left) => stockAlertOf({ left }))).toEqual(['sold_out', 'low', 'low', null, null])
})
