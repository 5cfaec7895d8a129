import { shanghaiInstant } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'

/** What a wave is sold as: how many orders it takes, the least a drop is charged, until when. */
export type WaveTerms = { readonly capacityDrops: number; readonly dropFeeFen: Fen; readonly cutoffAt: Date }
export type TermedWave = WaveTerms & {
  readonly status: string
  readonly deliversOn: string
  readonly bookedDrops: number
}
export type WaveTermsRefusal = { code: 'not_open' | 'below_booked' | 'cutoff_passed' | 'cutoff_too_late' | 'cutoff_promised' }

/**
 * Whether an open wave may be sold on other terms: never fewer places than are taken; a cut-off that is still to come and lies
 * before the crates must stand at the hub (`arriveBy`, HH:MM of the delivery day). Whoever has ordered was told until when an order
 * can be changed, so that the cut-off then moves only later. Fees of placed orders are frozen on them.
 */
export function decideWaveTerms(
  wave: TermedWave,
  wanted: WaveTerms,
  { arriveBy, now }: { arriveBy: string; now: Date },
): Result<WaveTerms, WaveTermsRefusal> {
  if (wave.status !== 'open') return refuse({ code: 'not_open' })
  if (wanted.capacityDrops < wave.bookedDrops) return refuse({ code: 'below_booked' })
  const isMoved = wanted.cutoffAt.getTime() !== wave.cutoffAt.getTime()
  if (isMoved && wanted.cutoffAt <= now) return refuse({ code: 'cutoff_passed' })
  if (isMoved && wanted.cutoffAt >= shanghaiInstant(wave.deliversOn, arriveBy)) return refuse({ code: 'cutoff_too_late' })
  if (wanted.cutoffAt < wave.cutoffAt && wave.bookedDrops > 0) return refuse({ code: 'cutoff_promised' })
  return accept(wanted)
}
