import type { Database } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import * as confirmation from '#db/queries/confirmation.server.ts'

/**
 * Gives back what an unpaid order held: stock to its lots, places to its waves. Whoever calls has made sure that the
 * processor takes no more money for it. Safe to call twice; an order that was paid meanwhile stays.
 */
export function expireOrder({ transact }: Database, { orderId, now }: { orderId: string; now: Date }): Promise<boolean> {
  return transact(async (tx) => {
    if (!(await confirmation.expireIfWaiting(tx, orderId))) return false
    const held = await confirmation.findHeldLots(tx, { orderId })
    for (const { lotId, quantity } of held) await confirmation.giveBackToLot(tx, { lotId, quantity })
    for (const waveId of [...new Set(held.map((lot) => lot.waveId))].sort()) await confirmation.giveBackWavePlace(tx, waveId)
    await confirmation.insertOrderEvents(tx, [{ id: newId('evt'), orderId, kind: 'expired', farmId: null, at: now }])
    return true
  })
}
