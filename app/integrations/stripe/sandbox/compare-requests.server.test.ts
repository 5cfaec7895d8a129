import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import type { SessionRequest } from '#app/integrations/stripe/processor.ts'
import { stripeProcessor } from '#app/integrations/stripe/stripe-processor.server.ts'
import { type FormTree, parseForm } from './api/parse-form.server.ts'
import { createSandbox } from './create-sandbox.server.ts'
import { postForm } from './fixtures/open-test-shop.server.ts'

/** What a parameter may be; `members` by name, `items` of a list. Nothing said is free (metadata). */
type Wanted = { kind?: string; values?: string[]; required?: string[]; members?: Record<string, Wanted>; items?: Wanted }
const { requests } = JSON.parse(readFileSync(new URL('./fixtures/stripe-requests.json', import.meta.url), 'utf8')) as {
  requests: Record<string, Wanted>
}

/** Everything in `given` that Stripe would not take, as readable complaints. */
function complain(given: FormTree | string, wanted: Wanted, path: string): string[] {
  if (typeof given === 'string') {
    if (wanted.values && !wanted.values.includes(given)) return [`${path} is "${given}"`]
    return wanted.kind === 'integer' && !/^-?\d+$/.test(given) ? [`${path} is no whole number`] : []
  }
  const { items, members, required = [] } = wanted
  if (items) return [...given.values()].flatMap((item) => complain(item, items, `${path}[]`))
  if (!members) return []
  const missing = required.filter((name) => !given.has(name)).map((name) => `${path}.${name} is missing`)
  const wrong = [...given].flatMap(([name, value]) => {
    const member = members[name]
    return member ? complain(value, member, `${path}.${name}`) : [`${path}.${name} is unknown`]
  })
  return [...missing, ...wrong]
}

type Sent = { method: string; path: string; form: FormTree }

/** `/v1/refunds/{refund}` stands for any id in that place. */
const named = ({ method, path }: Sent) =>
  Object.keys(requests).find((name) => new RegExp(`^${name.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(`${method} ${path}`))

async function openRecorder() {
  const sent: Sent[] = []
  const app = express()
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sandbox = createSandbox({ file: ':memory:', publicUrl: `http://127.0.0.1:${port}` })
  app.use('/v1', express.text({ type: () => true }), (req, _res, next) => {
    const query = req.originalUrl.split('?', 2)[1] ?? ''
    const form = parseForm(req.method === 'POST' && typeof req.body === 'string' ? req.body : query)
    sent.push({ method: req.method, path: `/v1${req.path}`, form })
    next()
  })
  app.use(sandbox.router)
  onTestFinished(async () => {
    await sandbox.close()
    server.closeAllConnections()
    server.close()
  })
  const settings = { secretKey: 'sk_test_shop', webhookSecret: 'unused', sandbox: { host: '127.0.0.1', port } }
  return { sent, sandbox, processor: stripeProcessor(settings) }
}

const session = (paymentId: string): SessionRequest => ({
  paymentId,
  orderId: 'ord_1',
  lines: [{ name: '同田订单', amountFen: fen(10_000) }],
  locale: 'zh-CN',
  email: 'li@example.com',
  successUrl: 'http://shop.test/paid',
  cancelUrl: 'http://shop.test/basket',
  expiresAt: new Date(Date.now() + 33 * 60_000),
})

test('every call our processor makes is as Stripe describes it', async () => {
  const { sent, sandbox, processor } = await openRecorder()
  await processor.closeSession((await processor.openSession(session('pay_1'))).sessionId)
  const opened = await processor.openSession(session('pay_2'))
  await postForm(opened.url, { outcome: 'succeed', method: 'card' })
  const { paymentIntentId } = await processor.closeSession(opened.sessionId)
  if (paymentIntentId === null) throw new Error('nothing was paid')
  await processor.findCharge(paymentIntentId)
  const refund = { refundId: 're_1', orderId: 'ord_1', paymentIntentId, amountFen: fen(100) }
  await processor.refund(refund)
  await processor.findRefund(refund)
  for await (const event of processor.listEvents(new Date(0))) expect(event.id).toMatch(/^evt_/)
  await processor.transfer({ payoutId: 'payout_1', accountId: 'acct_1', amountFen: fen(100) }).catch(() => {})
  await processor.findTransfer('payout_1')
  await processor.reverseTransfer({ transferId: 'tr_1', reversalKey: 'rev_1', amountFen: fen(1) }).catch(() => {})
  await processor.balance()
  await sandbox.idle()

  expect([...new Set(sent.map((call) => named(call) ?? `${call.method} ${call.path} is not described`))].sort()).toEqual(
    Object.keys(requests)
      .filter((name) => name !== 'GET /v1/transfers/{transfer}') // asked only of a transfer that was reversed
      .sort(),
  )
  expect(sent.flatMap((call) => complain(call.form, requests[named(call) ?? ''] ?? {}, named(call) ?? ''))).toEqual([])
})

test('a parameter that is missing, unknown or of another kind is noticed', () => {
  const wanted = requests['POST /v1/transfers'] ?? {}
  expect(complain(parseForm('currency=cny&amount=1.5&colour=red'), wanted, 'transfer')).toEqual([
    'transfer.destination is missing',
    'transfer.amount is no whole number',
    'transfer.colour is unknown',
  ])
})
