import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { consignments, deliveryWishes, dropOrders, drops, orderContacts, orderLines, orders, refunds, waves } from '#db/schema/index.ts'
import { fillBasket, guestOrder, type Market, marketDay, openMarket } from '#tests/support/open-market.ts'
import { type ChangeDelivery, changeDelivery } from './change-delivery.server.ts'
import { sayWish } from './say-wish.server.ts'

const sameDoor = { kind: 'door', districtId: 'inner', street: '桐梓林路 8 号', note: '' } as const
const gate = { kind: 'pickup', pickupPointId: 'gate', note: '' } as const

async function paidOrder(db: Market, door = 'a') {
  const placed = await placeOrder(db, guestOrder(await fillBasket(db, `bas_${door}`, [['hill', 2]])))
  if (!placed.ok) throw new Error(placed.refusal.code)
  const { orderId, paymentId, totalFen: amountFen } = placed.value
  await receivePayment(db, { event: null, paymentId: paymentId ?? '', paymentIntentId: 'pi', amountFen, now: marketDay })
  return orderId
}
const change = (orderId: string, asked: Partial<ChangeDelivery> = {}): ChangeDelivery => ({
  requestKey: 'change_1',
  orderId,
  recipient: '甘棠',
  phone: '13800001111',
  destination: sameDoor,
  waveId: null,
  now: marketDay,
  ...asked,
})
const bookedOf = async (db: Market, id: string) => (await db.reader.select().from(waves).where(eq(waves.id, id)))[0]!.bookedDrops

test('collecting instead of a door costs half: the difference goes back once, and the drop goes to the point', async () => {
  const db = await openMarket()
  const orderId = await paidOrder(db)
  const [before] = await db.reader.select().from(orders)
  const changed = await changeDelivery(db, change(orderId, { destination: gate, recipient: '白芷' }))
  expect(changed.ok).toBe(true)
  const [contact] = await db.reader.select().from(orderContacts)
  expect(contact).toMatchObject({ placeKey: 'gate', recipient: '白芷' })
  const back = await db.reader.select().from(refunds)
  expect(back).toMatchObject([{ reason: 'delivery_changed', cashFen: before!.deliveryFen - Math.floor(700 / 2) }])
  const again = await changeDelivery(db, change(orderId, { requestKey: 'change_2' }))
  expect(again).toMatchObject({ ok: false, refusal: { code: 'costs_more' } })
  expect((await db.reader.select().from(orderContacts))[0]).toMatchObject({ placeKey: 'gate' })
})

test('another day takes a place there and gives the old one back; a full day takes nothing and loses nothing', async () => {
  const db = await openMarket({ capacityDrops: 1 })
  const orderId = await paidOrder(db)
  expect(await changeDelivery(db, change(orderId, { waveId: 'fri' }))).toMatchObject({ ok: true })
  expect([await bookedOf(db, 'tue'), await bookedOf(db, 'fri')]).toEqual([0, 1])
  expect((await db.reader.select().from(consignments)).map(({ waveId }) => waveId)).toEqual(['fri'])
  expect((await db.reader.select().from(orderLines)).map(({ waveId }) => waveId)).toEqual(['fri'])
  const second = await paidOrder(db, 'b')
  expect(await changeDelivery(db, change(second, { waveId: 'fri' }))).toMatchObject({ refusal: { code: 'wave_gone' } })
  expect([await bookedOf(db, 'tue'), await bookedOf(db, 'fri')]).toEqual([1, 1])
})

test('a note is changed until the cut-off, and nothing from then on', async () => {
  const db = await openMarket()
  const orderId = await paidOrder(db)
  const noted = change(orderId, { destination: { ...sameDoor, note: '按门铃' } })
  expect(await changeDelivery(db, noted)).toEqual({ ok: true, value: { backFen: 0 } })
  expect((await db.reader.select().from(orderContacts))[0]).toMatchObject({ note: '按门铃' })
  const late = await changeDelivery(db, { ...noted, now: new Date('2026-11-23T10:00:00Z') })
  expect(late).toMatchObject({ refusal: { code: 'too_late' } })
})

test('after a failed delivery a customer says what they want, may say it differently, and not once it is delivered', async () => {
  const db = await openMarket()
  const orderId = await paidOrder(db)
  await failDrop(db, orderId)
  const say = (wish: Parameters<typeof sayWish>[1]['wish']) => sayWish(db, { orderId, dropId: 'drp', wish, note: '', now: marketDay })
  expect(await say({ kind: 'again', waveId: 'nowhere' })).toMatchObject({ refusal: { code: 'wave_gone' } })
  expect(await say({ kind: 'again', waveId: 'fri' })).toMatchObject({ ok: true })
  expect(await say({ kind: 'refund' })).toMatchObject({ ok: true })
  expect(await db.reader.select().from(deliveryWishes)).toMatchObject([{ wish: 'refund', waveId: null, settledAt: null }])
  await db.transact((tx) => tx.update(consignments).set({ status: 'delivered' }))
  expect(await say({ kind: 'call' })).toMatchObject({ refusal: { code: 'not_failed' } })
})

async function failDrop(db: Market, orderId: string) {
  const drop = { id: 'drp', waveId: 'tue', code: 'A1', kind: 'door', placeKey: 'x', recipient: '甘棠', phone: '1' } as const
  await db.transact(async (tx) => {
    await tx.insert(drops).values({
      ...drop,
      addressZh: '',
      addressEn: '',
      note: '',
      lat: 30.6,
      lon: 104,
      weightG: 1,
      cratesAmbient: 0,
      cratesChilled: 1,
      cratesFrozen: 0,
      status: 'failed',
      statusReason: 'nobody_there',
      statusAt: marketDay,
      costFen: fen(0),
    })
    await tx.insert(dropOrders).values({ dropId: 'drp', orderId, costFen: fen(0) })
    await tx.update(consignments).set({ dropId: 'drp', status: 'on_the_way' })
  })
}
