import { notFound } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { DaySchema, RhythmSchema, SwapSchema, WeekSchema } from '#app/schemas/subscription.ts'
import {
  amendSubscription,
  type ChangeRefusal,
  endSubscription,
  type PauseRefusal,
  pauseSubscription,
  resumeSubscription,
} from '#app/services/wanting/change-subscription.server.ts'
import { planWeek, type WeekRefusal } from '#app/services/wanting/plan-week.server.ts'
import type { Customer } from '#db/queries/viewers.server.ts'
import { parseRhythm, receiverOf, type TypedProblems, type TypedValues, typedValues } from './read-rhythm.server.ts'

export type SteerRefusal = ChangeRefusal['code'] | PauseRefusal['code'] | WeekRefusal['code'] | 'bad_day'
export type Steered = { refusal: SteerRefusal | null; problems: TypedProblems; values: TypedValues | null }

const done: Steered = { refusal: null, problems: {}, values: null }
const outcome = (result: { ok: true } | { ok: false; refusal: { code: SteerRefusal } }): Steered =>
  result.ok ? done : { ...done, refusal: result.refusal.code }

/** Does what a form of the subscription's page asks; null refusal and no problems when it is done. @throws 404 for what no form sends */
export async function steerSubscription(form: FormData, subscriptionId: string, customer: Customer): Promise<Steered> {
  const theirs = { subscriptionId, customerId: customer.customerId, now: now() }
  const fields = Object.fromEntries(form)
  switch (form.get('intent')) {
    case 'skip':
    case 'unskip': {
      const week = WeekSchema.safeParse(fields)
      const wish = form.get('intent') === 'skip' ? ('skip' as const) : ('unskip' as const)
      return week.success ? outcome(await planWeek(db(), { ...theirs, ...week.data, wish })) : { ...done, refusal: 'unknown_week' }
    }
    case 'swap': {
      const swap = SwapSchema.safeParse(fields)
      if (!swap.success) return { ...done, refusal: 'not_exchangeable' }
      const { weekOn, ...wish } = swap.data
      return outcome(await planWeek(db(), { ...theirs, weekOn, wish }))
    }
    case 'pause': {
      const typed = String(form.get('untilOn') ?? '')
      const untilOn = typed === '' ? null : DaySchema.safeParse(typed)
      if (untilOn !== null && !untilOn.success) return { ...done, refusal: 'bad_day' }
      return outcome(await pauseSubscription(db(), { ...theirs, untilOn: untilOn?.data ?? null }))
    }
    case 'resume':
      return outcome(await resumeSubscription(db(), theirs))
    case 'end':
      return outcome(await endSubscription(db(), theirs))
    case 'change': {
      const parsed = parseRhythm(form, RhythmSchema)
      const values = typedValues(form)
      if (!parsed.ok) return { refusal: null, problems: parsed.problems, values }
      const { place, note, ...rhythm } = parsed.value
      const amended = await amendSubscription(db(), { ...theirs, ...rhythm, ...(await receiverOf(place, note, customer)) })
      return { ...outcome(amended), values }
    }
    default:
      throw notFound()
  }
}
