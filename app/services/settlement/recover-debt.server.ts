import { debtRecovered } from '#app/domain/ledger/post-settlement-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findUnderWay, insertRecovery, isKnownRequest, lockDebt, type Recovery } from '#db/queries/ledger/recoveries.server.ts'
import { findReversible, reserveRecovery } from '#db/queries/settlement/payouts.server.ts'

export type RecoverRefusal =
  | { code: 'owes_less'; owedFen: Fen }
  /** something about this farm's debt waits for an answer or a second person */
  | { code: 'under_way' }
  | { code: 'nothing_to_reverse' }

export type RecoverDebt = {
  /** the form's own: sent twice, it is one recovery */
  requestKey: string
  farmId: string
  kind: Recovery['kind']
  amountFen: Fen
  reason: string
  userId: string
  now: Date
}

/**
 * Takes back what a farm owes. `paid_in`: its own transfer has arrived, posted at once. `reversal`: part of a transfer made to
 * it is taken back by the next sweep. `write_off`: proposed, for a second person to decide.
 */
export function recoverDebt(
  { transact }: Pick<Database, 'transact'>,
  asked: RecoverDebt,
): Promise<Result<{ recovered: boolean }, RecoverRefusal>> {
  return transact(async (tx) => {
    const { requestKey, farmId, kind, amountFen, reason, userId, now } = asked
    const owedFen = await lockDebt(tx, farmId)
    if (await isKnownRequest(tx, requestKey)) return accept({ recovered: false })
    if (await findUnderWay(tx, farmId)) return refuse({ code: 'under_way' })
    if (amountFen > owedFen) return refuse({ code: 'owes_less', owedFen })
    const payoutId = kind === 'reversal' ? await reserveReversal(tx, { farmId, amountFen }) : null
    if (kind === 'reversal' && payoutId === null) return refuse({ code: 'nothing_to_reverse' })
    const recovery = {
      id: newId('rec'),
      requestKey,
      farmId,
      kind,
      amountFen,
      status: ({ paid_in: 'done', reversal: 'sending', write_off: 'proposed' } as const)[kind],
      payoutId,
      reason,
      requestedBy: userId,
      requestedAt: now,
      decidedBy: null,
      settledAt: kind === 'paid_in' ? now : null,
    }
    await insertRecovery(tx, recovery)
    if (kind === 'paid_in') await post(tx, debtRecovered({ recoveryId: recovery.id, farmId, amountFen, at: now }), now)
    const detail = { kind, amountFen }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'debt_recovery_asked', subject: farmId, detail, at: now })
    return accept({ recovered: true })
  })
}

/** The newest transfer that has that much left. */
async function reserveReversal(tx: Tx, { farmId, amountFen }: { farmId: string; amountFen: Fen }): Promise<string | null> {
  for (const payout of await findReversible(tx, farmId)) {
    if (await reserveRecovery(tx, { id: payout.id, amountFen })) return payout.id
  }
  return null
}
