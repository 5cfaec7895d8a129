import { placeKeyOf } from '#app/services/ordering/resolve-place.ts'
import type { Tx } from '#db/connection.ts'
import { closeQuestion, movePlannedDrops } from '#db/queries/delivery/place-questions.server.ts'
import * as doors from '#db/queries/network/doors.server.ts'

type MoveDoor = { orderId: string; lat: number; lon: number; placedBy: 'office' | 'geocoder'; by: string | null; now: Date }

/**
 * A door stands somewhere else than was thought: the order's contact and drop move there, and so do every other order of that door
 * that has not been brought, whoever placed it, and the addresses their customers keep for it. A customer's own pin stays. Questions
 * about them are answered. What they are charged stays.
 * @returns the planned waves whose plan was made for the old place
 */
export async function moveDoor(tx: Tx, { orderId, lat, lon, placedBy, by, now }: MoveDoor): Promise<{ plannedWaveIds: string[] }> {
  const place = { lat, lon, placedBy }
  const waveIds = new Set<string>()
  const moved = await doors.findOpenOrdersOfDoor(tx, orderId)
  for (const one of moved) {
    await doors.moveContact(tx, { orderId: one.orderId, ...place })
    for (const waveId of await movePlannedDrops(tx, { orderId: one.orderId, lat, lon })) waveIds.add(waveId)
    await closeQuestion(tx, { orderId: one.orderId, answeredBy: by ?? placedBy, answeredAt: now })
  }
  for (const customerId of new Set(moved.map((one) => one.customerId))) {
    const kept = await doors.findGuessedAddresses(tx, customerId)
    const same = kept.filter((address) => placeKeyOf(address) === moved[0]?.placeKey)
    for (const { id } of same) await doors.moveAddress(tx, { id, ...place })
  }
  return { plannedWaveIds: [...waveIds] }
}
