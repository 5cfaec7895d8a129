import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import { afterAll, expect, test } from 'vitest'
import { answerTileRange, findTileFile } from './map-tiles.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'tiles-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A PMTiles archive (version 3) of one uncompressed vector tile at zoom 0: header, directory, metadata, tile. */
function oneTile(tile: Buffer, metadata: object): string {
  const json = Buffer.from(JSON.stringify(metadata))
  const directory = Buffer.from([1, 0, 1, tile.length, 1]) // one entry: tile 0, run of 1, its length, at the first byte
  const header = Buffer.alloc(127)
  header.write('PMTiles', 0)
  header[7] = 3
  const parts = [
    127,
    directory.length,
    127 + directory.length,
    json.length,
    0,
    0,
    127 + directory.length + json.length,
    tile.length,
    1,
    1,
    1,
  ]
  for (const [index, part] of parts.entries()) header.writeBigUInt64LE(BigInt(part), 8 + 8 * index)
  header.set([1, 1, 1, 1, 0, 0], 96) // clustered, nothing compressed, vector tiles, zooms 0 to 0
  const path = join(folder, 'one.pmtiles')
  writeFileSync(path, Buffer.concat([header, directory, json, tile]))
  return path
}
/** What the browser's reader asks of our route. */
const through = (path: string): Source => ({
  getKey: () => path,
  getBytes: async (offset, length): Promise<RangeResponse> => {
    const answer = await answerTileRange(path, `bytes=${offset}-${offset + length - 1}`)
    if (answer.status !== 206) throw new Error(String(answer.status))
    return { data: await answer.arrayBuffer(), etag: answer.headers.get('etag') ?? '' }
  },
})

const tile = Buffer.from('a tile of no more than a hundred bytes')
const path = oneTile(tile, { vector_layers: [{ id: 'roads' }] })

test('the browser’s reader finds a tile and what layers there are by ranges of the file', async () => {
  const archive = new PMTiles(through(path))
  expect(await archive.getMetadata()).toEqual({ vector_layers: [{ id: 'roads' }] })
  const found = await archive.getZxy(0, 0, 0)
  expect(Buffer.from(found!.data).toString()).toBe(tile.toString())
  expect(await archive.getZxy(1, 0, 0)).toBeUndefined()
})

test('nothing is sent but one range of the file of a few megabytes', async () => {
  for (const range of [null, 'bytes=0-', 'bytes=5-4', 'bytes=0-9,20-29', 'bytes=900000-900001', 'lines=0-3']) {
    const answer = await answerTileRange(path, range)
    expect(answer.status, String(range)).toBe(416)
    expect(await answer.text()).toBe('')
  }
  const answer = await answerTileRange(path, 'bytes=0-99999')
  expect(answer.headers.get('content-range')).toMatch(/^bytes 0-\d+\/\d+$/)
})

test('a file that is not set, not there or not a tile archive is none', async () => {
  expect(await findTileFile({ MAP_TILES: path })).toBe(path)
  expect(await findTileFile({})).toBeNull()
  expect(await findTileFile({ MAP_TILES: join(folder, 'none.pmtiles') })).toBeNull()
  writeFileSync(join(folder, 'text.pmtiles'), 'PMTiles are not this')
  expect(await findTileFile({ MAP_TILES: join(folder, 'text.pmtiles') })).toBeNull()
})
