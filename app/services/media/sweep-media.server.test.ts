import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, onTestFinished, test } from 'vitest'
import { diskMediaStore } from '#app/integrations/media/disk-media-store.server.ts'
import { runTasks } from '#app/jobs/run-tasks.server.ts'
import type { Database } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { mediaLists, mediaReferences } from '#db/queries/media-sweep.server.ts'
import * as schema from '#db/schema/index.ts'
import { noon, openAccepted } from '#tests/support/open-refunds.ts'
import { keepPicture } from './keep-picture.server.ts'
import { promiseSweep, sweepFiles, sweepMedia, UNUSED_TOPIC } from './sweep-media.server.ts'

const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const { media } = schema

function openStore() {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonfield-media-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const homeOf = (id: string) => path.join(folder, id.slice(-2), id)
  return { store: diskMediaStore(folder), homeOf, isThere: (id: string) => existsSync(homeOf(id)) }
}

const picture = (id: string) => ({
  ...{ id, use: 'product' as const, ownerId: 'hill', width: 1, height: 1, bytes: 1, sha256: id, thumbhash: '', keptAt: noon },
})

/** A market with these pictures sent at noon, and their files. */
async function openSent(ids: readonly string[]) {
  const { db, orderId, hill } = await openAccepted()
  const files = openStore()
  await db.transact((tx) => tx.insert(media).values(ids.map(picture)))
  for (const id of ids) await files.store.write(id, [{ name: '320.webp', bytes: new Uint8Array([1]) }])
  const handlers = {
    [UNUSED_TOPIC]: ({ subjectId }: { subjectId: string }, now: Date) => sweepMedia(db, files.store, { subjectId, now }),
  }
  const run = (now: Date, owner = 'a') => runTasks(db, handlers, { owner, now, limit: 100 })
  const left = async () => (await db.reader.select({ id: media.id }).from(media).orderBy(media.id)).map(({ id }) => id)
  return { db, orderId, hill, ...files, run, left }
}

/** One row for each column that can name a picture: `med_0` is named by none. */
async function showEach(db: Database, { orderId, hill }: { orderId: string; hill: string }) {
  const s = schema
  await db.transact(async (tx) => {
    await tx.update(s.farms).set({ pictureId: 'med_1' }).where(eq(s.farms.id, 'hill'))
    await tx.update(s.products).set({ pictureId: 'med_2' }).where(eq(s.products.id, 'prd_hill'))
    await tx.insert(s.productPictures).values({ productId: 'prd_hill', mediaId: 'med_3', position: 0, altZh: '菜', altEn: 'greens' })
    const [drop] = await tx.select().from(s.drops).limit(1)
    await tx
      .insert(s.dropProofs)
      .values({ id: 'prf', dropId: drop!.id, kind: 'photo', mediaId: 'med_4', note: '', takenAt: noon, takenBy: 'drv' })
    const [hub] = await tx.select().from(s.hubs).limit(1)
    const [wave] = await tx.select().from(s.waves).limit(1)
    await tx.insert(s.handovers).values({
      ...{ id: 'hnd', requestKey: 'key', farmId: 'hill', waveId: wave!.id, hubId: hub!.id, way: 'brings', note: '', handedBy: 'usr' },
      ...{ crates: { ambient: 1, chilled: 0, frozen: 0 }, mediaId: 'med_5', arrivedMediaId: 'med_6' },
      ...{ handedAt: noon, status: 'arrived', arrivedAt: noon },
    })
    await tx.insert(s.adoptionOffers).values({
      ...{ id: 'ado', productId: 'prd_brook', farmId: 'brook', kind: 'hen', places: 3, whereZh: '坡', whereEn: 'hill' },
      ...{ seasonFromOn: '2026-11-01', seasonToOn: '2026-12-01' },
    })
    await tx
      .insert(s.adoptionNews)
      .values({ id: 'nws', offerId: 'ado', textZh: '好', textEn: 'well', pictureId: 'med_7', postedBy: 'usr', postedAt: noon })
    const [order] = await tx.select().from(s.orders).where(eq(s.orders.id, orderId))
    await tx.insert(s.reviews).values({
      ...{
        id: 'rev',
        lineId: hill,
        productId: 'prd_hill',
        farmId: 'hill',
        customerId: order!.customerId,
        stars: 5,
        text: '',
        writtenAt: noon,
      },
      pictures: ['med_8', 'med_9'],
    })
  })
}

const all = Array.from({ length: 10 }, (_, number) => `med_${number}`)

test('a picture nothing shows goes two days after, row and files; one that anything shows stays', async () => {
  const { db, orderId, hill, run, left, isThere } = await openSent(all)
  await showEach(db, { orderId, hill })
  expect(await promiseSweep(db, hours(24))).toBe(0)
  expect(await promiseSweep(db, hours(25))).toBe(1)
  await run(hours(26))
  expect(await left()).toEqual(all)
  await run(hours(50))
  expect(await left()).toEqual(all.slice(1))
  expect(all.map(isThere)).toEqual(all.map((id) => id !== 'med_0'))
})

test('whichever row stops showing its picture lets it go, and no other', async () => {
  const { db, orderId, hill, run, left } = await openSent(all)
  await showEach(db, { orderId, hill })
  const s = schema
  await db.transact(async (tx) => {
    await tx.update(s.farms).set({ pictureId: null })
    await tx.update(s.products).set({ pictureId: null })
    await tx.delete(s.productPictures)
    await tx.update(s.dropProofs).set({ mediaId: null })
    await tx.update(s.handovers).set({ mediaId: null, arrivedMediaId: null })
    await tx.update(s.adoptionNews).set({ pictureId: null })
    await tx.update(s.reviews).set({ pictures: ['med_9'] })
  })
  expect(await promiseSweep(db, hours(25))).toBe(9)
  await run(hours(50))
  expect(await left()).toEqual(['med_9'])
})

test('a picture shown again, or sent again, within the day is left; two processes do the rest once', async () => {
  const { db, store, run, left } = await openSent(['med_0', 'med_1', 'med_2'])
  await Promise.all([promiseSweep(db, hours(25)), promiseSweep(db, hours(26))])
  await db.transact((tx) => tx.update(schema.farms).set({ pictureId: 'med_0' }).where(eq(schema.farms.id, 'hill')))
  await db.transact((tx) =>
    tx.update(media).set({ sha256: '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969' }).where(eq(media.id, 'med_1')),
  )
  const again = await keepPicture(db, store, { use: 'product', ownerId: 'hill', bytes: Buffer.from('Hello'), now: hours(49) })
  expect(again).toEqual({ ok: true, value: { mediaId: 'med_1' } })
  await Promise.all([run(hours(50), 'a'), run(hours(50), 'b')])
  expect(await left()).toEqual(['med_0', 'med_1'])
})

test('files no row names go a day after they were written', async () => {
  const { db, store, homeOf, isThere } = await openSent(['med_0'])
  for (const id of ['med_old', 'med_new']) await store.write(id, [{ name: '320.webp', bytes: new Uint8Array([1]) }])
  for (const id of ['med_0', 'med_old']) utimesSync(homeOf(id), hours(-48), hours(-48))
  utimesSync(homeOf('med_new'), hours(1), hours(1))
  expect(await sweepFiles(db, store, hours(2))).toBe(1)
  expect(['med_0', 'med_old', 'med_new'].map(isThere)).toEqual([true, false, true])
})

const isTable = (value: unknown) => is(value, dialect === 'postgres' ? PgTable : SQLiteTable)
/** Structured columns that hold no picture of ours; `driver_events.payload` and `audit_entries.detail` tell what happened and show nothing. */
const withoutPictures = [
  ...['farms.practices', 'products.certifications', 'product_imports.good', 'product_imports.bad', 'wave_figures.by_farm'],
  ...['plan_edits.detail', 'plan_edits.assignment', 'driver_events.payload', 'handovers.crates', 'handovers.arrived_crates'],
  ...['zones.polygon', 'outbox.payload', 'audit_entries.detail', 'orders.delivery_fees', 'order_lines.terms', 'subscription_weeks.swaps'],
  ...['wave_rules.weekdays', 'shifts.weekdays', 'users.image'],
]

test('no column that may name a picture is forgotten: neither one called so nor one that holds a list', () => {
  const decided = new Set([...mediaReferences, ...mediaLists].map((column) => `${getTableName(column.table)}.${column.name}`))
  const doubtful = Object.values(schema).flatMap((value) => {
    if (!isTable(value) || value === media) return []
    const table = value as typeof schema.customers
    return Object.values(getTableColumns(table)).flatMap((column) => {
      const name = `${getTableName(table)}.${column.name}`
      const isCalledSo = /media|picture|photo|image/.test(column.name) && !column.name.endsWith('_colour')
      return isCalledSo || String(column.dataType) === 'json' ? [name] : []
    })
  })
  expect(doubtful.filter((name) => !decided.has(name) && !withoutPictures.includes(name))).toEqual([])
  expect([...decided].filter((name) => !doubtful.includes(name))).toEqual([])
})
