/** How a customer may pay here. */
export const PAYMENT_METHODS = ['card', 'alipay', 'wechat_pay'] as const
export type PaymentMethodType = (typeof PAYMENT_METHODS)[number]

export const isPaymentMethod = (value: string): value is PaymentMethodType => PAYMENT_METHODS.some((method) => method === value)
