import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { endLapsedLicences, setLicence } from '#app/services/catalog/set-licence.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { findAuditPage } from '#db/queries/audit.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { basketLines, geographicalIndications, media, productPictures, products } from '#db/schema/index.ts'
import { fillBasket, guestOrder, marketDay, openMarket } from '#tests/support/open-market.ts'
import { changeProductPictures } from './change-product-pictures.server.ts'
import { decideDoubt } from './decide-doubt.server.ts'
import { endIndication, registerIndication } from './register-indication.server.ts'
import { takeOverBasket } from './take-over-basket.server.ts'
import { weighOrigins } from './weigh-origins.server.ts'

const now = marketDay
const today = '2026-11-22'
const card = async (db: Awaited<ReturnType<typeof openMarket>>, id: string) =>
  (await findProductCards(db.reader, [id], { language: 'zh', today }))[0]!
const licence = { farmId: 'hill', reason: '年审', userId: 'user_office', licensed: true, now }

test('on the last day of its licence a farm shows the seal and sells; the day after it does neither, and its shelf is cleared', async () => {
  const db = await openMarket()
  await setLicence(db, { ...licence, untilOn: today })
  expect((await card(db, 'prd_hill')).farm?.licensed).toBe(true)
  expect(await placeOrder(db, guestOrder(await fillBasket(db, 'b1', [['hill', 1]])))).toMatchObject({ ok: true })
  await endLapsedLicences(db, now)
  expect((await card(db, 'prd_hill')).farm?.licensed).toBe(true)

  await setLicence(db, { ...licence, untilOn: '2026-11-21' })
  expect((await card(db, 'prd_hill')).farm?.licensed).toBe(false)
  const refused = await placeOrder(db, guestOrder(await fillBasket(db, 'b2', [['hill', 1]])))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'not_enough' } })
  await endLapsedLicences(db, now)
  const [product] = await db.reader.select().from(products).where(eq(products.id, 'prd_hill'))
  expect(product?.status).toBe('off')
})

async function openNamed() {
  const db = await openMarket()
  await db.transact(async (tx) => {
    const place = { areaZh: '温江', areaEn: 'Wenjiang' }
    await tx.insert(geographicalIndications).values({ code: 'WJ-GARLIC', nameZh: '温江大蒜', nameEn: 'Wenjiang garlic', ...place })
    await tx
      .update(products)
      .set({ giCode: 'WJ-GARLIC', crop: 'garlic', nameZh: '温江大蒜', nameEn: 'Garlic' })
      .where(eq(products.id, 'prd_hill'))
    await weighOrigins(tx, ['prd_hill'], now)
  })
  return db
}
const doubtOf = async (db: Awaited<ReturnType<typeof openMarket>>) =>
  (await db.reader.select().from(products).where(eq(products.id, 'prd_hill')))[0]?.originDoubt
const registration = {
  giCode: 'WJ-GARLIC',
  farmId: 'hill',
  crop: 'garlic',
  originZh: '温江',
  number: 'AGI 1',
  fromOn: today,
  untilOn: null,
}

test('a protected name is doubted and its mark hidden until the farm is registered, and again when the registration ends', async () => {
  const db = await openNamed()
  expect([await doubtOf(db), (await card(db, 'prd_hill')).indication]).toEqual(['温江大蒜', null])
  const registered = await registerIndication(db, { ...registration, userId: 'user_office', now })
  expect([await doubtOf(db), (await card(db, 'prd_hill')).indication]).toEqual([null, '温江大蒜'])
  expect(await registerIndication(db, { ...registration, userId: 'user_office', now })).toMatchObject({
    refusal: { code: 'not_registered' },
  })
  const registrationId = registered.ok ? registered.value.registrationId : ''
  const end = { registrationId, userId: 'user_office', now: new Date('2026-11-23T02:00:00Z') }
  expect((await endIndication(db, end)).ok).toBe(true)
  expect(await endIndication(db, end)).toMatchObject({ refusal: { code: 'not_running' } })
  expect(await doubtOf(db)).toBe('温江大蒜')
})

test('a word the office let stand is not asked about again; one it did not is off the shelf, with the reason on record', async () => {
  const db = await openNamed()
  const decision = { productId: 'prd_hill', word: '温江大蒜', note: '看过了', userId: 'user_office', now }
  expect((await decideDoubt(db, { ...decision, verdict: 'let' })).ok).toBe(true)
  await db.transact((tx) => weighOrigins(tx, ['prd_hill'], now))
  expect(await doubtOf(db)).toBeNull()
  expect(await decideDoubt(db, { ...decision, verdict: 'off' })).toMatchObject({ refusal: { code: 'changed_meanwhile' } })
  const [entry] = await findAuditPage(db.reader, { before: null, actsFor: 'alliance', limit: 1 })
  expect(entry).toMatchObject({ action: 'origin_doubt_cleared', detail: { word: '温江大蒜', note: '看过了' } })
})

test('the first picture is on the card with its colour; another farm can neither add to it nor use its pictures', async () => {
  const db = await openMarket()
  const kept = {
    use: 'product' as const,
    width: 1200,
    height: 900,
    bytes: 1,
    thumbhash: Buffer.from([63, 0, 0]).toString('base64'),
    keptAt: now,
  }
  await db.transact((tx) => tx.insert(media).values([1, 2].map((n) => ({ ...kept, id: `med_${n}`, ownerId: 'hill', sha256: `${n}` }))))
  const add = (mediaId: string, farmId: string | null = 'hill') =>
    changeProductPictures(db, {
      productId: 'prd_hill',
      farmId,
      userId: 'user_hill',
      change: { kind: 'add', picture: { mediaId, altZh: '', altEn: '' } },
      now,
    })
  expect([(await add('med_1')).ok, (await add('med_2')).ok, (await add('med_2')).ok]).toEqual([true, true, true])
  expect((await card(db, 'prd_hill')).picture).toMatchObject({ id: 'med_1', colour: expect.stringMatching(/^#[0-9a-f]{6}$/) })
  expect(await db.reader.$count(productPictures)).toBe(2)
  for (const other of ['brook', null]) expect(await add('med_1', other)).toMatchObject({ refusal: { code: 'not_found' } })
  expect(await add('med_9')).toMatchObject({ refusal: { code: 'not_kept' } })
})

test('a basket comes over from another host once, and what lay here already is in it', async () => {
  const db = await openMarket()
  const [here, handed] = [await fillBasket(db, 'here', [['hill', 1]]), await fillBasket(db, 'handed', [['hill', 2]])]
  const coming = { nonce: 'n1', basketId: handed, guestBasketId: here, customerId: null, now }
  expect(await takeOverBasket(db, coming)).toBe('handed')
  const lines = await db.reader.select().from(basketLines)
  expect(lines.map(({ basketId, quantity }) => [basketId, quantity])).toEqual([['handed', 3]])
  expect(await takeOverBasket(db, coming)).toBeNull()
  expect(await takeOverBasket(db, { ...coming, nonce: 'n2', basketId: 'unknown' })).toBeNull()
})
