import { addDays, businessDay } from '#app/domain/business-day.ts'
import { daysBetween } from '#app/domain/days-between.ts'
import { wavesByRules } from '#app/domain/delivery/waves-by-rules.ts'
import { isPausedOn, waveOfWeek, weeksAhead, wishedDay } from '#app/domain/subscription/due-weeks.ts'
import { lastMissed } from '#app/domain/subscription/last-missed.ts'
import { canChange, changeUntil } from '#app/domain/subscription/order-times.ts'
import { priceSwapped } from '#app/domain/subscription/swap-parts.ts'
import { asWeekRefusal } from '#app/domain/subscription/week-refusals.ts'
import { wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import type { Reader } from '#db/client.server.ts'
import { findCalendar, findRules } from '#db/queries/delivery/wave-calendar.server.ts'
import { findBox, findSizes } from '#db/queries/wanting/boxes.server.ts'
import { findWeeksOf, type NotedWeek } from '#db/queries/wanting/subscription-weeks.server.ts'
import type { ShownSubscription } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesOfZones } from '#db/queries/wanting/zone-waves.server.ts'
import { swapsInForce, weeksShown } from './plan-week.server.ts'

type Reading = Pick<ShownSubscription, 'subscription' | 'priceFen'>

/**
 * A subscription's next deliveries, as they stand: the day, until when each can be changed, what it holds and costs; the first of them
 * that comes, and the last that did not though it was wanted.
 */
export async function readWeeks(reader: Reader, { subscription, priceFen }: Reading, now: Date) {
  const today = businessDay(now)
  const weeks = weeksAhead(subscription, addDays(today, -6), weeksShown + 1)
  const fromOn = weeks[0] ?? today
  const previousOn = addDays(fromOn, -7 * subscription.everyWeeks)
  const untilOn = addDays(weeks.at(-1) ?? today, 12)
  const [days, noted, box] = await Promise.all([
    findDays(reader, { zoneId: subscription.zoneId, fromOn, untilOn, today }),
    findWeeksOf(reader, { subscriptionIds: [subscription.id], fromOn: previousOn }),
    findBox(reader, subscription.variantId),
  ])
  const sizes = await findSizes(
    reader,
    noted.flatMap(({ week }) => week.swaps.map((swap) => swap.in)),
  )
  const sizeOf = new Map(sizes.map((size) => [size.variantId, size]))
  const shown = weeks.map((weekOn) => {
    const wave = waveOfWeek(weekOn, subscription, days)
    const note = noted.find(({ week }) => week.weekOn === weekOn)
    const swaps = swapsInForce(note?.week.swaps ?? [], box?.parts ?? [])
    const prices = new Map(sizes.map((size) => [size.variantId, size.priceFen]))
    const price = box ? priceSwapped(box.parts, box.offBp, swaps, prices) : { priceFen, differenceFen: 0 }
    return {
      weekOn,
      deliversOn: wave?.deliversOn ?? null,
      changeUntil: wave ? changeUntil(wave.cutoffAt) : null,
      isOpen: wave !== null && canChange(wave.cutoffAt, now),
      state: stateOf(note, isPausedOn(subscription, wishedDay(weekOn, subscription)), wave !== null),
      refusal: note?.week.status === 'refused' ? asWeekRefusal(note.week.refusal) : null,
      order: note?.order ?? null,
      ...price,
      swapped: swaps.flatMap((swap) => {
        const out = box?.parts.find((part) => part.variantId === swap.out)
        const into = sizeOf.get(swap.in)
        return out && into ? [{ out, into }] : []
      }),
    }
  })
  const coming = shown.filter(({ weekOn, deliversOn }) => (deliversOn ?? addDays(weekOn, 6)) >= today).slice(0, weeksShown)
  return { box, weeks: coming, next: coming.find(({ state }) => comes.has(state)) ?? null, missed: missedOf(noted) }
}
export type ReadWeek = Awaited<ReturnType<typeof readWeeks>>['weeks'][number]

const comes = new Set<WeekState>(['planned', 'ordering', 'to_pay', 'ordered', 'no_wave'])

function missedOf(noted: readonly NotedWeek[]) {
  const missed = lastMissed(noted.map(({ week: { weekOn, status, refusal }, order }) => ({ weekOn, status, refusal, order })))
  return missed && { weekOn: missed.weekOn, refusal: asWeekRefusal(missed.refusal), creditBackFen: missed.order?.creditFen ?? 0 }
}

type WeekState = 'planned' | 'skipped' | 'paused' | 'ordering' | 'to_pay' | 'ordered' | 'cancelled' | 'refused' | 'no_wave'

function stateOf(note: NotedWeek | undefined, isPaused: boolean, hasWave: boolean): WeekState {
  if (note?.week.status === 'refused') return 'refused'
  if (note?.week.status === 'ordered') {
    if (!note.order) return 'ordering'
    if (note.order.status === 'awaiting_payment') return 'to_pay'
    return note.order.status === 'cancelled' || note.order.status === 'expired' ? 'cancelled' : 'ordered'
  }
  if (note?.week.status === 'skipped') return 'skipped'
  if (isPaused) return 'paused'
  return hasWave ? 'planned' : 'no_wave'
}

type Span = { zoneId: string; fromOn: string; untilOn: string; today: string }

/** The days a zone is delivered to: its waves, and beyond those that are open already what its rules and the calendar say. */
async function findDays(reader: Reader, { zoneId, fromOn, untilOn, today }: Span): Promise<{ deliversOn: string; cutoffAt: Date }[]> {
  const stored = await findWavesOfZones(reader, { zoneIds: [zoneId], fromOn, untilOn })
  const beyond = addDays(today, wavesAheadDays)
  if (untilOn < beyond) return stored
  const [rules, calendar] = await Promise.all([findRules(reader), findCalendar(reader, { fromOn: beyond, untilOn })])
  const days = daysBetween(beyond, untilOn) + 1
  const ruled = wavesByRules(
    rules.filter((rule) => rule.zoneId === zoneId),
    calendar,
    { fromOn: beyond, days },
  )
  const known = new Set(stored.map(({ deliversOn }) => deliversOn))
  return [...stored, ...ruled.filter(({ deliversOn }) => !known.has(deliversOn))]
}
