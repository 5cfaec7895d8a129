import type { MediaStore } from '#app/integrations/media/media-store.ts'
import type { Database } from '#db/client.server.ts'
import * as sweep from '#db/queries/media-sweep.server.ts'
import { enqueue } from '#db/queries/outbox.server.ts'

/** The outbox topic; its subject is a picture nothing shows, and when it was seen: `med_…@2026-11-22T…`. */
export const UNUSED_TOPIC = 'unused_media'

const dayMs = 24 * 3_600_000
const atOnce = 200

const dayBefore = (now: Date) => new Date(now.getTime() - dayMs)

/**
 * Promises to forget, a day from now, every picture nothing shows: one that was taken off a product, or sent and never used. What was
 * sent within a day waits: the form it is for may still be open. @returns how many
 */
export async function promiseSweep({ reader, transact }: Pick<Database, 'reader' | 'transact'>, now: Date): Promise<number> {
  let promised = 0
  let after = ''
  for (;;) {
    const unused = await sweep.findUnusedMedia(reader, { keptBefore: dayBefore(now), after, limit: atOnce })
    const last = unused.at(-1)
    if (last === undefined) return promised
    const dueAt = new Date(now.getTime() + dayMs)
    await transact(async (tx) => {
      for (const mediaId of unused) await enqueue(tx, { topic: UNUSED_TOPIC, subjectId: `${mediaId}@${now.toISOString()}`, dueAt })
    })
    promised += unused.length
    after = last
  }
}

type Store = Pick<MediaStore, 'remove'>

/** Forgets a picture that still nothing shows, its row and then its files. Safe to call twice. @returns whether it was forgotten */
export async function sweepMedia(
  { transact }: Pick<Database, 'transact'>,
  store: Store,
  { subjectId, now }: { subjectId: string; now: Date },
): Promise<boolean> {
  const [mediaId = ''] = subjectId.split('@')
  const isGone = await transact((tx) => sweep.dropUnusedMedia(tx, { mediaId, keptBefore: dayBefore(now) }))
  if (isGone) await store.remove(mediaId)
  return isGone
}

/** Removes files no row names, which a crash between row and file leaves behind; those of a day may be on their way to their row. */
export async function sweepFiles(
  { reader }: Pick<Database, 'reader'>,
  store: Pick<MediaStore, 'list' | 'remove'>,
  now: Date,
): Promise<number> {
  let removed = 0
  const removeUnknown = async (ids: readonly string[]) => {
    const known = await sweep.findKnownMedia(reader, ids)
    const unknown = ids.filter((id) => !known.has(id))
    for (const id of unknown) await store.remove(id)
    removed += unknown.length
  }
  let some: string[] = []
  for await (const id of store.list(dayBefore(now))) {
    some.push(id)
    if (some.length < atOnce) continue
    await removeUnknown(some)
    some = []
  }
  if (some.length > 0) await removeUnknown(some)
  return removed
}
