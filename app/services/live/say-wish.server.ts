import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/client.server.ts'
import * as wishes from '#db/queries/customers/delivery-wishes.server.ts'

export type SayWish = {
  orderId: string
  dropId: string
  /** `again` names the wave they would like */
  wish: { kind: 'again'; waveId: string } | { kind: 'refund' | 'call' }
  note: string
  now: Date
}

export type WishRefusal = { code: 'unknown_drop' | 'not_failed' | 'wave_gone' }

/** A customer says what they want after a delivery that failed; it may be changed until the office has seen to it. */
export function sayWish(
  { transact }: Pick<Database, 'transact'>,
  { orderId, dropId, wish, note, now }: SayWish,
): Promise<Result<null, WishRefusal>> {
  return transact(async (tx) => {
    const drop = await wishes.findDropOfOrder(tx, { orderId, dropId })
    if (!drop) return refuse({ code: 'unknown_drop' })
    if (drop.status !== 'failed' || drop.consignmentIds.length === 0) return refuse({ code: 'not_failed' })
    const waveId = wish.kind === 'again' ? wish.waveId : null
    const offered = await wishes.findWavesToCome(tx, { zoneId: drop.zoneId, now })
    if (waveId !== null && !offered.some((wave) => wave.waveId === waveId)) return refuse({ code: 'wave_gone' })
    const kept = await wishes.keepWish(tx, { dropId, orderId, wish: wish.kind, waveId, note, saidAt: now })
    return kept ? accept(null) : refuse({ code: 'not_failed' })
  })
}
