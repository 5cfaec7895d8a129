import { readFile } from 'node:fs/promises'
import { layOutCard, layOutPoster, type Shared } from '#app/domain/share/lay-out-share.ts'
import { outlineText } from '#app/integrations/drawing/outline-text.server.ts'
import { photographAsDrawing, printPng } from '#app/integrations/drawing/print-png.server.ts'
import { mediaStore } from './media-store.server.ts'
import { shortMemory } from './short-memory.server.ts'

/** Drawing one takes a tenth of a second; what a link shows may be ten minutes old. */
const pictures = shortMemory<Buffer>({ lifeMs: 600_000, entries: 200 })

/** What is to be shared, with its drawing and mark named by their paths on the site. */
export type SharedFacts = Omit<Shared, 'art' | 'seal'> & {
  artPath: string | null
  /** media id of a photograph, shown before any drawing */
  photoId?: string | null
}

const layouts = { card: layOutCard, poster: layOutPoster }

const drawingAt = (sitePath: string) => readFile(`public${sitePath}`, 'utf8')

/** The photograph where there is one and it is still kept, else the drawing. */
async function artOf({ artPath, photoId = null }: Pick<SharedFacts, 'artPath' | 'photoId'>): Promise<string | null> {
  const photograph = photoId === null ? null : await mediaStore().read(photoId, '960.webp')
  if (photograph !== null) return await photographAsDrawing(photograph)
  return artPath === null ? null : await drawingAt(artPath)
}

async function draw({ artPath, photoId, ...facts }: SharedFacts, layout: keyof typeof layouts) {
  const [art, seal] = await Promise.all([artOf({ artPath, photoId: photoId ?? null }), drawingAt('/marks/seal.svg')])
  return printPng(layouts[layout]({ ...facts, art, seal }, outlineText))
}

/** A picture to share, as PNG: the card a link is shown by, or a poster to send and to print. */
export async function sharedPicture(facts: SharedFacts, layout: keyof typeof layouts, { isPrivate = false } = {}): Promise<Response> {
  const bytes = await pictures(JSON.stringify([layout, facts]), () => draw(facts, layout))
  return new Response(Uint8Array.from(bytes), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': isPrivate ? 'private, no-store' : 'public, max-age=3600' },
  })
}
