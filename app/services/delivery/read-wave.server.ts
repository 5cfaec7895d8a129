import { shanghaiInstant } from '#app/domain/business-day.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { LOADING_S, secondsOfClock } from '#app/domain/delivery/fleet-hours.ts'
import { lastMileDuties } from '#app/domain/delivery/fleet-of-day.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'
import type { WaveFacts } from '#app/domain/delivery/pose-wave.ts'
import { invariant } from '#app/domain/invariant.ts'
import type { Reader } from '#db/connection.ts'
import { findFleetOn, type VehicleOnDuty } from '#db/queries/delivery/fleet-of-day.server.ts'
import * as planning from '#db/queries/delivery/wave-planning.server.ts'

/** Everything a wave's plan hangs on, as read at one moment. */
export type SeenWave = Awaited<ReturnType<typeof readWave>>

export async function readWave(db: Pick<Reader, 'select'>, wave: planning.WaveRow) {
  const midnight = shanghaiInstant(wave.deliversOn)
  const [hub, consignments, goodsRows, duties, otherRuns, pickupPoints] = await Promise.all([
    planning.findHub(db, wave.hubId),
    planning.findWaveConsignments(db, wave.id),
    planning.findWaveGoods(db, wave.id),
    findFleetOn(db, { hubId: wave.hubId, on: wave.deliversOn }),
    planning.findOtherRuns(db, { waveId: wave.id, hubId: wave.hubId, deliversOn: wave.deliversOn }),
    planning.findPickupPoints(db, wave.zoneId),
  ])
  invariant(hub, `wave ${wave.id} has no hub`)
  const vehicles = lastMileDuties(duties, secondsOfClock(hub.arriveBy) + hub.crossDockMinutes * 60)
  const byId = new Map(consignments.map((consignment) => [consignment.id, consignment]))
  const goods = goodsRows.flatMap((part) => {
    const consignment = byId.get(part.consignmentId)
    const storage = storageClasses.find((known) => known === part.storage)
    invariant(storage, `no storage class: ${part.storage}`)
    if (!consignment) return []
    const { id, orderId, farmId, placeKey, kind, lat, lon, farmLat, farmLon } = consignment
    const farm = { courierZone: courierZoneOf(haversineM({ lat: farmLat, lon: farmLon }, hub)) }
    return [{ id, orderId, farmId, placeKey, kind, lat, lon, storage, weightG: part.weightG, volumeMl: part.volumeMl, farm }]
  })
  const facts: WaveFacts = {
    hub,
    goods,
    vehicles: vehicles.map(asVehicle),
    takenRuns: otherRuns.map(({ vehicleId, departsAt, durationS }) => ({
      vehicleId,
      untilS: (departsAt.getTime() - midnight.getTime()) / 1000 - LOADING_S + durationS,
    })),
    pickupPoints,
  }
  return { waveId: wave.id, midnight, consignments, goods, vehicles, pickupPoints, facts, marks: marksOf(consignments, otherRuns) }
}

/** Two looks with the same marks saw the same consignments, planned in the same way, and the same fleet. */
export const marksOf = (consignments: readonly { id: string; dropId: string | null }[], otherRuns: readonly { id: string }[]) =>
  [...consignments.map(({ id, dropId }) => `${id}:${dropId ?? ''}`), ...otherRuns.map(({ id }) => id)].join()

function asVehicle({ id, capacityKg, cratesAmbient, cratesChilled, cratesFrozen, shift, endLat, endLon, ...costs }: VehicleOnDuty) {
  const { costPerRunFen, costPerKmFen, costPerHourFen } = costs
  const capacity = { weightG: capacityKg * 1000, crates: { ambient: cratesAmbient, chilled: cratesChilled, frozen: cratesFrozen } }
  const end = endLat === null || endLon === null ? {} : { end: { lat: endLat, lon: endLon } }
  return { id, capacity, costPerRunFen, costPerKmFen, costPerHourFen, shift, ...end }
}
