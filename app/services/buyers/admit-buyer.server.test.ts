import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { placeBulkOrder } from '#app/services/leader/place-bulk-order.server.ts'
import { acceptInside } from '#app/services/ledger/accept-order.server.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { findOrderByNumber } from '#db/queries/customers/order-lookup.server.ts'
import { findBuyers } from '#db/queries/leader/buyers.server.ts'
import { findCustomerOf, findRolesOf } from '#db/queries/viewers.server.ts'
import { accounts, leaders, orderLines, orders, users } from '#db/schema/index.ts'
import { openLeaders, sheetOf } from '#tests/support/open-leader.ts'
import { marketDay } from '#tests/support/open-market.ts'
import { admitBuyer, type NewBuyer } from './admit-buyer.server.ts'
import { amendBuyer } from './amend-buyer.server.ts'

const firm: NewBuyer = {
  nameZh: '云帆物业',
  nameEn: 'Yunfan Property',
  contact: '关九',
  phone: '13900000009',
  email: 'Yunfan@example.com',
  pickupPointId: 'gate',
  creditLimitFen: fen(100_000),
  invoiceTitle: '云帆物业服务有限公司',
  taxNumber: '91350100M000100Y43',
}
const admission = { userId: 'office', now: marketDay }

test('an admitted enterprise signs in with its contact’s phone and is a buyer of the alliance', async () => {
  const db = await openLeaders()
  const admitted = await admitBuyer(db, { buyer: firm, ...admission })
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  const { leaderId, contactId } = admitted.value
  expect(await db.reader.select().from(users).where(eq(users.id, contactId))).toMatchObject([
    { email: 'yunfan@example.com', phoneNumber: '13900000009', phoneNumberVerified: false },
  ])
  expect(await findRolesOf(db.reader, { userId: contactId })).toEqual([{ role: 'leader', actsFor: leaderId }])
  expect(await findCustomerOf(db.reader, contactId)).toMatchObject({ name: '关九', homeType: 'alliance' })
  expect(await findBuyers(db.reader)).toMatchObject([{ leaderId, nameZh: '云帆物业', orders: 0, owedFen: 0 }])
})

test('a contact who signs in already, or a pick-up point that is not there, admits nobody', async () => {
  const db = await openLeaders()
  await admitBuyer(db, { buyer: firm, ...admission })
  const again = { ...firm, email: 'other@example.com' }
  expect(await admitBuyer(db, { buyer: again, ...admission })).toEqual({ ok: false, refusal: { code: 'contact_taken' } })
  const nowhere = { ...firm, pickupPointId: 'nowhere', phone: '13900000010', email: 'third@example.com' }
  expect(await admitBuyer(db, { buyer: nowhere, ...admission })).toEqual({ ok: false, refusal: { code: 'unknown_point' } })
  expect(await findBuyers(db.reader)).toHaveLength(1)
})

test('an enterprise’s order is paid by transfer and brings nobody a leader’s commission, nor a part of the saving', async () => {
  const db = await openLeaders()
  const admitted = await admitBuyer(db, { buyer: firm, ...admission })
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  const { leaderId } = admitted.value
  const placed = await placeBulkOrder(db, await sheetOf(db, [['hill', 10, 900]], { leaderId }))
  if (!placed.ok) throw new Error(placed.refusal.code)
  const { orderId, totalFen } = placed.value
  expect(await findBuyers(db.reader)).toMatchObject([{ orders: 1, owedFen: totalFen }])
  const lines = await db.reader.select().from(orderLines)
  expect(lines.map(({ terms }) => terms.leaderId)).toEqual([null])

  await confirmTransfer(db, { orderId, userId: 'office', now: marketDay })
  await db.transact(async (tx) => {
    await tx.update(orderLines).set({ status: 'delivered', deliveredAt: marketDay })
    await tx.update(orders).set({ directFen: fen(5_000) })
    await acceptInside(tx, { orderId, waived: true, now: marketDay })
  })
  expect(await db.reader.select().from(accounts).where(eq(accounts.code, '2310'))).toEqual([])
})

test('a lower limit stops the next order and leaves those that were placed', async () => {
  const db = await openLeaders()
  const admitted = await admitBuyer(db, { buyer: firm, ...admission })
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  const { leaderId } = admitted.value
  await placeBulkOrder(db, await sheetOf(db, [['hill', 10, 900]], { leaderId }))
  const terms = { ...firm, creditLimitFen: fen(9_500), invoiceTitle: '云帆物业（成都）' }
  expect(await amendBuyer(db, { leaderId, terms, ...admission })).toMatchObject({ ok: true })
  const next = await sheetOf(db, [['hill', 10, 900]], {
    leaderId,
    order: { placementKey: '6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0002' },
  })
  expect(await placeBulkOrder(db, next)).toEqual({ ok: false, refusal: { code: 'over_credit_limit', limitFen: 9_500 } })
  expect(await db.reader.select().from(orders)).toHaveLength(1)
})

test('an order is billed in the name that stood when it was placed; a later one in the new name', async () => {
  const db = await openLeaders()
  const admitted = await admitBuyer(db, { buyer: firm, ...admission })
  if (!admitted.ok) throw new Error(admitted.refusal.code)
  const { leaderId } = admitted.value
  const place = async (placementKey: string, from = leaderId) => {
    const placed = await placeBulkOrder(db, await sheetOf(db, [['hill', 10, 900]], { leaderId: from, order: { placementKey } }))
    if (!placed.ok) throw new Error(placed.refusal.code)
    const [order] = await db.reader.select().from(orders).where(eq(orders.id, placed.value.orderId))
    return order!.number
  }
  const before = await place('6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0003')
  const terms = { ...firm, invoiceTitle: '云帆物业（成都）', taxNumber: '91510100M000100Y99' }
  expect(await amendBuyer(db, { leaderId, terms, ...admission })).toMatchObject({ ok: true })
  const after = await place('6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0004')
  const community = await place('6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0005', 'lea_gate')
  const billed = async (number: string) => (await findOrderByNumber(db.reader, number))?.invoice
  expect(await billed(before)).toEqual({ title: '云帆物业服务有限公司', taxNumber: '91350100M000100Y43' })
  expect(await billed(after)).toEqual({ title: '云帆物业（成都）', taxNumber: '91510100M000100Y99' })
  expect(await billed(community)).toBeNull()
})

test('a community’s leader is amended by nobody here', async () => {
  const db = await openLeaders()
  const amended = await amendBuyer(db, { leaderId: 'lea_gate', terms: firm, ...admission })
  expect(amended).toEqual({ ok: false, refusal: { code: 'unknown_buyer' } })
  expect((await db.reader.select().from(leaders)).map(({ communityZh }) => communityZh)).toEqual(['东门', '东门'])
})
