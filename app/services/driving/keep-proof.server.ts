import { correctClock } from '#app/domain/delivery/driver-event.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import { type KeepPictureRefusal, keepPicture } from '#app/services/media/keep-picture.server.ts'
import type { Database } from '#db/connection.ts'
import * as driving from '#db/queries/delivery/driver-writes.server.ts'
import { findDropOf } from '#db/queries/delivery/run-writes.server.ts'

export type KeepProof = {
  /** the phone's own id: sent twice it is kept once */
  id: string
  dropId: string
  driverId: string
  kind: 'photo' | 'signature'
  takenAt: Date
  sentAt: Date
  bytes: Uint8Array
  now: Date
}

/** Keeps what a driver shows for a stop of theirs; before, with or after its end, and several may follow one another. */
export async function keepProof(
  database: Database,
  store: MediaStore,
  { id, dropId, driverId, kind, takenAt, sentAt, bytes, now }: KeepProof,
): Promise<Result<{ kept: boolean }, KeepPictureRefusal | { code: 'unknown_drop' }>> {
  if (!(await findDropOf(database.reader, { dropId, driverId }))) return refuse({ code: 'unknown_drop' })
  if (await driving.hasProof(database.reader, id)) return accept({ kept: false })
  const picture = await keepPicture(database, store, { use: 'proof', ownerId: driverId, bytes, now })
  if (!picture.ok) return picture
  return await database.transact(async (tx) => {
    if (!(await findDropOf(tx, { dropId, driverId }))) return refuse({ code: 'unknown_drop' as const })
    const taken = { takenAt: correctClock({ phoneAt: takenAt, sentAt, receivedAt: now }), takenBy: driverId }
    return accept({ kept: await driving.insertProof(tx, { id, dropId, kind, mediaId: picture.value.mediaId, note: '', ...taken }) })
  })
}
