import { addDays } from '#app/domain/business-day.ts'
import { horizonDays, waveWithinDays } from '#app/domain/catalog/sold-ahead.ts'
import { ensureWavesInside } from '#app/services/delivery/ensure-waves.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { findDaysAhead } from '#db/queries/ahead/presales.server.ts'

/**
 * Opens the waves into which what is promised ahead is delivered: those of the days after each open pre-sale's harvest and each
 * adoption's date, up to `horizonDays` from today. Waves in between are opened when they come near, as all are.
 * @returns how many were opened
 */
export const openWavesAhead = ({ transact }: Pick<Database, 'transact'>, { today }: { today: string }): Promise<number> =>
  transact(async (tx) => {
    const { harvestsOn, deliveriesFromOn } = await findDaysAhead(tx, { afterOn: today, untilOn: addDays(today, horizonDays) })
    const days = new Set([...harvestsOn.map((on) => addDays(on, 1)), ...deliveriesFromOn])
    let opened = 0
    for (const fromOn of [...days].sort()) opened += await openWavesFrom(tx, fromOn < today ? today : fromOn)
    return opened
  })

/** The waves into which what is ready on a day is delivered. */
export const openWavesFrom = (tx: Tx, fromOn: string): Promise<number> => ensureWavesInside(tx, { fromOn, days: waveWithinDays })
