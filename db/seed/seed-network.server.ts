import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import * as schema from '#db/schema/index.ts'
import { districts, hubs, pickupPoints, zones } from './data/places.ts'
import { vehicles } from './data/vehicles.ts'
import { insertMissing } from './insert-missing.server.ts'

/** Where the alliance delivers, from which hub and with which vans. */
export async function seedNetwork(tx: Tx): Promise<void> {
  await insertMissing(tx, schema.hubs, hubs)
  await insertMissing(
    tx,
    schema.zones,
    zones.map(({ polygon, weekdays, dropFeeFen, ...zone }, position) => ({
      ...zone,
      polygon: polygon.map(([lon, lat]): [number, number] => [lon, lat]),
      weekdays: [...weekdays],
      dropFeeFen: fen(dropFeeFen),
      position,
    })),
  )
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
  await insertMissing(
    tx,
    schema.vehicles,
    vehicles.map(({ costPerRunFen, costPerKmFen, costPerHourFen, ...vehicle }) => ({
      ...vehicle,
      costPerRunFen: fen(costPerRunFen),
      costPerKmFen: fen(costPerKmFen),
      costPerHourFen: fen(costPerHourFen),
    })),
  )
}
