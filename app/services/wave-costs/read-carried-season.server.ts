import type { CarriedSeason } from '#app/domain/delivery/fill-wave.ts'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import type { ReckonedWaveRow } from '#db/queries/wave-costs.server.ts'
import * as reckoning from '#db/queries/wave-reckoning.server.ts'
import { rateRuns, referenceVan, riddenDrop, riddenGoods } from './ridden-waves.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/**
 * What the waves carried, zone by zone, in four questions however many waves there are. Each zone's van is its newest wave's.
 * @param waves newest first
 */
export async function readCarriedSeason(db: Db, waves: readonly ReckonedWaveRow[]): Promise<CarriedSeason[]> {
  if (waves.length === 0) return []
  const waveIds = waves.map(({ waveId }) => waveId)
  const zones = groupBy(waves, ({ zoneId }) => zoneId)
  const newest = [...zones.values()].flatMap(([first]) => first ?? [])
  const runsOf = groupBy(
    await reckoning.findDrivenRuns(
      db,
      newest.map(({ waveId }) => waveId),
    ),
    ({ waveId }) => waveId,
  )
  const carrierIds = new Set([...runsOf.values()].flat().map(({ carrierId }) => carrierId))
  const tariffs = await reckoning.findTariffs(db, [...carrierIds])
  const zoneOf = new Map(waves.map(({ waveId, zoneId }) => [waveId, zoneId]))
  const drops = groupBy(await reckoning.findRiddenDrops(db, waveIds), ({ waveId }) => zoneOf.get(waveId))
  const goods = groupBy(await reckoning.findRiddenGoods(db, waveIds), ({ waveId }) => zoneOf.get(waveId))
  return newest.map(({ waveId, zoneId, deliversOn, hubLat, hubLon }) => ({
    hub: { lat: hubLat, lon: hubLon },
    drops: (drops.get(zoneId) ?? []).map(riddenDrop),
    goods: (goods.get(zoneId) ?? []).map(riddenGoods),
    van: referenceVan(rateRuns(runsOf.get(waveId) ?? [], tariffs, deliversOn)),
  }))
}
