import { type Place, roadDistanceM, travelSeconds } from '#app/domain/delivery/distance.ts'
import { type DeliveryProblem, placesOf } from '#app/domain/delivery/plan.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { TravelTable } from '#app/integrations/osrm/travel-table.ts'
import type { Database, Reader } from '#db/connection.ts'
import { findLegs, insertLegs } from '#db/queries/delivery/travel-legs.server.ts'
import { configuredEngines } from './configured-engines.server.ts'

type Known = Map<string, { distanceM: number; durationS: number }>

/** `lat,lon` to five decimals: a metre. */
const nameOf = ({ lat, lon }: Place) => `${lat.toFixed(5)},${lon.toFixed(5)}`
const legOf = (from: Place, to: Place) => `${nameOf(from)} ${nameOf(to)}`

/** The problem with what a route engine has said of its legs before; nobody is asked anything. Without an engine it stays as it is. */
export async function measuredBefore(
  db: Pick<Reader, 'select'>,
  problem: DeliveryProblem,
  table = configuredEngines().table,
): Promise<DeliveryProblem> {
  if (!table) return problem
  return withLegs(problem, await knownLegs(db, problem, table)).problem
}

/**
 * The problem with its legs measured by the route engine, asked only for those not known yet. What it cannot say is estimated,
 * leg by leg, and noted: `osrm`, `osrm_partly:N` with N legs estimated, `osrm_failed` when it did not answer.
 */
export async function measureTravel(
  database: Database,
  problem: DeliveryProblem,
  { table, now }: { table: TravelTable; now: Date },
): Promise<{ problem: DeliveryProblem; notes: string[] }> {
  const known = await knownLegs(database.reader, problem, table)
  const failed = await learn(database, problem, { table, known, now })
  const measured = withLegs(problem, known)
  if (failed) return { problem: measured.problem, notes: ['osrm_failed'] }
  return { problem: measured.problem, notes: [measured.estimated === 0 ? 'osrm' : `osrm_partly:${measured.estimated}`] }
}

async function knownLegs(db: Pick<Reader, 'select'>, problem: DeliveryProblem, { profile }: TravelTable): Promise<Known> {
  const places = [...new Set(placesOf(problem).map(nameOf))]
  const legs = await findLegs(db, { profile, places })
  return new Map(legs.map(({ fromPlace, toPlace, ...leg }) => [`${fromPlace} ${toPlace}`, leg]))
}

/** Asks for what is not known, all legs of the places some leg is missing from. @returns whether the engine failed us */
async function learn(
  database: Database,
  problem: DeliveryProblem,
  { table, known, now }: { table: TravelTable; known: Known; now: Date },
): Promise<boolean> {
  const places = [...new Map(placesOf(problem).map((place) => [nameOf(place), place])).values()]
  const from = places.filter((start) => places.some((end) => start !== end && !known.has(legOf(start, end))))
  if (from.length === 0) return false
  try {
    const rows = await table.measure(from, places)
    const legs = from.flatMap((start, row) =>
      places.flatMap((end, column) => {
        const leg = rows[row]?.[column]
        if (!leg || start === end || known.has(legOf(start, end))) return []
        known.set(legOf(start, end), leg)
        return [{ profile: table.profile, fromPlace: nameOf(start), toPlace: nameOf(end), ...leg, readAt: now }]
      }),
    )
    await database.transact((tx) => insertLegs(tx, legs))
    return false
  } catch (error) {
    if (error instanceof IntegrationError) return true
    throw error
  }
}

/** A matrix of what is known, the rest estimated; `estimated` counts those legs, both ways. */
function withLegs(problem: DeliveryProblem, known: Known): { problem: DeliveryProblem; estimated: number } {
  const places = placesOf(problem)
  let estimated = 0
  const legs = places.map((from) =>
    places.map((to) => {
      if (nameOf(from) === nameOf(to)) return { distanceM: 0, durationS: 0 }
      const leg = known.get(legOf(from, to))
      if (leg) return leg
      estimated++
      const distanceM = roadDistanceM(from, to)
      return { distanceM, durationS: travelSeconds(distanceM) }
    }),
  )
  const distanceM = legs.map((row) => row.map((leg) => leg.distanceM))
  const durationS = legs.map((row) => row.map((leg) => leg.durationS))
  return { problem: { ...problem, travel: { by: 'matrix', distanceM, durationS } }, estimated }
}
