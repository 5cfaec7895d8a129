import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskMediaStore } from '#app/integrations/media/disk-media-store.server.ts'
import { media } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { keepPicture } from './keep-picture.server.ts'

const now = new Date('2026-11-24T02:00:00Z')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commonfield-media-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0e6b4a' } })
const keep = async (bytes: Uint8Array, use: 'proof' | 'product' = 'proof', db = openFresh()) => {
  const opened = await db
  const store = diskMediaStore(folder)
  return { db: opened, store, kept: await keepPicture(opened, store, { use, ownerId: 'driver_tan', bytes, now }) }
}

test('a proof is kept upright, without where it was taken, and no larger than 1600 pixels', async () => {
  const lying = photo(3000, 2000).withExif({ IFD0: { Copyright: 'Lao Tan' }, IFD3: { GPSLatitudeRef: 'N' } })
  const { db, store, kept } = await keep(await lying.withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(kept.ok).toBe(true)
  const [row] = await db.reader.select().from(media)
  expect(row).toMatchObject({ use: 'proof', ownerId: 'driver_tan', width: 2000, height: 3000 })
  const large = await sharp((await store.read(row!.id, 'large.webp'))!).metadata()
  expect(large).toMatchObject({ width: 1067, height: 1600, format: 'webp' })
  expect([large.exif, large.orientation]).toEqual([undefined, undefined])
  expect(Buffer.from(row!.thumbhash, 'base64').byteLength).toBeGreaterThan(5)
})

test('a product picture is cut to 4:3 in three widths and two formats', async () => {
  const { db, store } = await keep(await photo(1000, 1400).jpeg().toBuffer(), 'product')
  const [row] = await db.reader.select().from(media)
  for (const file of ['320.webp', '640.webp', '960.webp', '320.avif', '640.avif', '960.avif'] as const) {
    const { width = 0, height = 0 } = await sharp((await store.read(row!.id, file))!).metadata()
    expect([width, height]).toEqual([Number.parseInt(file, 10), (Number.parseInt(file, 10) * 3) / 4])
  }
})

test('the same picture sent twice is kept once', async () => {
  const bytes = await photo(400, 300).jpeg().toBuffer()
  const { db, kept } = await keep(bytes)
  const again = await keep(bytes, 'proof', Promise.resolve(db))
  expect(again.kept).toEqual(kept)
  expect(await db.reader.$count(media)).toBe(1)
})

test('what is no photograph, too small for the shelf, too many pixels or too many bytes is refused by its name', async () => {
  const db = openFresh()
  const refusalOf = async (bytes: Uint8Array, use?: 'product') => (await keep(bytes, use, db)).kept
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="9" height="9"/></svg>')
  const cutOff = (await photo(900, 700).jpeg().toBuffer()).subarray(0, 300)
  for (const bytes of [svg, cutOff, Buffer.from('nonsense'), new Uint8Array(0)])
    expect(await refusalOf(bytes)).toMatchObject({ refusal: { code: 'not_an_image' } })
  expect(await refusalOf(await photo(799, 900).jpeg().toBuffer(), 'product')).toMatchObject({ refusal: { code: 'too_small' } })
  const vast = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(await refusalOf(vast)).toMatchObject({ refusal: { code: 'too_many_pixels' } })
  expect(await refusalOf(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({ refusal: { code: 'file_too_large' } })
})
