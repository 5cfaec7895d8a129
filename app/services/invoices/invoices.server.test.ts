import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { findVat } from '#db/queries/account/invoices.server.ts'
import { auditEntries, invoices, orders, refunds } from '#db/schema/index.ts'
import { later, noon, openAccepted } from '#tests/support/open-refunds.ts'
import { askForInvoice } from './ask-for-invoice.server.ts'
import { issueInvoice } from './issue-invoice.server.ts'
import { exportInvoices, listInvoices } from './list-invoices.server.ts'

const said = { title: '=HYPERLINK("x")', taxNumber: '91350211M000100Y43', email: 'a@example.com' }

test('an invoice is asked for by whoever paid, for what was paid less what went back, issued once, and then stays', async () => {
  const { db, orderId } = await openAccepted()
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  const { customerId, totalFen } = order!
  const ask = (change: object = {}) => askForInvoice(db, { orderId, customerId, ...said, now: noon, ...change })
  expect(await ask({ customerId: 'cus_other' })).toEqual({ ok: false, refusal: { code: 'unknown_order' } })
  expect(await ask({ title: '同田食堂' })).toEqual({ ok: true, value: null })
  expect(await ask()).toEqual({ ok: true, value: null })
  await db.transact((tx) =>
    tx.insert(refunds).values({
      id: 'ref_1',
      orderId,
      requestKey: 'k',
      reason: 'quality',
      bearer: 'shared',
      status: 'succeeded',
      cashFen: fen(300),
      deliveryFen: fen(0),
      couponFen: fen(0),
      goodsReturned: false,
      way: 'credit',
      note: '',
      requestedBy: 'x',
      requestedAt: noon,
    }),
  )
  const listed = await listInvoices(db.reader, { isOpen: true, limit: 10 })
  expect(listed).toMatchObject([{ title: said.title, amountFen: totalFen - 300 }])
  const { bytes } = await exportInvoices(db.reader, { locale: 'zh-CN', now: noon })
  expect(bytes.toString('utf8')).toContain(`'=HYPERLINK`)
  expect(bytes.toString('utf8')).toContain(String((totalFen - 300) / 100))

  const issue = (number: string) => issueInvoice(db, { orderId, number, userId: 'user_office', now: later(1) })
  expect([await issue('12345678'), await issue('87654321')]).toEqual([
    { ok: true, value: null },
    { ok: false, refusal: { code: 'not_open' } },
  ])
  expect(await ask()).toEqual({ ok: false, refusal: { code: 'issued' } })
  expect(await db.reader.select().from(invoices)).toMatchObject([{ number: '12345678', issuedBy: 'user_office' }])
  expect(await db.reader.select().from(auditEntries).where(eq(auditEntries.action, 'invoice_issued'))).toMatchObject([
    { subject: orderId, detail: { number: '12345678', amountFen: totalFen - 300 } },
  ])
  expect(await findVat(db.reader, orderId)).toBeGreaterThan(0)
})

test('nothing is invoiced that is not paid, or has all gone back', async () => {
  const { db, orderId } = await openAccepted()
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  const ask = () => askForInvoice(db, { orderId, customerId: order!.customerId, ...said, now: noon })
  await db.transact((tx) => tx.update(orders).set({ paidAt: null }).where(eq(orders.id, orderId)))
  expect(await ask()).toEqual({ ok: false, refusal: { code: 'not_paid' } })
})
