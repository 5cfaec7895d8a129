import { zoneOf } from '#app/domain/delivery/zone.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findZones } from '#db/queries/network-desk.server.ts'
import * as places from '#db/queries/place-questions.server.ts'

export type AnswerPlace = { orderId: string; lat: number; lon: number; userId: string; now: Date }
export type AnswerPlaceRefusal = { code: 'unknown_question' } | { code: 'outside_zone' }

/**
 * The office says where a door is: the order's contact moves there, and so do the customer's kept address and the drop, if one is
 * planned. What it is charged stays. A place in another zone is refused: another zone's wave would have to bring it.
 * @returns the planned waves whose plan was made for the old place
 */
export function answerPlace(
  { transact }: Pick<Database, 'transact'>,
  { orderId, lat, lon, userId, now }: AnswerPlace,
): Promise<Result<{ plannedWaveIds: string[] }, AnswerPlaceRefusal>> {
  return transact(async (tx) => {
    const question = await places.findOpenQuestion(tx, orderId)
    if (!question) return refuse({ code: 'unknown_question' })
    const zones = (await findZones(tx)).map(({ id, polygon }) => ({ id, rings: [polygon] }))
    if (zoneOf({ lat, lon }, zones)?.id !== question.zoneId) return refuse({ code: 'outside_zone' })
    await places.moveContact(tx, { orderId, lat, lon, placedBy: 'office' })
    await places.moveKeptAddress(tx, { customerId: question.customerId, addressZh: question.addressZh, lat, lon })
    const plannedWaveIds = await places.movePlannedDrops(tx, { orderId, lat, lon })
    await places.closeQuestion(tx, { orderId, answeredBy: userId, answeredAt: now })
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: 'alliance',
      action: 'place_answered',
      subject: orderId,
      detail: { plannedWaveIds },
      at: now,
    })
    return accept({ plannedWaveIds })
  })
}
