import type { CarriedGoods } from '#app/domain/delivery/compare-wave.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { drivenCost } from '#app/domain/delivery/driven-cost.ts'
import { LOADING_S } from '#app/domain/delivery/fleet-hours.ts'
import { ratesOn } from '#app/domain/delivery/fleet-of-day.ts'
import type { ReferenceVan } from '#app/domain/delivery/joint-cost.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'
import { serviceSeconds } from '#app/domain/delivery/merge-drops.ts'
import type { DrivenWave } from '#app/domain/delivery/share-by-rule.ts'
import { type FirstMile, shareFirstMile } from '#app/domain/delivery/share-first-mile.ts'
import type { RiddenConsignment } from '#app/domain/delivery/share-wave-cost.ts'
import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import * as reckoning from '#db/queries/wave-reckoning.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/** How long a reference van may be out: a working day. */
const shiftS = 12 * 3600

export type DrivenRunFacts = reckoning.DrivenRunRow & { asDrivenFen: Fen }
export type DrivenFacts = {
  driven: DrivenWave
  firstMile: FirstMile
  runs: DrivenRunFacts[]
  consignments: RiddenConsignment[]
  carried: CarriedGoods[]
}

/**
 * A wave as it was driven: what each run cost, where it went, what of which farm was on it, and its part of the day's collections.
 * The alliance's own reckoning: places are read, nobody's name, and what is told of it are sums.
 */
export async function readDrivenWave(db: Db, wave: reckoning.WaveToReckonRow): Promise<DrivenFacts> {
  const hub = { lat: wave.hubLat, lon: wave.hubLon }
  const runRows = await reckoning.findDrivenRuns(db, wave.id)
  const tariffs = await reckoning.findTariffs(db, [...new Set(runRows.map(({ carrierId }) => carrierId))])
  const rated = runRows.map((run) => ({ run, rates: ratesOn(tariffs, { ...run.vehicle, carrierId: run.carrierId }, wave.deliversOn) }))
  const runs = rated.map(({ run, rates }) => ({ ...run, asDrivenFen: drivenCost(run, rates, LOADING_S) }))
  const goods = await reckoning.findRiddenGoods(db, wave.id)
  const places = await reckoning.findRiddenDrops(db, wave.id)
  const driven: DrivenWave = {
    hub,
    runs: runs.map(({ id, asDrivenFen }) => ({ id, costFen: asDrivenFen })),
    drops: places.map(({ id, runId, lat, lon, kind, orders, weightG, ...crates }) => ({
      id,
      runId,
      lat,
      lon,
      serviceS: serviceSeconds({ kind, orderIds: Array.from({ length: orders }, () => ''), load: { weightG, crates } }),
    })),
    goods: goods.map(({ dropId, farmId, storage, weightG, volumeMl }) => ({
      dropId,
      farmId,
      storage: classOf(storage),
      weightG,
      volumeMl,
    })),
    van: referenceVan(rated),
  }
  const collections = await reckoning.findCollections(db, wave)
  const sent = collections.length === 0 ? [] : await reckoning.findSentWeights(db, wave)
  const weights = new Map<string, number>()
  for (const part of goods) weights.set(part.id, (weights.get(part.id) ?? 0) + part.weightG)
  const byId = new Map(goods.map(({ id, orderId, farmId, dropId }) => [id, { id, orderId, farmId, dropId, weightG: weights.get(id) ?? 0 }]))
  return {
    driven,
    runs,
    firstMile: shareFirstMile(wave.id, collections, sent),
    consignments: [...byId.values()],
    carried: goods.map(({ orderId, farmId, farmLat, farmLon, storage, weightG }) => ({
      orderId,
      farmId,
      weightG,
      storage: classOf(storage),
      farm: { courierZone: courierZoneOf(haversineM({ lat: farmLat, lon: farmLon }, hub)) },
    })),
  }
}

function classOf(text: string) {
  const storage = storageClasses.find((known) => known === text)
  invariant(storage, `no storage class: ${text}`)
  return storage
}

type Rated = { run: reckoning.DrivenRunRow; rates: Pick<ReferenceVan, 'costPerRunFen' | 'costPerKmFen' | 'costPerHourFen'> }

/** Groups' plans are reckoned with one van: it takes the most of what the wave's vehicles take, at the mean of their rates. */
function referenceVan(rated: readonly Rated[]): ReferenceVan {
  const widest = (of: (run: reckoning.DrivenRunRow) => number) => Math.max(0, ...rated.map(({ run }) => of(run)))
  const mean = (rate: keyof Rated['rates']) =>
    fen(rated.length === 0 ? 0 : Math.round(rated.reduce((sum, { rates }) => sum + rates[rate], 0) / rated.length))
  return {
    capacity: {
      weightG: 1000 * widest(({ vehicle }) => vehicle.capacityKg),
      crates: {
        ambient: widest(({ vehicle }) => vehicle.cratesAmbient),
        chilled: widest(({ vehicle }) => vehicle.cratesChilled),
        frozen: widest(({ vehicle }) => vehicle.cratesFrozen),
      },
    },
    costPerRunFen: mean('costPerRunFen'),
    costPerKmFen: mean('costPerKmFen'),
    costPerHourFen: mean('costPerHourFen'),
    loadingS: LOADING_S,
    shiftS,
  }
}
