import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { firstWeek, type Rhythm, waveOfWeek, wishedDay } from '#app/domain/subscription/due-weeks.ts'
import { canChange } from '#app/domain/subscription/order-times.ts'
import type { PlaceRefusal } from '#app/services/ordering/resolve-place.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import { findSizeToWant, findSoldAhead } from '#db/queries/wanting/boxes.server.ts'
import { countRunning, insertSubscription } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesOfZones } from '#db/queries/wanting/zone-waves.server.ts'
import { type Receiver, settlePlace } from './settle-place.server.ts'

export type StartSubscription = Receiver & {
  customerId: string
  variantId: string
  quantity: number
  everyWeeks: number
  weekday: number
  /** YYYY-MM-DD */
  startsOn: string
  substitution: 'call' | 'similar' | 'refund'
  locale: 'zh-CN' | 'en'
  now: Date
}
/** `sold_ahead`: the size, or something in it, waits for its harvest. */
export type StartRefusal =
  | PlaceRefusal
  | { code: 'unknown_size' }
  | { code: 'sold_ahead' }
  | { code: 'start_passed' }
  | { code: 'start_far' }
  | { code: 'too_many' }

const atMost = 10
export const startsWithinDays = 90

/**
 * A size is brought to one place every one, two or four weeks from a day on. What could not be changed any more begins a week later:
 * nobody is sent an order they had no time to think about.
 */
export async function startSubscription(
  { reader, transact }: Database,
  { destination, recipient, phone, ...wanted }: StartSubscription,
): Promise<Result<{ subscriptionId: string }, StartRefusal>> {
  const { customerId, variantId, quantity, everyWeeks, weekday, substitution, locale, now } = wanted
  const today = businessDay(now)
  if (wanted.startsOn < today) return refuse({ code: 'start_passed' })
  if (wanted.startsOn > addDays(today, startsWithinDays)) return refuse({ code: 'start_far' })
  const place = await settlePlace(reader, { customerId, destination, recipient, phone, now })
  if (!place.ok) return place
  return transact(async (tx) => {
    const size = await findSizeToWant(tx, variantId)
    if (!size) return refuse({ code: 'unknown_size' })
    if ((await findSoldAhead(tx, [variantId])).has(variantId)) return refuse({ code: 'sold_ahead' })
    if ((await countRunning(tx, customerId)) >= atMost) return refuse({ code: 'too_many' })
    const rhythm = { startsOn: wanted.startsOn, weekday, everyWeeks, status: 'active' as const, pausedUntilOn: null }
    const startsOn = await firstDayInTime(tx, rhythm, place.value.zoneId, now)
    const subscriptionId = newId('sub')
    await insertSubscription(tx, {
      ...{ id: subscriptionId, customerId, variantId, quantity, seenPriceFen: size.priceFen, substitution, locale },
      ...{ ...rhythm, startsOn, ...place.value, createdAt: now, endedAt: null },
    })
    return accept({ subscriptionId })
  })
}

/** The day from which a subscription runs: as wished, or the day after the wished day of a week that is being ordered already. */
async function firstDayInTime(db: Pick<Reader, 'select'>, rhythm: Rhythm, zoneId: string, now: Date): Promise<string> {
  const weekOn = firstWeek(rhythm)
  const from = wishedDay(weekOn, rhythm)
  const waves = await findWavesOfZones(db, { zoneIds: [zoneId], fromOn: from, untilOn: addDays(from, 6) })
  const wave = waveOfWeek(weekOn, rhythm, waves)
  return wave && !canChange(wave.cutoffAt, now) ? addDays(from, 1) : rhythm.startsOn
}
