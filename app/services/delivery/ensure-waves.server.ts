import { addDays } from '#app/domain/business-day.ts'
import { wavesByRules } from '#app/domain/delivery/waves-by-rules.ts'
import type { Database, Tx } from '#db/connection.ts'
import { findCalendar, findRules, insertMissingWaves } from '#db/queries/delivery/wave-calendar.server.ts'

type Span = { fromOn: string; days: number }

/** How far ahead waves are open for orders. */
export const wavesAheadDays = 14

/**
 * Opens the waves that the zones' rules and the calendar call for: those that deliver on `fromOn` or one of the `days - 1` days
 * after it. A wave that is there stays as it is, so this may run any number of times.
 * @returns how many were opened
 */
export const ensureWaves = ({ transact }: Pick<Database, 'transact'>, span: Span): Promise<number> =>
  transact((tx) => ensureWavesInside(tx, span))

export async function ensureWavesInside(tx: Tx, { fromOn, days }: Span): Promise<number> {
  const rules = await findRules(tx)
  const calendar = await findCalendar(tx, { fromOn, untilOn: addDays(fromOn, days - 1) })
  const hubOf = new Map(rules.map(({ zoneId, hubId }) => [zoneId, hubId]))
  const wanted = wavesByRules(rules, calendar, { fromOn, days }).map((wave) => ({
    id: `wav_${wave.zoneId}_${wave.deliversOn.replaceAll('-', '')}`,
    hubId: hubOf.get(wave.zoneId)!,
    ...wave,
    status: 'open' as const,
  }))
  return insertMissingWaves(tx, wanted)
}
