import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { countBoardScans, findBoardStates } from '#db/queries/first-mile/dock.server.ts'

/** A short name for all that a wave's merge board shows: another name, something has changed. A board ends with nobody looking. */
export async function markWaves(
  db: Pick<Reader, 'select'>,
  waveIds: readonly string[],
): Promise<Map<string, { mark: string; hasEnded: boolean }>> {
  const [states, counts] = await Promise.all([findBoardStates(db, waveIds), countBoardScans(db, waveIds)])
  const scans = new Map(counts.map((one) => [one.waveId, one.scans]))
  return new Map(
    [...groupBy(states, ({ waveId }) => waveId)].map(([waveId, rows]) => {
      const parts = rows.map(({ status, parcels, missing, planned }) => `${status}-${parcels}-${missing}-${planned}`)
      return [waveId, { mark: [scans.get(waveId) ?? 0, ...parts].join('_'), hasEnded: false }]
    }),
  )
}
