import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { answerPlace } from '#app/services/network/answer-place.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import type { Database } from '#db/client.server.ts'
import { findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { addresses, orderContacts, placeQuestions } from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { checkPlaces } from './check-places.server.ts'
import { dropAddress, putAddressFirst } from './order-addresses.server.ts'
import { saveAddress } from './save-address.server.ts'

const alliance = { type: 'alliance', id: 'alliance' } as const
const chen = { recipient: '陈晓', phone: '13800001111' }
const later = (minutes: number) => new Date(marketDay.getTime() + minutes * 60_000)

async function orderTo(db: Database, customerId: string, basketId: string, street: string) {
  const basket = await fillBasket(db, basketId, [['hill', 1]])
  const placed = await placeOrder(
    db,
    guestOrder(basket, {
      customer: { customerId, userId: null, name: chen.recipient, phone: chen.phone, email: null },
      delivery: { kind: 'door', districtId: 'inner', street, note: '' },
    }),
  )
  if (!placed.ok) throw new Error(placed.refusal.code)
  const [contact] = await db.reader.select().from(orderContacts).where(eq(orderContacts.orderId, placed.value.orderId))
  return { orderId: placed.value.orderId, contact: contact! }
}

test('where the office has said a door is, the customer’s next order goes there at once, however it is written; nobody else’s does', async () => {
  const db = await openMarket()
  const [mine, other] = [await registered(db, 'cus_a', alliance), await registered(db, 'cus_b', alliance)]
  const first = await orderTo(db, mine, 'bas_1', '桐梓林路 8 号')
  expect(first.contact).toMatchObject({ placedBy: 'district', lat: 30.65 })
  await db.transact((tx) => tx.insert(placeQuestions).values({ id: 'plq_1', orderId: first.orderId, askedAt: marketDay }))
  const answered = await answerPlace(db, { orderId: first.orderId, lat: 30.7, lon: 104.1, userId: 'usr_office', now: marketDay })
  expect(answered.ok).toBe(true)

  expect((await orderTo(db, mine, 'bas_2', '桐梓林路８号')).contact).toMatchObject({ placedBy: 'office', lat: 30.7, lon: 104.1 })
  expect((await orderTo(db, other, 'bas_3', '桐梓林路 8 号')).contact).toMatchObject({ placedBy: 'district', lat: 30.65 })
  await db.transact((tx) => tx.delete(addresses))
  expect((await orderTo(db, mine, 'bas_4', '桐梓林路8号')).contact).toMatchObject({ placedBy: 'office', lat: 30.7 })
  expect(await findKeptAddresses(db.reader, mine)).toMatchObject([{ street: '桐梓林路8号', placedBy: 'office', lat: 30.7 }])
})

test('an address outside every zone is kept, and the nearest pick-up point named; inside, the days and the fee are', async () => {
  const db = await openMarket()
  const customerId = await registered(db, 'cus_a', alliance)
  const save = (districtId: string) =>
    saveAddress(db, { customerId, addressId: null, address: { ...chen, districtId, street: '一街 1 号' }, now: marketDay })
  expect([(await save('outer')).ok, (await save('inner')).ok]).toEqual([true, true])
  expect(await save('nowhere')).toEqual({ ok: false, refusal: { code: 'unknown_district' } })
  const kept = await findKeptAddresses(db.reader, customerId)
  const checks = await checkPlaces(db.reader, kept, marketDay)
  const checkOf = (districtId: string) => checks.get(kept.find((address) => address.districtId === districtId)!.id)
  expect(checkOf('outer')).toMatchObject({ zone: null, nearest: { nameZh: '东门' } })
  expect(checkOf('inner')).toMatchObject({ zone: { nameZh: '城东', daysOn: ['2026-11-24', '2026-11-27'], feeFen: 700 } })
})

test('another’s address is neither changed nor put first nor removed; an edited door loses the place of the old one', async () => {
  const db = await openMarket()
  const [mine, other] = [await registered(db, 'cus_a', alliance), await registered(db, 'cus_b', alliance)]
  const saved = await saveAddress(db, {
    customerId: mine,
    addressId: null,
    address: { ...chen, districtId: 'inner', street: '一街 1 号' },
    now: marketDay,
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  const { addressId } = saved.value
  await db.transact((tx) => tx.update(addresses).set({ lat: 30.7, lon: 104.1, placedBy: 'office' }))
  const theirs = { customerId: other, addressId }
  const change = { recipient: '别人', phone: '13900000000', districtId: 'inner', street: '二街' }
  expect(await saveAddress(db, { ...theirs, address: change, now: marketDay })).toEqual({ ok: false, refusal: { code: 'unknown_address' } })
  expect(await putAddressFirst(db, { ...theirs, now: later(1) })).toBe(false)
  await dropAddress(db, theirs)
  const own = { customerId: mine, addressId }
  await saveAddress(db, { ...own, address: { ...chen, recipient: '陈妈妈', districtId: 'inner', street: '一街1号' }, now: later(2) })
  expect(await findKeptAddresses(db.reader, mine)).toMatchObject([{ recipient: '陈妈妈', placedBy: 'office', lat: 30.7 }])
  await saveAddress(db, { ...own, address: { ...chen, districtId: 'inner', street: '二街 2 号' }, now: later(3) })
  expect(await findKeptAddresses(db.reader, mine)).toMatchObject([{ street: '二街 2 号', placedBy: 'district', lat: 30.65 }])
  await dropAddress(db, own)
  expect(await findKeptAddresses(db.reader, mine)).toEqual([])
})
