import type { CarriedGoods } from '#app/domain/delivery/compare-wave.ts'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { drivenCost } from '#app/domain/delivery/driven-cost.ts'
import { LOADING_S } from '#app/domain/delivery/fleet-hours.ts'
import type { DrivenWave } from '#app/domain/delivery/share-by-rule.ts'
import { type FirstMile, shareFirstMile } from '#app/domain/delivery/share-first-mile.ts'
import type { RiddenConsignment } from '#app/domain/delivery/share-wave-cost.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import * as reckoning from '#db/queries/wave-costs/wave-reckoning.server.ts'
import { classOf, rateRuns, referenceVan, riddenDrop, riddenGoods } from './ridden-waves.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

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
  const runRows = await reckoning.findDrivenRuns(db, [wave.id])
  const tariffs = await reckoning.findTariffs(db, [...new Set(runRows.map(({ carrierId }) => carrierId))])
  const rated = rateRuns(runRows, tariffs, wave.deliversOn)
  const runs = rated.map(({ run, rates }) => ({ ...run, asDrivenFen: drivenCost(run, rates, LOADING_S) }))
  const goods = await reckoning.findRiddenGoods(db, [wave.id])
  const places = await reckoning.findRiddenDrops(db, [wave.id])
  const driven: DrivenWave = {
    hub,
    runs: runs.map(({ id, asDrivenFen }) => ({ id, costFen: asDrivenFen })),
    drops: places.map(riddenDrop),
    goods: goods.map(riddenGoods),
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
