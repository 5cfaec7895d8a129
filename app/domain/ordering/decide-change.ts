import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'

/** A line that is still wanted. `leadDays`: whole days its farm needs before a delivery; `freshUntilOn`: its goods' last day. */
export type MovableLine = {
  waveId: string
  waveIsOpen: boolean
  cutoffAt: Date
  isPacked: boolean
  leadDays: number
  freshUntilOn: string | null
}

export type DeliveryChange = {
  isSameZone: boolean
  /** the wave all of it is to come in; null: as it is */
  wave: { id: string; deliversOn: string } | null
}

export type DeliveryChangeRefusal = {
  code: 'too_late' | 'choose_day' | 'packed_already' | 'not_ready_then' | 'not_fresh_then'
}

/**
 * Whether an order may go elsewhere or come on another day. Until the first of its waves closes it may; in another zone a day
 * there must be chosen; another day must leave every farm its time, find the goods fresh and nothing packed for the first.
 * @returns whether it changes waves
 */
export function decideChange(
  lines: readonly MovableLine[],
  { isSameZone, wave }: DeliveryChange,
  now: Date,
): Result<{ moves: boolean }, DeliveryChangeRefusal> {
  if (lines.length === 0 || lines.some(({ waveIsOpen, cutoffAt }) => !waveIsOpen || cutoffAt <= now)) return refuse({ code: 'too_late' })
  if (wave === null) return isSameZone ? accept({ moves: false }) : refuse({ code: 'choose_day' })
  const movers = lines.filter(({ waveId }) => waveId !== wave.id)
  if (movers.length === 0) return accept({ moves: false })
  if (movers.some(({ isPacked }) => isPacked)) return refuse({ code: 'packed_already' })
  const today = businessDay(now)
  if (movers.some(({ leadDays }) => addDays(today, leadDays) > wave.deliversOn)) return refuse({ code: 'not_ready_then' })
  if (movers.some(({ freshUntilOn }) => freshUntilOn !== null && freshUntilOn < wave.deliversOn)) return refuse({ code: 'not_fresh_then' })
  return accept({ moves: true })
}
