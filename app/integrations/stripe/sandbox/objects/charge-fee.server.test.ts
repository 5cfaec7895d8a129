import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeFee } from './charge-fee.server.ts'
import { PAYMENT_METHODS } from './name-payment-method.server.ts'

test('a card costs 3.4 % and 2.00, a wallet 2.2 %, halves rounded up', () => {
  expect(chargeFee(5_850, 'card')).toBe(399)
  expect(chargeFee(5_850, 'alipay')).toBe(129)
  expect(chargeFee(250, 'wechat_pay')).toBe(6)
})

test('a fee is a whole number, never negative and never more than the payment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(...PAYMENT_METHODS), (amount, method) => {
      const fee = chargeFee(amount, method)
      return Number.isSafeInteger(fee) && fee >= 0 && fee <= amount
    }),
  )
})
