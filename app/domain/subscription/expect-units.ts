import { isDue, type Rhythm, waveOfWeek, weekOfDay } from './due-weeks.ts'
import type { Swap } from './swap-parts.ts'

export type ExpectedBox = Rhythm & { id: string; zoneId: string; variantId: string; quantity: number }
export type ExpectedWave = { id: string; zoneId: string; deliversOn: string }
export type WeekWish = {
  subscriptionId: string
  weekOn: string
  status: 'planned' | 'skipped' | 'ordered' | 'refused'
  swaps: readonly Swap[]
}
export type Part = { variantId: string; units: number }

/** Boxes and units still to be ordered for a wave: what is ordered already is work, not a guess. */
export type ExpectedOfWave = { waveId: string; boxes: number; units: Map<string, number> }

/**
 * What the subscriptions will bring in each wave: the number of boxes, and the units of every size in them. Skipped and paused weeks
 * bring nothing.
 * @param waves all there are from six days before the first one asked about, or a week would be taken to come with a later one
 * @param partsOf what a size is made of; a size that is no box is itself
 */
export function expectUnits(
  boxes: readonly ExpectedBox[],
  waves: readonly ExpectedWave[],
  wishes: readonly WeekWish[],
  partsOf: (variantId: string) => readonly Part[],
): ExpectedOfWave[] {
  const wishOf = new Map(wishes.map((wish) => [`${wish.subscriptionId} ${wish.weekOn}`, wish]))
  return waves.map((wave) => {
    const expected: ExpectedOfWave = { waveId: wave.id, boxes: 0, units: new Map() }
    const ofZone = waves.filter(({ zoneId }) => zoneId === wave.zoneId)
    for (const box of boxes) {
      if (box.zoneId !== wave.zoneId) continue
      const weekOn = weekOfDay(wave.deliversOn, box)
      const wish = wishOf.get(`${box.id} ${weekOn}`)
      if (!isDue(box, weekOn) || waveOfWeek(weekOn, box, ofZone)?.id !== wave.id) continue
      if (wish !== undefined && wish.status !== 'planned') continue
      expected.boxes += box.quantity
      const inPlaceOf = new Map(wish?.swaps.map((swap) => [swap.out, swap.in]))
      for (const { variantId, units } of partsOf(box.variantId)) {
        const size = inPlaceOf.get(variantId) ?? variantId
        expected.units.set(size, (expected.units.get(size) ?? 0) + units * box.quantity)
      }
    }
    return expected
  })
}
