import { legOf, unitOf } from './pose-instance.ts'
import type { Instance } from './read-instance.ts'

/**
 * Drives an answer again from the file's own figures: each customer once, no vehicle over its capacity, nobody late.
 * @returns the total distance by the family's convention
 * @throws when the answer breaks a rule
 */
export function checkAnswer(instance: Instance, routes: readonly (readonly number[])[]): number {
  const { places, windows, capacity } = instance
  const unit = unitOf(instance)
  const served = routes.flat().sort((a, b) => a - b)
  if (served.length !== places.length - 1 || served.some((place, index) => place !== index + 1)) throw new Error('not every customer once')
  let total = 0
  for (const route of routes) {
    if (route.reduce((sum, place) => sum + places[place]!.demand, 0) > capacity) throw new Error('a vehicle is over its capacity')
    let clock = (windows?.[0]?.from ?? 0) * unit
    let from = 0
    for (const place of [...route, 0]) {
      total += legOf(instance, from, place)
      clock += legOf(instance, from, place)
      const window = windows?.[place]
      if (window && clock > window.until * unit) throw new Error(`late at ${place}`)
      if (window && place !== 0) clock = Math.max(clock, window.from * unit) + window.service * unit
      from = place
    }
  }
  return total / unit
}
