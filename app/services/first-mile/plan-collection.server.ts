import { shanghaiInstant } from '#app/domain/business-day.ts'
import { secondsOfClock } from '#app/domain/delivery/fleet-hours.ts'
import { addLoads, cratesFor, emptyLoad, storageClasses } from '#app/domain/delivery/load.ts'
import type { DeliveryPlan, DeliveryPlanner, UnservedReason } from '#app/domain/delivery/plan.ts'
import { collectingDuties, type FarmReady, poseCollection, shareCollection } from '#app/domain/delivery/pose-collection.ts'
import { searchingPlanner } from '#app/domain/delivery/searching-planner.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findFleetOn } from '#db/queries/delivery/fleet-of-day.server.ts'
import * as collections from '#db/queries/first-mile/collections.server.ts'

export type PlanCollection = {
  hubId: string
  on: string
  /** who of the office asked; nobody when the clock did */
  officeUserId?: string
  planner?: DeliveryPlanner
  now: Date
}

export type PlannedCollection = {
  runs: number
  /** farms that no vehicle can fetch from in time: they bring their crates themselves */
  unserved: { farmId: string; reason: UnservedReason }[]
}
export type PlanCollectionRefusal = { code: 'unknown_hub' | 'already_left' }

/**
 * Plans who fetches the farms' crates on a day and when: the same planner as for the last mile, the hub as depot, back by the
 * hub's hour. Planned anew it replaces what was planned, as long as nothing has left. The costs of a run fall on its farms by weight.
 */
export function planCollection({ transact }: Pick<Database, 'transact'>, asked: PlanCollection) {
  const { hubId, on, officeUserId, planner = searchingPlanner, now } = asked
  return transact(async (tx): Promise<Result<PlannedCollection, PlanCollectionRefusal>> => {
    await collections.lockHub(tx, hubId)
    const hub = await collections.findCollectingHub(tx, hubId)
    if (!hub) return refuse({ code: 'unknown_hub' })
    if (await collections.hasCollectionLeft(tx, { hubId, on })) return refuse({ code: 'already_left' })
    const arriveByS = secondsOfClock(hub.arriveBy)
    const farms = await readFarms(tx, { hubId, on })
    const duties = collectingDuties(await findFleetOn(tx, { hubId, on }), arriveByS)
    const plan = planner.plan(poseCollection({ hub, farms, vehicles: duties.map(asVehicle), arriveByS }))
    const rows = layOut(plan, { hubId, on, farms, duties })
    await collections.replaceCollection(tx, { hubId, on }, rows)
    const unserved = plan.unserved.map(({ dropId, reason }) => ({ farmId: dropId, reason }))
    if (officeUserId !== undefined) {
      const detail = { on, runs: rows.runs.length, unserved: unserved.map(({ farmId }) => farmId) }
      await insertAuditEntry(tx, {
        actorId: officeUserId,
        actsFor: 'alliance',
        action: 'collection_planned',
        subject: hubId,
        detail,
        at: now,
      })
    }
    return accept({ runs: rows.runs.length, unserved })
  })
}

async function readFarms(tx: Tx, day: { hubId: string; on: string }): Promise<FarmReady[]> {
  const goods = await collections.findGoodsToCollect(tx, day)
  return [...groupBy(goods, ({ farmId }) => farmId).values()].map((ofFarm) => {
    const first = ofFarm[0]
    invariant(first, 'a group has one')
    const load = ofFarm.reduce((sum, { storage, weightG, volumeMl }) => {
      const crates = { ambient: 0, chilled: 0, frozen: 0 }
      const known = storageClasses.find((one) => one === storage)
      invariant(known, `no storage class: ${storage}`)
      crates[known] = cratesFor({ weightG, volumeMl })
      return addLoads(sum, { weightG, crates })
    }, emptyLoad)
    return { farmId: first.farmId, lat: first.lat, lon: first.lon, load, readyFromS: secondsOfClock(first.readyFrom) }
  })
}

type OnDuty = Awaited<ReturnType<typeof findFleetOn>>[number]

function asVehicle({ id, capacityKg, cratesAmbient, cratesChilled, cratesFrozen, shift, ...rates }: OnDuty) {
  const { costPerRunFen, costPerKmFen, costPerHourFen } = rates
  const capacity = { weightG: capacityKg * 1000, crates: { ambient: cratesAmbient, chilled: cratesChilled, frozen: cratesFrozen } }
  return { id, capacity, costPerRunFen, costPerKmFen, costPerHourFen, shift }
}

type Day = { hubId: string; on: string; farms: readonly FarmReady[]; duties: readonly OnDuty[] }

/** The plan as the rows that record it. */
function layOut(plan: DeliveryPlan, { hubId, on, farms, duties }: Day): collections.CollectionRows {
  const midnight = shanghaiInstant(on)
  const atSecond = (seconds: number) => new Date(midnight.getTime() + seconds * 1000)
  const weights = new Map(farms.map(({ farmId, load }) => [farmId, load.weightG]))
  const rows: collections.CollectionRows = { runs: [], stops: [] }
  for (const { vehicleId, stops, fromS, untilS, distanceM, durationS, costFen } of plan.routes) {
    const duty = duties.find(({ id }) => id === vehicleId)
    invariant(duty, `no vehicle ${vehicleId}`)
    const id = newId('fmr')
    const { driverId, carrierId } = duty
    const driven = { departsAt: atSecond(fromS), arrivesAt: atSecond(untilS), distanceM, durationS, costFen }
    rows.runs.push({ id, hubId, on, vehicleId, driverId, carrierId, ...driven, status: 'planned' })
    const weightsG = stops.map(({ dropId }) => weights.get(dropId) ?? 0)
    const costs = shareCollection(costFen, weightsG)
    for (const [index, { dropId: farmId, serviceFromS }] of stops.entries()) {
      const borne = { weightG: weightsG[index]!, costFen: costs[index]! }
      rows.stops.push({ runId: id, farmId, position: index + 1, arrivesAt: atSecond(serviceFromS), ...borne })
    }
  }
  return rows
}
