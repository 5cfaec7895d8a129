import { debtWrittenOff } from '#app/domain/ledger/post-settlement-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findRecovery, lockDebt, moveRecovery } from '#db/queries/ledger/recoveries.server.ts'

export type WriteOffRefusal = { code: 'unknown_write_off' } | { code: 'same_person' } | { code: 'owes_less'; owedFen: Fen }

/** A second person writes a debt off, or declines to. Deciding twice changes nothing. */
export function decideWriteOff(
  { transact }: Pick<Database, 'transact'>,
  { recoveryId: id, approve, userId, now }: { recoveryId: string; approve: boolean; userId: string; now: Date },
): Promise<Result<{ writtenOff: boolean }, WriteOffRefusal>> {
  return transact(async (tx) => {
    const recovery = await findRecovery(tx, id)
    if (recovery?.kind !== 'write_off') return refuse({ code: 'unknown_write_off' })
    if (recovery.requestedBy === userId) return refuse({ code: 'same_person' })
    const { farmId, amountFen } = recovery
    const owedFen = await lockDebt(tx, farmId)
    const moved = await moveRecovery(tx, { id, from: 'proposed', to: approve ? 'done' : 'declined', decidedBy: userId, at: now })
    if (!moved) return accept({ writtenOff: false })
    if (approve && amountFen > owedFen) return refuse({ code: 'owes_less', owedFen })
    if (approve) await post(tx, debtWrittenOff({ recoveryId: id, farmId, amountFen, at: now }), now)
    const action = approve ? 'debt_written_off' : 'write_off_declined'
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action, subject: farmId, detail: { amountFen }, at: now })
    return accept({ writtenOff: approve })
  })
}
