import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import * as schema from '#db/schema/index.ts'
import { carriers, drivers, shifts, tariffs } from './data/carriers.ts'
import { districts, hubs, pickupPoints, zones } from './data/places.ts'
import { vehicles } from './data/vehicles.ts'
import { insertMissing } from './insert-missing.server.ts'

/** What one wave takes until the office says otherwise. */
const capacityDrops = 60

/** Where the alliance delivers, when, from which hub, with which vans and who drives them. */
export async function seedNetwork(tx: Tx): Promise<void> {
  await insertMissing(tx, schema.hubs, hubs)
  await seedZones(tx)
  await insertMissing(
    tx,
    schema.districts,
    districts.map((district, position) => ({ ...district, position })),
  )
  await insertMissing(
    tx,
    schema.pickupPoints,
    pickupPoints.map((point, position) => ({ ...point, position })),
  )
  await seedFleet(tx)
}

async function seedZones(tx: Tx) {
  await insertMissing(
    tx,
    schema.zones,
    zones.map(({ id, hubId, nameZh, nameEn, polygon }, position) => ({
      id,
      hubId,
      nameZh,
      nameEn,
      polygon: polygon.slice(0, -1).map(([lon, lat]): [number, number] => [lon, lat]),
      position,
    })),
  )
  await insertMissing(
    tx,
    schema.waveRules,
    zones.map(({ id, weekdays, cutoffHour, dropFeeFen }) => ({
      id: `rule_${id}`,
      zoneId: id,
      weekdays: [...weekdays],
      cutoffDaysBefore: 1,
      cutoffTime: `${cutoffHour}:00`,
      capacityDrops,
      dropFeeFen: fen(dropFeeFen),
      fromOn: '2020-01-01',
      untilOn: null,
    })),
  )
}

async function seedFleet(tx: Tx) {
  await insertMissing(tx, schema.carriers, carriers)
  await insertMissing(
    tx,
    schema.carrierTariffs,
    tariffs.map((tariff) => ({ id: `tariff_${tariff.carrierId}_${tariff.vehicleKind}_${tariff.fromOn}`, ...tariff, ...ratesOf(tariff) })),
  )
  await insertMissing(tx, schema.drivers, drivers)
  await insertMissing(
    tx,
    schema.vehicles,
    vehicles.map((vehicle) => ({ ...vehicle, ...ratesOf(vehicle) })),
  )
  await insertMissing(
    tx,
    schema.shifts,
    shifts.map((shift) => ({ id: `shift_${shift.vehicleId}_day`, ...shift, weekdays: [...shift.weekdays] })),
  )
}

const ratesOf = ({
  costPerRunFen,
  costPerKmFen,
  costPerHourFen,
}: {
  costPerRunFen: number
  costPerKmFen: number
  costPerHourFen: number
}) => ({
  costPerRunFen: fen(costPerRunFen),
  costPerKmFen: fen(costPerKmFen),
  costPerHourFen: fen(costPerHourFen),
})
