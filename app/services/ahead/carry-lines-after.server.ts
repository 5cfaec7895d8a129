import { addDays } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { carryOverInside } from '#app/services/first-mile/carry-over.server.ts'
import type { Tx } from '#db/connection.ts'
import type { PromisedLine } from '#db/queries/ahead/forecasts.server.ts'
import { findLaterWaves } from '#db/queries/first-mile/missing-parcels.server.ts'
import { openWavesFrom } from './open-waves-ahead.server.ts'

export type CarryAfterRefusal = { code: 'no_wave_after' } | { code: 'on_its_way' }

/**
 * What was to come before a harvest comes in the first wave after it that has room, with whatever its farm sends along; its
 * customers are told, and may cancel. Whoever calls this plans the waves it left without it (`planWithoutThem`).
 * @returns how many consignments moved, and the waves they left
 */
export async function carryLinesAfter(
  tx: Tx,
  { lines, harvestedOn, now }: { lines: readonly PromisedLine[]; harvestedOn: string; now: Date },
): Promise<Result<{ moved: number; fromWaveIds: string[] }, CarryAfterRefusal>> {
  const early = lines.filter(({ deliversOn }) => deliversOn <= harvestedOn)
  const parcels = new Map(early.map((line) => [line.consignmentId, line]))
  if (parcels.size > 0) await openWavesFrom(tx, addDays(harvestedOn, 1))
  const left = new Set<string>()
  for (const [consignmentId, { zoneId }] of [...parcels].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const carried = await carryIntoFirst(tx, { consignmentId, zoneId, afterOn: harvestedOn, now })
    if (!carried.ok) return carried
    for (const waveId of carried.value) left.add(waveId)
  }
  return accept({ moved: parcels.size, fromWaveIds: [...left].sort() })
}

type Carry = { consignmentId: string; zoneId: string; afterOn: string; now: Date }

/** @returns the wave it left */
async function carryIntoFirst(tx: Tx, { consignmentId, zoneId, afterOn, now }: Carry): Promise<Result<string[], CarryAfterRefusal>> {
  for (const { id: toWaveId } of await findLaterWaves(tx, { zoneIds: [zoneId], afterOn })) {
    const carried = await carryOverInside(tx, { consignmentIds: [consignmentId], toWaveId, now })
    if (carried.ok) return accept(carried.value.fromWaveIds)
    if (carried.refusal.code === 'not_to_be_moved') return refuse({ code: 'on_its_way' })
  }
  return refuse({ code: 'no_wave_after' })
}
