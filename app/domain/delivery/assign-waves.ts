import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'

/** `remainingDrops`: how many more orders the wave can take; a basket takes one place in each wave it rides in. */
export type OpenWave = {
  readonly id: string
  readonly deliversOn: string
  readonly cutoffAt: Date
  readonly closed: boolean
  readonly remainingDrops: number
}

/**
 * A basket's lines from one farm. `leadDays`: whole days the farm needs between today and the delivery; 0 is the same day.
 * `notBeforeOn`: the first day they may be delivered, for what is sold ahead of its harvest.
 */
export type FarmLines = {
  readonly farmId: string
  readonly lineIds: readonly string[]
  readonly leadDays: number
  readonly notBeforeOn?: string | null
}

export type WaveGroup = {
  readonly waveId: string
  readonly deliversOn: string
  readonly farmIds: readonly string[]
  readonly lineIds: readonly string[]
}

export type AssignWavesRefusal =
  | { code: 'wave_closed'; waveId: string }
  | { code: 'wave_full'; waveId: string }
  | { code: 'no_wave_for_farm'; farmId: string }

/**
 * Decides which wave each farm's lines ride in: the chosen one, or the first after it that leaves the farm its lead days. A wave
 * takes orders until its cut-off, not at it. The customer's choice stands or is refused: what could ride in the chosen wave is
 * never moved on because it is full; later waves that are full are passed over.
 *
 * @param waves the zone's waves, in any order
 * @returns groups by wave, earliest first; every line is in exactly one
 */
export function assignWaves(
  farms: readonly FarmLines[],
  waves: readonly OpenWave[],
  chosenWaveId: string,
  now: Date,
): Result<WaveGroup[], AssignWavesRefusal> {
  const inOrder = [...waves].sort(byDelivery)
  const chosen = inOrder.findIndex((wave) => wave.id === chosenWaveId)
  const candidates = chosen < 0 ? [] : inOrder.slice(chosen).filter((wave) => takesOrders(wave, now))
  if (candidates[0]?.id !== chosenWaveId) return refuse({ code: 'wave_closed', waveId: chosenWaveId })

  const today = businessDay(now)
  const groups = new Map<string, WaveGroup>()
  for (const farm of farms) {
    const readyOn = latest(addDays(today, farm.leadDays), farm.notBeforeOn)
    const wave = candidates.find(
      ({ id, deliversOn, remainingDrops }) => deliversOn >= readyOn && (id === chosenWaveId || remainingDrops > 0),
    )
    if (!wave) return refuse({ code: 'no_wave_for_farm', farmId: farm.farmId })
    if (wave.remainingDrops <= 0) return refuse({ code: 'wave_full', waveId: wave.id })
    const group = groups.get(wave.id)
    groups.set(wave.id, {
      waveId: wave.id,
      deliversOn: wave.deliversOn,
      farmIds: [...new Set([...(group?.farmIds ?? []), farm.farmId])],
      lineIds: [...(group?.lineIds ?? []), ...farm.lineIds],
    })
  }
  return accept(candidates.flatMap((wave) => groups.get(wave.id) ?? []))
}

const latest = (day: string, other: string | null | undefined): string => (other && other > day ? other : day)

export const takesOrders = (wave: Pick<OpenWave, 'closed' | 'cutoffAt'>, now: Date): boolean =>
  !wave.closed && now.getTime() < wave.cutoffAt.getTime()

function byDelivery(a: OpenWave, b: OpenWave): number {
  if (a.deliversOn !== b.deliversOn) return a.deliversOn < b.deliversOn ? -1 : 1
  return a.cutoffAt.getTime() - b.cutoffAt.getTime() || (a.id < b.id ? -1 : 1)
}
