import { type Place, roadDistanceM, travelSeconds } from '#app/domain/delivery/distance.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { TravelLeg, TravelTable } from '#app/integrations/osrm/travel-table.ts'
import type { VroomRequest } from '#app/schemas/vroom.ts'

/** Longitude first, as VROOM has it. */
export type Coordinates = readonly [lon: number, lat: number]
export type Roads = (from: Coordinates, to: Coordinates) => TravelLeg
export type MeasuredRoads = { roads: Roads; notes: string[] }
export type RoutingRefusal = { code: 'routing_error'; error: string }

/** Five kilometres of a way are in town, at our vans' pace; beyond them a car makes 70 km/h. Our planning figures for any region. */
const TOWN_M = 5000
const ROAD_KMH = 70

const placeOf = ([lon, lat]: Coordinates): Place => ({ lon, lat })

/** From the straight line. */
export const estimatedRoads: Roads = (from, to) => {
  const distanceM = roadDistanceM(placeOf(from), placeOf(to))
  const beyondM = Math.max(0, distanceM - TOWN_M)
  return { distanceM, durationS: travelSeconds(distanceM - beyondM) + (beyondM > 0 ? travelSeconds(beyondM, ROAD_KMH) : 0) }
}

/**
 * The ways between a request's places where it brings no matrix: by the route engine where there is one, and nothing of them is
 * kept. Notes: `estimated`, `osrm`, `osrm_partly:N` with N legs it does not know estimated. An engine that does not answer is a
 * routing error, as with VROOM.
 */
export async function measureRoads(request: VroomRequest, table: TravelTable | null): Promise<Result<MeasuredRoads, RoutingRefusal>> {
  if (request.matrices || request.matrix) return accept({ roads: estimatedRoads, notes: [] })
  if (!table) return accept({ roads: estimatedRoads, notes: ['estimated'] })
  const places = [...new Map(coordinatesOf(request).map((place) => [place.join(), place])).values()]
  try {
    const at = places.map(placeOf)
    const rows = await table.measure(at, at)
    const known = new Map(
      places.flatMap((from, row) => places.map((to, column) => [`${from} ${to}`, rows[row]?.[column] ?? null] as const)),
    )
    const unknown = [...known].filter(([, leg]) => leg === null).length
    const roads: Roads = (from, to) => known.get(`${from} ${to}`) ?? estimatedRoads(from, to)
    return accept({ roads, notes: [unknown === 0 ? 'osrm' : `osrm_partly:${unknown}`] })
  } catch (error) {
    if (error instanceof IntegrationError) return refuse({ code: 'routing_error', error: 'the route engine did not answer' })
    throw error
  }
}

const coordinatesOf = ({ jobs, shipments, vehicles }: VroomRequest): Coordinates[] =>
  [
    ...jobs.map(({ location }) => location),
    ...shipments.flatMap(({ pickup, delivery }) => [pickup.location, delivery.location]),
    ...vehicles.flatMap(({ start, end }) => [start, end]),
  ].flatMap((place) => (place ? [place] : []))
