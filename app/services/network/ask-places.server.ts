import { zoneOf } from '#app/domain/delivery/zone.ts'
import type { Geocoder } from '#app/integrations/geocoder/geocoder.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as places from '#db/queries/delivery/place-questions.server.ts'
import { findZones } from '#db/queries/network/network-desk.server.ts'
import { moveDoor } from './move-door.server.ts'

const atOnce = 20

/**
 * Paid doors that stand at the middle of their district: the geocoder is asked where there is one, outside any transaction, and
 * the office about what it does not know or puts into another zone. A geocoder that cannot be asked now is asked the next time.
 * @returns how many were found and how many the office is asked about
 */
export async function askPlaces(database: Database, geocoder: Geocoder | null, now: Date): Promise<{ found: number; asked: number }> {
  const unplaced = await places.findUnplaced(database.reader, atOnce)
  const zones = (await findZones(database.reader)).map(({ id, polygon }) => ({ id, rings: [polygon] }))
  let found = 0
  let asked = 0
  for (const { orderId, zoneId, addressZh } of unplaced) {
    const place = await locate(geocoder, addressZh)
    if (place === 'later') break
    const isHere = place !== null && zoneOf(place, zones)?.id === zoneId
    await database.transact(async (tx) => {
      if (place !== null && isHere) {
        await moveDoor(tx, { orderId, ...place, placedBy: 'geocoder', by: null, now })
      } else await places.insertQuestion(tx, { id: newId('plq'), orderId, askedAt: now, answeredAt: null, answeredBy: null })
    })
    if (isHere) found++
    else asked++
  }
  return { found, asked }
}

async function locate(geocoder: Geocoder | null, address: string) {
  try {
    return (await geocoder?.locate(address)) ?? null
  } catch (error) {
    if (error instanceof IntegrationError && error.retryable) return 'later' as const
    if (error instanceof IntegrationError) return null
    throw error
  }
}
