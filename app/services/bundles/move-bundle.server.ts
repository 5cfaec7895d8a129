import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { moveBundle as moveOnShelf } from '#db/queries/bundles/bundle-writes.server.ts'

/** Puts a bundle on the shelf or takes it off; what was ordered is still delivered. */
export function moveBundle(
  { transact }: Pick<Database, 'transact'>,
  { productId, to, userId, now }: { productId: string; to: 'listed' | 'off'; userId: string; now: Date },
): Promise<Result<null, { code: 'not_moved' }>> {
  return transact(async (tx) => {
    if (!(await moveOnShelf(tx, { productId, to, now }))) return refuse({ code: 'not_moved' })
    const action = to === 'listed' ? 'bundle_listed' : 'bundle_taken_off'
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action, subject: productId, detail: {}, at: now })
    return accept(null)
  })
}
