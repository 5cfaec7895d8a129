import { expect, test } from 'vitest'
import { readGeoJson } from '#app/schemas/geojson-zones.ts'
import { readGeoJsonForm } from './read-geojson-form.server.ts'

const ring = [
  [104, 30.6],
  [104.1, 30.6],
  [104.1, 30.7],
  [104, 30.6],
]
const feature = (name: string) => ({
  type: 'Feature',
  properties: { nameZh: name, nameEn: name },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const sent = (file: BlobPart, geojson = 'what I pasted') => {
  const form = new FormData()
  form.set('geojson', geojson)
  form.set('hubId', 'hub')
  form.set('file', new Blob([file]), 'zones.geojson')
  return readGeoJsonForm(new Request('http://shop.example/import', { method: 'POST', body: form }))
}

test('a chosen file is read instead of what was pasted, with several zones in it or one, a byte order mark or none', async () => {
  const several = await sent(`\uFEFF${JSON.stringify({ type: 'FeatureCollection', features: [feature('a'), feature('b')] })}`)
  expect(several.problem).toBeNull()
  expect(readGeoJson(several.geojson)).toMatchObject({ ok: true, value: [{ nameZh: 'a' }, { nameZh: 'b' }] })
  const one = await sent(JSON.stringify(feature('a')))
  expect(readGeoJson(one.geojson)).toMatchObject({ ok: true, value: [{ nameZh: 'a', corners: ring }] })
})

test('a picture or a file of more than a megabyte is said to be one, and what was pasted is kept', async () => {
  expect(await sent(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]))).toMatchObject({ problem: 'not_text', geojson: 'what I pasted' })
  expect(await sent(' '.repeat(1_000_001))).toMatchObject({ problem: 'file_too_large', geojson: 'what I pasted', hubId: 'hub' })
  expect(await sent(' '.repeat(4_100_000))).toMatchObject({ problem: 'file_too_large', geojson: '' })
})

test('without a file what was pasted is read', async () => {
  const form = new FormData()
  form.set('geojson', '{}')
  const read = await readGeoJsonForm(new Request('http://shop.example/import', { method: 'POST', body: form }))
  expect(read).toMatchObject({ geojson: '{}', problem: null })
  expect(readGeoJson(read.geojson)).toEqual({ ok: false, problem: 'bad_json' })
})
