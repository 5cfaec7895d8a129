import { reckonWave as decide } from '#app/domain/delivery/reckon-wave.ts'
import { ruleOn } from '#app/domain/delivery/sharing-rule.ts'
import { waveReckoned } from '#app/domain/ledger/post-wave-events.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { lockWave } from '#db/queries/delivery/lock-wave.server.ts'
import { findAgreedRules } from '#db/queries/wave-costs/sharing-rules.server.ts'
import * as writes from '#db/queries/wave-costs/wave-cost-writes.server.ts'
import * as reckoning from '#db/queries/wave-costs/wave-reckoning.server.ts'
import { readCostsStart } from './costs-start.server.ts'
import { type DrivenFacts, readDrivenWave } from './read-driven-wave.server.ts'
import { readWaveOrders } from './read-wave-orders.server.ts'

export type ReckonWave = {
  waveId: string
  /** who of the office asked for it; null for the sweep */
  userId: string | null
  now: Date
}
export type ReckonWaveRefusal = { code: 'unknown_wave' | 'not_done' | 'before_costs' }

/**
 * Reckons what a wave that is done has cost as it was driven, shares it among its farms by the rule in force on its day, and
 * posts it: the carriers are paid, and the farms bear what the customers' fees do not cover. Once for each wave; what is refunded
 * or noted later changes nothing of it.
 * @returns whether it was reckoned now
 */
export function reckonWave(
  { transact }: Pick<Database, 'transact'>,
  { waveId, userId, now }: ReckonWave,
): Promise<Result<{ reckoned: boolean }, ReckonWaveRefusal>> {
  return transact(async (tx) => {
    await lockWave(tx, waveId)
    const wave = await reckoning.findWaveToReckon(tx, waveId)
    if (!wave) return refuse({ code: 'unknown_wave' })
    if (await reckoning.isReckoned(tx, waveId)) return accept({ reckoned: false })
    if (wave.status !== 'done') return refuse({ code: 'not_done' })
    const startedAt = await readCostsStart(tx)
    if (startedAt !== null && (await reckoning.isFromBefore(tx, { waveId, startedAt }))) return refuse({ code: 'before_costs' })

    const facts = await readDrivenWave(tx, wave)
    const { rows, orders } = await readWaveOrders(tx, waveId)
    const rule = ruleOn(await findAgreedRules(tx), wave.deliversOn)
    const reckoned = decide({ waveId, rule, ...facts, orders })

    await writes.insertWaveCost(tx, {
      wave: { waveId, ...reckoned.wave, orders: new Set(rows.map(({ orderId }) => orderId)).size, reckonedAt: now },
      farms: reckoned.farms.map((farm) => ({ waveId, ...farm })),
    })
    await noteAsDriven(tx, facts, rows, reckoned)
    const carriers = carriersOf(facts, rows)
    const posting = waveReckoned({ waveId, carriers, farms: reckoned.farms, at: now })
    if (posting.transfers.length > 0) await post(tx, posting, now)
    if (userId !== null) {
      const detail = { rule, costFen: reckoned.wave.firstMileFen + reckoned.wave.lastMileFen }
      await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'wave_reckoned', subject: waveId, detail, at: now })
    }
    return accept({ reckoned: true })
  })
}

/** Runs, drops and orders say from now on what they cost as driven. */
async function noteAsDriven(tx: Tx, { runs }: DrivenFacts, rows: readonly reckoning.WaveOrderRow[], reckoned: ReturnType<typeof decide>) {
  for (const { id: runId, asDrivenFen } of runs) await writes.setDrivenCost(tx, { runId, drivenCostFen: asDrivenFen })
  for (const [dropId, costFen] of reckoned.byDrop) await writes.setDropCost(tx, { dropId, costFen })
  const dropOf = new Map(rows.map(({ orderId, dropId }) => [orderId, dropId]))
  for (const { orderId, ...amounts } of reckoned.orders) {
    const dropId = dropOf.get(orderId)
    if (dropId !== undefined) await writes.setOrderCost(tx, { dropId, orderId, ...amounts })
  }
}

/** By carrier what its runs and collections cost as driven, and what acceptances have paid it. */
function carriersOf({ runs, firstMile }: DrivenFacts, rows: readonly reckoning.WaveOrderRow[]) {
  const costs = new Map<string, { costFen: Fen; paidFen: Fen }>()
  const add = (carrierId: string, costFen: number, paidFen: number) => {
    const known = costs.get(carrierId)
    costs.set(carrierId, { costFen: fen((known?.costFen ?? 0) + costFen), paidFen: fen((known?.paidFen ?? 0) + paidFen) })
  }
  for (const { carrierId, asDrivenFen } of runs) add(carrierId, asDrivenFen, 0)
  for (const [carrierId, costFen] of firstMile.byCarrier) add(carrierId, costFen, 0)
  for (const { carrierId, paidFen } of rows) if (carrierId !== null) add(carrierId, 0, paidFen)
  return [...costs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([carrierId, amounts]) => ({ carrierId, ...amounts }))
}
