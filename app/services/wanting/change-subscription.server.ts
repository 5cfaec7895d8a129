import { addDays, businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { firstWeek } from '#app/domain/subscription/due-weeks.ts'
import type { PlaceRefusal } from '#app/services/ordering/resolve-place.ts'
import type { Database } from '#db/client.server.ts'
import { changeSubscription, lockSubscription } from '#db/queries/wanting/subscriptions.server.ts'
import { type Receiver, settlePlace } from './settle-place.server.ts'
import { startsWithinDays } from './start-subscription.server.ts'

type Theirs = { subscriptionId: string; customerId: string; now: Date }
type Gone = { code: 'unknown_subscription' }

export type ChangeSubscription = Theirs &
  Receiver & { quantity: number; everyWeeks: number; weekday: number; substitution: 'call' | 'similar' | 'refund' }
export type ChangeRefusal = PlaceRefusal | Gone

/** Another quantity, place or rhythm, for all weeks that are not ordered yet. A new weekday keeps the step: a fortnight stays the same fortnight. */
export async function amendSubscription(
  { reader, transact }: Database,
  { subscriptionId: id, customerId, now, destination, recipient, phone, ...change }: ChangeSubscription,
): Promise<Result<null, ChangeRefusal>> {
  const place = await settlePlace(reader, { customerId, destination, recipient, phone, now })
  if (!place.ok) return place
  return transact(async (tx) => {
    const stands = await lockSubscription(tx, { id, customerId })
    if (!stands) return refuse({ code: 'unknown_subscription' })
    const startsOn = stands.startsOn > businessDay(now) ? stands.startsOn : firstWeek(stands)
    await changeSubscription(tx, { id, customerId, change: { ...change, ...place.value, startsOn } })
    return accept(null)
  })
}

export type PauseRefusal = Gone | { code: 'pause_passed' } | { code: 'pause_far' }

/** Nothing comes until a day, or until it is resumed (null). What is ordered already still comes. */
export async function pauseSubscription(
  { transact }: Database,
  { subscriptionId: id, customerId, untilOn, now }: Theirs & { untilOn: string | null },
): Promise<Result<null, PauseRefusal>> {
  const today = businessDay(now)
  if (untilOn !== null && untilOn <= today) return refuse({ code: 'pause_passed' })
  if (untilOn !== null && untilOn > addDays(today, 2 * startsWithinDays)) return refuse({ code: 'pause_far' })
  return transact(async (tx) => {
    if (!(await lockSubscription(tx, { id, customerId }))) return refuse({ code: 'unknown_subscription' })
    await changeSubscription(tx, { id, customerId, change: { status: 'paused', pausedUntilOn: untilOn } })
    return accept(null)
  })
}

/** It comes again from its next week on. */
export const resumeSubscription = (database: Database, theirs: Theirs) => turn(database, theirs, { status: 'active', pausedUntilOn: null })

/** Nothing comes any more. What is ordered already still comes. */
export const endSubscription = (database: Database, theirs: Theirs) => turn(database, theirs, { status: 'ended', endedAt: theirs.now })

type Turn = { status: 'active'; pausedUntilOn: null } | { status: 'ended'; endedAt: Date }

const turn = ({ transact }: Database, { subscriptionId: id, customerId }: Theirs, change: Turn): Promise<Result<null, Gone>> =>
  transact(async (tx) => {
    if (!(await lockSubscription(tx, { id, customerId }))) return refuse({ code: 'unknown_subscription' })
    await changeSubscription(tx, { id, customerId, change })
    return accept(null)
  })
