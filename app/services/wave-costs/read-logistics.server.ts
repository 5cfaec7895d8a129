import { addDays } from '#app/domain/business-day.ts'
import type { Reader } from '#db/connection.ts'
import { findReckonedWaves, findSeasonByFarm, findSeasonOrders } from '#db/queries/wave-costs/wave-costs.server.ts'

type Db = Pick<Reader, 'select'>

/** A season is the last 13 weeks. */
const seasonDays = 91
const wavesAtMost = 400

const perOrder = (amountFen: number, orders: number) => (orders === 0 ? null : Math.round(amountFen / orders))

/**
 * What logistics cost an order of each farm (S0 table 2): alone before, and now what bringing an order that holds its goods cost, as
 * the waves were driven; beside it what of that the farm's own share was.
 */
export async function readLogistics(db: Db, today: string) {
  const fromOn = addDays(today, -seasonDays)
  const waves = await findReckonedWaves(db, { fromOn, limit: wavesAtMost })
  const brought = new Map((await findSeasonOrders(db, { fromOn })).map((farm) => [farm.farmId, farm]))
  const farms = (await findSeasonByFarm(db, { fromOn })).map((farm) => {
    const { orders, costFen } = brought.get(farm.farmId) ?? { orders: 0, costFen: 0 }
    return {
      ...farm,
      nowFen: perOrder(costFen, orders),
      shareFen: perOrder(farm.costFen, farm.orders),
      directFen: perOrder(farm.directFen, farm.orders),
    }
  })
  const sum = (of: (wave: (typeof waves)[number]) => number) => waves.reduce((total, wave) => total + of(wave), 0)
  const orders = sum((wave) => wave.orders)
  const costFen = sum((wave) => wave.firstMileFen + wave.lastMileFen)
  const directFen = sum((wave) => wave.directFen)
  const season = { waves: waves.length, orders, nowFen: perOrder(costFen, orders), directPerOrderFen: perOrder(directFen, orders) }
  return { fromOn, farms, season }
}
