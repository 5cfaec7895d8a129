import { zoneOf } from '#app/domain/delivery/zone.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findOpenQuestion } from '#db/queries/delivery/place-questions.server.ts'
import { findZones } from '#db/queries/network/network-desk.server.ts'
import { moveDoor } from './move-door.server.ts'

export type AnswerPlace = { orderId: string; lat: number; lon: number; userId: string; now: Date }
export type AnswerPlaceRefusal = { code: 'unknown_question' } | { code: 'outside_zone' }

/**
 * The office says where a door is: every open order of it moves there, with its drop if one is planned, and so do the addresses
 * kept for it (`moveDoor`). What is charged stays. A place in another zone is refused: another zone's wave would have to bring it.
 * @returns the planned waves whose plan was made for the old place
 */
export function answerPlace(
  { transact }: Pick<Database, 'transact'>,
  { orderId, lat, lon, userId, now }: AnswerPlace,
): Promise<Result<{ plannedWaveIds: string[] }, AnswerPlaceRefusal>> {
  return transact(async (tx) => {
    const question = await findOpenQuestion(tx, orderId)
    if (!question) return refuse({ code: 'unknown_question' })
    const zones = (await findZones(tx)).map(({ id, polygon }) => ({ id, rings: [polygon] }))
    if (zoneOf({ lat, lon }, zones)?.id !== question.zoneId) return refuse({ code: 'outside_zone' })
    const { plannedWaveIds } = await moveDoor(tx, { orderId, lat, lon, placedBy: 'office', by: userId, now })
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
