import { addDays } from '#app/domain/business-day.ts'
import { fillWave } from '#app/domain/delivery/fill-wave.ts'
import type { Reader } from '#db/connection.ts'
import { findReckonedWaves, findSeasonByFarm } from '#db/queries/wave-costs.server.ts'
import { readCarriedSeason } from './read-carried-season.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/** A season is the last 13 weeks. */
const seasonDays = 91
const wavesAtMost = 400

const perOrder = (amountFen: number, orders: number) => (orders === 0 ? null : Math.round(amountFen / orders))

/**
 * What logistics cost an order of each farm (S0 table 2): alone before, by the waves as they were driven now, and by the same
 * drops had each zone's season come on one full day.
 */
export async function readLogistics(db: Db, today: string) {
  const fromOn = addDays(today, -seasonDays)
  const waves = await findReckonedWaves(db, { fromOn, limit: wavesAtMost })
  const filled = new Map<string, number>()
  let fullFen = 0
  for (const zone of await readCarriedSeason(db, waves)) {
    const { costFen, byFarm } = fillWave(zone)
    fullFen += costFen
    for (const [farmId, shareFen] of byFarm) filled.set(farmId, (filled.get(farmId) ?? 0) + shareFen)
  }
  const farms = (await findSeasonByFarm(db, { fromOn })).map((farm) => ({
    ...farm,
    nowFen: perOrder(farm.costFen, farm.orders),
    directFen: perOrder(farm.directFen, farm.orders),
    fullFen: perOrder(filled.get(farm.farmId) ?? 0, farm.orders),
  }))
  const sum = (of: (wave: (typeof waves)[number]) => number) => waves.reduce((total, wave) => total + of(wave), 0)
  const orders = sum((wave) => wave.orders)
  const costFen = sum((wave) => wave.firstMileFen + wave.lastMileFen)
  const directFen = sum((wave) => wave.directFen)
  return {
    fromOn,
    farms,
    season: {
      waves: waves.length,
      orders,
      costFen,
      feesFen: sum((wave) => wave.feesFen),
      leadersFen: sum((wave) => wave.leadersFen),
      directFen,
      nowFen: perOrder(costFen, orders),
      directPerOrderFen: perOrder(directFen, orders),
      fullFen: perOrder(fullFen, orders),
    },
  }
}
export type Logistics = Awaited<ReturnType<typeof readLogistics>>
