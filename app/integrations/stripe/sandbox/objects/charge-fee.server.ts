import type { PaymentMethodType } from './name-payment-method.server.ts'

/** Parts in 10,000 of the amount, plus a fixed part in the smallest unit of the currency. */
const RATES = {
  card: { rate: 340, fixed: 200 },
  alipay: { rate: 220, fixed: 0 },
  wechat_pay: { rate: 220, fixed: 0 },
} as const satisfies Record<PaymentMethodType, { rate: number; fixed: number }>

/**
 * What the processor keeps of a payment: 3.4 % + 2.00 by card, 2.2 % by Alipay or WeChat Pay, halves rounded up, never
 * more than the payment itself. Amounts in the smallest unit of the currency. A refund does not give it back.
 */
export function chargeFee(amount: number, method: PaymentMethodType): number {
  const { rate, fixed } = RATES[method]
  return Math.min(amount, Math.floor((amount * rate + 5_000) / 10_000) + fixed)
}
