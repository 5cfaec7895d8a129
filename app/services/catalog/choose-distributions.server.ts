import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { deleteDistributions, findDistributable, insertDistributions } from '#db/queries/farm/distribution.server.ts'

type Choice = { farmId: string; userId: string; add: readonly string[]; remove: readonly string[]; now: Date }

/** `not_offered`: its own, off the shelf or unknown; nothing is chosen then. */
export type ChoiceRefusal = { code: 'not_offered'; productIds: string[] }

/**
 * Which partners' products a farm offers in its own shop (选品). Its customers can buy them from then on, under their
 * producer's brand; choosing what is chosen already changes nothing.
 */
export function chooseDistributions(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, add, remove, now }: Choice,
): Promise<Result<{ added: number; removed: number }, ChoiceRefusal>> {
  return transact(async (tx) => {
    const offered = new Set(await findDistributable(tx, { farmId, productIds: add }))
    const missing = add.filter((id) => !offered.has(id))
    if (missing.length > 0) return refuse({ code: 'not_offered', productIds: missing })
    const added = offered.size === 0 ? [] : await insertDistributions(tx, { farmId, productIds: [...offered] })
    const removed = remove.length === 0 ? [] : await deleteDistributions(tx, { farmId, productIds: remove })
    if (added.length + removed.length > 0) {
      const ids = (rows: readonly { productId: string }[]) => rows.map(({ productId }) => productId)
      const detail = { added: ids(added), removed: ids(removed) }
      await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'distribution_chosen', subject: farmId, detail, at: now })
    }
    return accept({ added: added.length, removed: removed.length })
  })
}
