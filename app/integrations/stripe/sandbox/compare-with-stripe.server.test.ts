import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { basket, openTestShop, postForm } from './fixtures/open-test-shop.server.ts'

/** Members and kinds as Stripe describes them; `values` only where the description names them all. */
type Shape = { kinds?: string[]; values?: string[]; required?: string[]; members?: Record<string, Shape>; items?: Shape }
const { shapes } = JSON.parse(readFileSync(new URL('./fixtures/stripe-shapes.json', import.meta.url), 'utf8')) as {
  shapes: Record<string, Shape>
}

/** Newer than both descriptions: known from the SDK's own types, which the builders satisfy under tsc. */
const NEWER = new Set([
  'checkout.session.allowed_payment_method_types',
  'checkout.session.payment_method_options.card.request_three_d_secure',
  'checkout.session.payment_method_options.wechat_pay',
  'payment_intent.allowed_payment_method_types',
  'payment_intent.payment_record',
  'charge.payment_method_details.card.electronic_commerce_indicator',
  'refund.pending_reason',
  'dispute.evidence_details.submission_method',
  'dispute.intended_submission_method',
  'account.business_profile.specified_commercial_transactions_act_url',
  'account.controller.fees',
  'account.controller.losses',
  'account.controller.requirement_collection',
  'account.controller.stripe_dashboard',
])

const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value

/** Everything in `value` that Stripe would not send, as readable complaints. */
function complain(value: unknown, shape: Shape, path: string): string[] {
  const kind = kindOf(value)
  const complaints: string[] = []
  if (shape.kinds && !shape.kinds.includes(kind)) complaints.push(`${path} is ${kind}`)
  if (shape.values && typeof value === 'string' && !shape.values.includes(value)) complaints.push(`${path} is "${value}"`)
  if (Array.isArray(value) && shape.items) complaints.push(...value.flatMap((item) => complain(item, shape.items ?? {}, `${path}[]`)))
  if (kind !== 'object' || !shape.members) return complaints
  const members = Object.entries(value as Record<string, unknown>)
  const names = new Set(members.map(([name]) => name))
  for (const name of shape.required ?? []) if (!names.has(name)) complaints.push(`${path}.${name} is missing`)
  for (const [name, member] of members) {
    const memberPath = `${path}.${name}`
    const known = shape.members[name]
    if (NEWER.has(memberPath)) continue
    complaints.push(...(known ? complain(member, known, memberPath) : [`${memberPath} is unknown`]))
  }
  return complaints
}

type Sent = { object: string; data?: unknown }
const complainAbout = (sent: Sent) => complain(sent, shapes[sent.object] ?? { kinds: [] }, sent.object)

const LISTS = [
  '/checkout/sessions',
  '/payment_intents',
  '/charges',
  '/refunds',
  '/disputes',
  '/transfers',
  '/payouts',
  '/accounts',
  '/balance_transactions',
  '/events',
]

test('every object has the members Stripe describes, of the kinds it describes', async () => {
  const shop = await openTestShop()
  const get = async (path: string) => (await fetch(`${shop.origin}/v1${path}`, { headers: { authorization: 'Bearer sk_test_raw' } })).json()
  const objects: Sent[] = []
  const first = await shop.stripe.checkout.sessions.create(basket({ customer_email: 'li@example.com' }))
  objects.push(await get(`/checkout/sessions/${first.id}`))
  await shop.press(first, 'decline')
  objects.push(...(await get('/payment_intents')).data)
  await shop.press(first, 'succeed')
  for (const method of ['alipay', 'wechat_pay']) {
    await shop.press(await shop.stripe.checkout.sessions.create(basket({ allowed_payment_method_types: [method] })), 'succeed', method)
  }
  shop.sandbox.setFaults({ refundsToFail: 1 })
  const paid = (await shop.stripe.charges.list()).data.filter(({ paid }) => paid)
  for (const { id } of paid) await shop.stripe.refunds.create({ charge: id, amount: 100 })
  objects.push(...(await get('/refunds')).data)
  shop.passMinutes(1)
  await shop.sandbox.idle()

  const account = await shop.stripe.accounts.create({ type: 'express', email: 'farm@example.com' })
  const urls = { return_url: 'http://shop.test/farm', refresh_url: 'http://shop.test/farm' }
  const link = await shop.stripe.accountLinks.create({ account: account.id, type: 'account_onboarding', ...urls })
  objects.push(await get(`/accounts/${account.id}`), link)
  await postForm(link.url, { name: '吾家农场', number: '6222', agree: '1' })
  shop.passMinutes(2 * 24 * 60)
  const transfer = await shop.stripe.transfers.create({ amount: 100, currency: 'cny', destination: account.id })
  await shop.stripe.transfers.createReversal(transfer.id, { amount: 50 })
  await shop.stripe.payouts.create({ amount: 100, currency: 'cny' })
  await shop.press(await shop.stripe.checkout.sessions.create(basket()), 'dispute')
  const [dispute] = (await shop.stripe.disputes.list()).data
  await shop.stripe.disputes.update(dispute?.id ?? '', { evidence: { uncategorized_text: 'winning_evidence' } })

  for (const list of LISTS) objects.push(...(await get(`${list}?limit=100`)).data)
  objects.push(...(await get(`/transfers/${transfer.id}/reversals`)).data)
  objects.push(await get('/balance'))
  const lines: (Sent & { price: Sent })[] = (await get(`/checkout/sessions/${first.id}/line_items`)).data
  objects.push(...lines, ...lines.map(({ price }) => price))

  expect(new Set(objects.map(({ object }) => object)).size).toBe(15)
  expect([...new Set(objects.flatMap(complainAbout))]).toEqual([])
})

test('a member that is missing, unknown or of another kind is noticed', async () => {
  const shop = await openTestShop()
  const { created, ...session } = await shop.stripe.checkout.sessions.create(basket())
  expect(complainAbout({ ...session, colour: 'red', expires_at: 'soon', status: 'maybe' } as Sent)).toEqual([
    'checkout.session.created is missing',
    'checkout.session.expires_at is string',
    'checkout.session.status is "maybe"',
    'checkout.session.colour is unknown',
  ])
  expect(created).toBe(shop.nowS())
})
