import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findThumbhash, setFarmPicture as writePicture } from '#db/queries/brands/pictures.server.ts'

/** Puts a picture of the farm's own over its shop, or takes it away (null). `not_kept`: it never sent that picture for this. */
export function setFarmPicture(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, mediaId, now }: { farmId: string; userId: string; mediaId: string | null; now: Date },
): Promise<Result<null, { code: 'not_kept' }>> {
  return transact(async (tx) => {
    if (mediaId !== null && (await findThumbhash(tx, { mediaId, ownerId: farmId, use: 'farm' })) === null)
      return refuse({ code: 'not_kept' })
    await writePicture(tx, { farmId, mediaId })
    const detail = { mediaId }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'farm_picture_changed', subject: farmId, detail, at: now })
    return accept(null)
  })
}
