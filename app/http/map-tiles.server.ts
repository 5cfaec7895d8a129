import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'

/** More than a directory or a tile is ever asked for. */
const mostBytes = 4 * 1024 * 1024
/** `PMTiles` and the version, the seven bytes and one that every such file begins with. */
const magic = Buffer.from('504d54696c657303', 'hex')

/** The office's own tile file (`MAP_TILES`), if it is configured, is there and is a PMTiles archive of version 3. */
export async function findTileFile({ MAP_TILES: path }: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  if (!path) return null
  const start = await readPart(path, { from: 0, until: magic.length - 1 }).catch(() => null)
  return start?.equals(magic) ? path : null
}

/** One part of the file as HTTP wants it: 206 with its bytes, 416 for what is no single range of at most 4 MB. */
export async function answerTileRange(path: string, range: string | null): Promise<Response> {
  const { size, mtimeMs } = await stat(path)
  const [, from, until] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range ?? '') ?? []
  const [first, last] = [Number(from), Math.min(Number(until), size - 1)]
  if (from === undefined || first > last || last - first >= mostBytes) {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  }
  const bytes = new Uint8Array(await readPart(path, { from: first, until: last }))
  const etag = createHash('sha256').update(`${size} ${mtimeMs}`).digest('base64url').slice(0, 16)
  return new Response(bytes, {
    status: 206,
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${first}-${last}/${size}`,
      'Content-Length': String(bytes.length),
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private, max-age=3600, no-transform',
      ETag: `"${etag}"`,
    },
  })
}

async function readPart(path: string, { from, until }: { from: number; until: number }): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(until - from + 1), position: from })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
