import type { Language } from './choose-language.server.ts'

const zh = {
  title: '收银台',
  sandbox: '沙箱 · 不会真的扣款',
  toPay: '应付金额',
  items: '购买明细',
  quantity: '数量',
  method: '付款方式',
  card: '银行卡',
  alipay: '支付宝',
  wechat_pay: '微信支付',
  outcome: '付款结果（沙箱）',
  outcomeHint: '这里没有真的银行，请选择它的答复。',
  succeed: '支付成功',
  decline: '付款被拒',
  cancel: '取消',
  declined: '付款被拒，没有扣款。请重试，或换一种付款方式。',
  paidTitle: '这笔订单已经付款',
  paidText: '不会再次扣款。',
  expiredTitle: '付款已超时',
  expiredText: '这次付款已经关闭，没有扣款。请回到店铺重新下单付款。',
  backToShop: '返回店铺',
  missingTitle: '找不到这次付款',
  missingText: '链接可能不完整。',
}
type Words = typeof zh

const en: Words = {
  title: 'Checkout',
  sandbox: 'Sandbox · no money moves',
  toPay: 'To pay',
  items: 'Items',
  quantity: 'Quantity',
  method: 'Pay with',
  card: 'Bank card',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
  outcome: 'Outcome (sandbox)',
  outcomeHint: 'There is no real bank here: choose what it answers.',
  succeed: 'Payment succeeds',
  decline: 'Payment is declined',
  cancel: 'Cancel',
  declined: 'The payment was declined. Nothing was charged. Try again, or pay another way.',
  paidTitle: 'This order is already paid',
  paidText: 'You will not be charged again.',
  expiredTitle: 'This payment has expired',
  expiredText: 'The payment is closed and nothing was charged. Please go back to the shop and pay again.',
  backToShop: 'Back to the shop',
  missingTitle: 'No such payment',
  missingText: 'The link may be incomplete.',
}

export const CHECKOUT_WORDS: Record<Language, Words> = { zh, en }
