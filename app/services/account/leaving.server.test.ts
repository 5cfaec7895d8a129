import { eq, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { MyDataSchema } from '#app/schemas/my-data.ts'
import { registerCustomer } from '#app/services/identity/register-customer.server.ts'
import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { dialect } from '#db/dialect/index.ts'
import * as schema from '#db/schema/index.ts'
import type { Market } from '#tests/support/open-market.ts'
import { later, noon, openAccepted } from '#tests/support/open-refunds.ts'
import { deleteAccount, findObstacles } from './delete-account.server.ts'
import { exportMyData } from './export-my-data.server.ts'
import { findGuestOrders, takeGuestOrders } from './take-guest-orders.server.ts'

const name = '鸦雀无声'
const phone = '13900007777'
const email = 'canary@example.com'
const street = '金丝雀街 77 号'
const canaries = [name, phone, email, street]
const guest = { storefrontId: 'alliance', basketId: null, guestOrders: [], now: noon }

/** Someone whose one order has been brought and accepted, and who has left their name wherever one can. */
async function openLeaver(change: { reviewPicture?: string } = {}) {
  const { db, orderId, hill } = await openAccepted()
  await db.transact((tx) => tx.update(schema.customers).set({ name, phone, email }))
  const placed = await db.reader.select({ orderId: schema.orders.id, placementKey: schema.orders.placementKey }).from(schema.orders)
  const registered = await registerCustomer(db, { name, email, password: 'carrots-and-leeks', ...guest, guestOrders: placed })
  if (!registered.ok) throw new Error(registered.refusal.code)
  const { userId, customerId } = registered.value
  const person = { recipient: name, phone }
  const picture = { width: 10, height: 10, bytes: 10, thumbhash: '', keptAt: noon }
  const s = schema
  await db.transact(async (tx) => {
    await tx.update(s.customers).set({ phone }).where(eq(s.customers.id, customerId))
    await tx.update(s.users).set({ phoneNumber: phone })
    const contact = { ...person, addressZh: `锦江区${street}`, addressEn: street, note: name, placeKey: `inner|${street}` }
    await tx.update(s.orderContacts).set(contact)
    await tx.update(s.drops).set(contact)
    await tx
      .insert(s.addresses)
      .values({ id: 'adr_c', customerId, ...person, districtId: 'inner', street, lat: 30.6, lon: 104, usedAt: noon })
    await tx.insert(s.sessions).values({ id: 'ses_c', token: 'tok', userId, expiresAt: later(99), createdAt: noon, updatedAt: noon })
    await tx.insert(s.verifications).values(
      [
        { id: 'ver_1', identifier: phone, value: '123456:0' },
        { id: 'ver_2', identifier: 'change-mail:x', value: JSON.stringify({ userId, email: 'new@example.com', before: email }) },
        { id: 'ver_3', identifier: 'reset-password:x', value: userId },
      ].map((row) => ({ ...row, expiresAt: later(1), createdAt: noon, updatedAt: noon })),
    )
    await tx.insert(s.wishes).values({ customerId, productId: 'prd_hill', addedAt: noon })
    await tx.insert(s.calendarKeys).values({ id: 'cal_c', customerId, createdAt: noon })
    await tx.insert(s.noticeChoices).values({ customerId, mail: true, sms: false, changedAt: noon })
    await tx.insert(s.notices).values({ id: 'evt_x:mail', orderId, kind: 'delivered', channel: 'mail', at: noon, status: 'sent' })
    await tx
      .insert(s.pushSubscriptions)
      .values({ id: 'psh_c', customerId, endpoint: 'https://push.example.com/x', p256dh: 'k', auth: 'a', createdAt: noon })
    await tx.insert(s.invoices).values({ orderId, title: name, taxNumber: '', email, askedAt: noon, number: '12345678', issuedAt: noon })
    await tx.insert(s.media).values([
      { id: 'med_review', use: 'review', ownerId: customerId, sha256: 'a', ...picture },
      { id: 'med_claim', use: 'claim', ownerId: customerId, sha256: 'b', ...picture },
      { id: 'med_proof', use: 'proof', ownerId: 'drv', sha256: 'c', ...picture },
    ])
    await tx.insert(s.reviews).values({
      id: 'rev_c',
      lineId: hill,
      productId: 'prd_hill',
      farmId: 'hill',
      customerId,
      stars: 5,
      text: '好吃',
      pictures: [change.reviewPicture ?? 'med_review'],
      writtenAt: noon,
    })
    const [drop] = await tx.select().from(s.drops).limit(1)
    await tx
      .insert(s.dropProofs)
      .values({ id: 'prf_c', dropId: drop!.id, kind: 'photo', mediaId: 'med_proof', note: name, takenAt: noon, takenBy: 'drv' })
    await tx.insert(s.subscriptions).values({
      id: 'sub_c',
      customerId,
      variantId: 'var_hill',
      quantity: 1,
      everyWeeks: 1,
      weekday: 2,
      delivery: 'door',
      zoneId: 'east',
      ...person,
      street,
      note: name,
      substitution: 'call',
      locale: 'zh-CN',
      status: 'ended',
      startsOn: '2026-11-01',
      createdAt: noon,
      endedAt: noon,
    })
    await tx.insert(s.adoptionOffers).values({
      id: 'ado_1',
      productId: 'prd_brook',
      farmId: 'brook',
      kind: 'hen',
      places: 3,
      seasonFromOn: '2026-11-01',
      seasonToOn: '2026-12-01',
      whereZh: '坡',
      whereEn: 'hill',
    })
    await tx.insert(s.adoptions).values({ id: 'adp_1', offerId: 'ado_1', number: 1, orderId, customerId, nickname: name, adoptedAt: noon })
  })
  const removed: string[] = []
  const store = { remove: async (mediaId: string) => void removed.push(mediaId) }
  const leave = (withReviewPictures: boolean) => deleteAccount(db, store, { customerId, userId, withReviewPictures, now: later(48) })
  return { db, orderId, userId, customerId, leave, removed }
}

const isTable = (value: unknown) => is(value, dialect === 'postgres' ? PgTable : SQLiteTable)

/** Every table of the whole database in which a canary can be read. */
async function findCanaries(db: Market): Promise<string[]> {
  const tables = Object.entries(schema).flatMap(([label, value]) =>
    isTable(value) ? [{ label, table: value as typeof schema.customers }] : [],
  )
  expect(tables.length).toBeGreaterThan(60)
  const read = await Promise.all(tables.map(async ({ label, table }) => ({ label, rows: await db.reader.select().from(table) })))
  const hasCanary = (row: unknown) => canaries.some((canary) => JSON.stringify(row).includes(canary))
  return read.flatMap(({ label, rows }) => (rows.some(hasCanary) ? [label] : [])).sort()
}

test('whoever leaves can be read nowhere any more, and the books hold as before', async () => {
  const { db, customerId, userId, orderId, leave, removed } = await openLeaver()
  const before = await findCanaries(db)
  expect(before).toEqual(
    expect.arrayContaining([
      'addresses',
      'adoptions',
      'customers',
      'dropProofs',
      'drops',
      'invoices',
      'orderContacts',
      'subscriptions',
      'users',
    ]),
  )
  const books = await verifyLedger(db.reader)
  expect(await leave(false)).toEqual({ ok: true, value: null })
  expect(await findCanaries(db)).toEqual([])
  expect(await verifyLedger(db.reader)).toEqual(books)
  expect(books.differences).toEqual([])
  expect(removed.sort()).toEqual(['med_claim', 'med_proof'])
  const { reader } = db
  expect(await reader.select().from(schema.customers)).toContainEqual(
    expect.objectContaining({ id: customerId, userId: null, deletedAt: later(48) }),
  )
  expect(await reader.select({ id: schema.orders.id, whose: schema.orders.customerId }).from(schema.orders)).toContainEqual({
    id: orderId,
    whose: customerId,
  })
  expect(await reader.select().from(schema.reviews)).toMatchObject([{ text: '好吃', pictures: ['med_review'] }])
  const gone = [schema.users, schema.sessions, schema.verifications, schema.pushSubscriptions, schema.wishes, schema.calendarKeys] as const
  for (const table of gone) expect(await reader.$count(table)).toBe(0)
  expect((await leave(true)).ok).toBe(true)
  expect(removed).toContain('med_review')
  expect(await exportMyData(reader, { customerId, userId, now: noon }).catch(() => 'nobody')).toBe('nobody')
})

/** The order as it would be had it been placed without an account, under this number. */
async function openGuestOrder(change: { proved: boolean; under: string; status?: 'confirmed' | 'completed'; placedAt?: Date }) {
  const world = await openLeaver()
  const { db, orderId, userId, customerId } = world
  const { proved, under, ...order } = change
  await db.transact(async (tx) => {
    const guest = { name, phone: under, email, homeType: 'alliance' as const, homeId: 'alliance', createdAt: noon }
    await tx.insert(schema.customers).values({ id: 'cus_guest', userId: null, ...guest })
    await tx.update(schema.orders).set({ customerId: 'cus_guest', ...order })
    await tx.update(schema.adoptions).set({ customerId: 'cus_guest' })
    await tx.update(schema.reviews).set({ customerId: 'cus_guest' })
    await tx.update(schema.users).set({ phoneNumberVerified: proved })
  })
  const offered = async (now = later(1)) => (await findGuestOrders(db.reader, { userId, now })).map(({ id }) => id)
  const take = () => takeGuestOrders(db, { userId, customerId, now: later(1) })
  return { ...world, orderId, offered, take }
}

test('orders made as a guest are offered to whoever has proved the number, and taken in once, with what belongs to them', async () => {
  const { db, orderId, customerId, userId, offered, take } = await openGuestOrder({ proved: true, under: phone })
  expect(await offered()).toEqual([orderId])
  expect(await exportMyData(db.reader, { customerId, userId, now: noon })).toMatchObject({ orders: [] })
  expect([await take(), await take()]).toEqual([1, 0])
  expect(await offered()).toEqual([])
  expect(await exportMyData(db.reader, { customerId, userId, now: noon })).toMatchObject({
    orders: [{ recipient: name }],
    adoptions: [{ number: 1 }],
    reviews: [{ text: '好吃' }],
  })
  expect(await db.reader.select().from(schema.customers).where(eq(schema.customers.id, 'cus_guest'))).toMatchObject([
    { name: '', phone: '', email: null },
  ])
})

test('nobody is shown an order whose number they have only written down, or that is another’s', async () => {
  for (const change of [
    { proved: false, under: phone },
    { proved: true, under: '13900008888' },
  ]) {
    const { offered, take } = await openGuestOrder(change)
    expect([await offered(), await take()]).toEqual([[], 0])
  }
})

test('a number may have been somebody else’s 90 days ago: what is older is offered only while it is on its way', async () => {
  const done = await openGuestOrder({ proved: true, under: phone, placedAt: noon })
  expect(await done.offered(later(90 * 24))).toEqual([done.orderId])
  expect(await done.offered(later(90 * 24 + 1))).toEqual([])
  const ahead = await openGuestOrder({ proved: true, under: phone, placedAt: noon, status: 'confirmed' })
  expect(await ahead.offered(later(120 * 24))).toEqual([ahead.orderId])
})

test('whoever leaves is forgotten in what they ordered as a guest too, however old, unless it is still on its way', async () => {
  const { db, leave } = await openGuestOrder({ proved: true, under: phone, placedAt: later(-400 * 24) })
  await db.transact((tx) => tx.update(schema.orders).set({ status: 'confirmed' }))
  expect(await leave(true)).toEqual({ ok: false, refusal: { code: 'order_under_way' } })
  await db.transact((tx) => tx.update(schema.orders).set({ status: 'completed' }))
  expect(await leave(true)).toEqual({ ok: true, value: null })
  expect(await findCanaries(db)).toEqual([])
})

test('nobody leaves goods, money, a subscription or an office behind', async () => {
  const { db, customerId, userId, orderId, leave } = await openLeaver()
  await db.transact(async (tx) => {
    await tx.update(schema.subscriptions).set({ status: 'paused' })
    await tx.update(schema.orders).set({ status: 'confirmed' }).where(eq(schema.orders.id, orderId))
    await tx.insert(schema.roles).values({ id: 'rol_1', userId, role: 'courier', actsFor: 'drv' })
    const credit = { id: `2020:${customerId}`, code: '2020', party: customerId, side: 'either' as const, balanceFen: fen(-500) }
    await tx.insert(schema.accounts).values(credit)
  })
  const obstacles = await findObstacles(db.reader, { customerId, userId })
  expect(obstacles).toEqual(['holds_role', 'order_under_way', 'credit_left', 'subscription_active'])
  expect(await leave(false)).toEqual({ ok: false, refusal: { code: 'holds_role' } })
  expect(await db.reader.$count(schema.addresses)).toBe(1)
})

/** What the box holds that the order's lines do: lake's came into it since. */
const box = {
  ...{ product: '一周菜', size: '2 斤', quantity: 1, unitPriceFen: 1800, savedFen: 200 },
  parts: [
    { product: 'hill菜', size: '2 斤', unitsInOne: 1 },
    { product: 'brook菜', size: '2 斤', unitsInOne: 2 },
  ],
}

const orderedAsBox = (db: Market) =>
  db.transact(async (tx) => {
    const [order] = await tx.select().from(schema.orders)
    const [product] = await tx.select().from(schema.products).where(eq(schema.products.id, 'prd_hill'))
    const [size] = await tx.select().from(schema.variants).where(eq(schema.variants.id, 'var_hill'))
    const named = { id: 'prd_box', slug: 'box', code: 'BOX', farmId: null, kind: 'bundle' as const, nameZh: '一周菜' }
    await tx.insert(schema.products).values({ ...product!, ...named })
    await tx.insert(schema.variants).values({ ...size!, id: 'var_box', productId: 'prd_box', code: 'V-BOX' })
    const held = [
      ['hill', 1],
      ['brook', 2],
      ['lake', 1],
    ] as const
    const part = { variantId: 'var_box', notBeforeOn: null }
    await tx.insert(schema.bundles).values({ variantId: 'var_box', offBp: 1000 })
    await tx
      .insert(schema.bundleParts)
      .values(held.map(([id, units], position) => ({ ...part, position, partVariantId: `var_${id}`, units })))
    const bought = { orderId: order!.id, variantId: 'var_box', quantity: 1, unitPriceFen: fen(1800), savedFen: fen(200) }
    await tx.insert(schema.orderBundles).values(bought)
  })

test('the file a customer takes away has the shape it is said to have, everything of theirs and nothing of others', async () => {
  const { db, customerId, userId } = await openLeaver()
  await registerCustomer(db, { name: '别人', email: 'other@example.com', password: 'carrots-and-leeks', ...guest })
  await orderedAsBox(db)
  const data = await exportMyData(db.reader, { customerId, userId, now: later(2) })
  expect(MyDataSchema.parse(data)).toEqual(data)
  expect(data).toMatchObject({
    customer: { name, phone, email },
    addresses: [{ street, recipient: name }],
    orders: [
      {
        status: 'completed',
        recipient: name,
        invoice: { title: name },
        lines: [{ farm: 'brook农场' }, { farm: 'hill农场' }],
        boxes: [box],
      },
    ],
    reviews: [{ text: '好吃', pictures: ['med_review'] }],
    wishes: [{ product: 'hill菜' }],
    subscriptions: [{ street, status: 'ended' }],
    adoptions: [{ nickname: name, number: 1 }],
    notices: { choice: { sms: false }, browsers: 1, hasCalendar: true, told: [{ kind: 'delivered', channel: 'mail' }] },
  })
  expect(data.pictures.map(({ id }) => id).sort()).toEqual(['med_claim', 'med_review'])
  expect(JSON.stringify(data)).not.toMatch(/别人|other@example/)
})
