import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { customers, orderContacts, orders } from '#db/schema/index.ts'
import { orderFor } from '#tests/support/open-fleet.ts'
import { marketDay, openMarket } from '#tests/support/open-market.ts'
import { changeCalendarKey } from './change-calendar-key.server.ts'
import { writeDeliveries } from './write-deliveries.server.ts'

test('a key opens its own customer’s deliveries without their name or address, until another replaces it or it is taken back', async () => {
  const db = await openMarket()
  const orderId = await orderFor(db, '8', [['hill', 1]])
  const othersId = await orderFor(db, '9', [['lake', 1]], { delivery: { kind: 'pickup', pickupPointId: 'gate', note: '' } })
  const { customerId } = (await db.reader.select().from(orders).where(eq(orders.id, orderId)))[0]!
  const read = (key: string | null) => writeDeliveries(db.reader, { key: key ?? '', publicUrl: 'https://shop.example', now: marketDay })
  const first = await changeCalendarKey(db, { customerId, isOn: true, now: marketDay })
  const calendar = (await read(first)) ?? ''
  expect(calendar).toContain('BEGIN:VCALENDAR')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261124')
  expect(calendar).toContain(`https://shop.example/orders/${orderId}`)
  expect(calendar).not.toContain(othersId)
  const [contact] = await db.reader.select().from(orderContacts).where(eq(orderContacts.orderId, orderId))
  const [customer] = await db.reader.select().from(customers).where(eq(customers.id, customerId))
  for (const secret of [contact!.recipient, contact!.phone, contact!.addressZh, customer!.name]) expect(calendar).not.toContain(secret)

  const second = await changeCalendarKey(db, { customerId, isOn: true, now: marketDay })
  expect(await read(first)).toBeNull()
  expect(await read(second)).toContain(orderId)
  await changeCalendarKey(db, { customerId, isOn: false, now: marketDay })
  expect(await read(second)).toBeNull()
})
