import { z } from 'zod'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { IdSchema } from './ids.ts'

/** Why a field of a subscription's form is refused. The screen has a sentence for each. */
export const subscriptionProblems = [
  'size_missing',
  'rhythm_missing',
  'weekday_missing',
  'place_missing',
  'quantity_wrong',
  'substitution_missing',
  'start_missing',
  'note_long',
] as const
export type SubscriptionProblem = (typeof subscriptionProblems)[number]

const problem = (code: SubscriptionProblem) => ({ error: code })
const oneOf = (values: readonly number[], code: SubscriptionProblem) =>
  z.coerce.number(problem(code)).refine((value) => values.includes(value), problem(code))

/** A day as a date field sends it. */
export const DaySchema = z.iso.date()

/** `address:…` of the customer's, or `point:…`: where it is brought. */
const PlaceSchema = z
  .string(problem('place_missing'))
  .regex(/^(address|point):[\w.-]{1,80}$/, 'place_missing')
  .transform((value) => {
    const [kind, id = ''] = value.split(':')
    return kind === 'address' ? { kind: 'address' as const, addressId: id } : { kind: 'point' as const, pickupPointId: id }
  })
export type ChosenPlace = z.output<typeof PlaceSchema>

/** What of a subscription can be changed while it runs. */
export const RhythmSchema = z.object({
  everyWeeks: oneOf([1, 2, 4], 'rhythm_missing'),
  weekday: oneOf([1, 2, 3, 4, 5, 6, 7], 'weekday_missing'),
  place: PlaceSchema,
  quantity: z.coerce.number(problem('quantity_wrong')).int('quantity_wrong').min(1, 'quantity_wrong').max(20, 'quantity_wrong'),
  substitution: z.enum(['call', 'similar', 'refund'], problem('substitution_missing')),
  note: z.string().trim().max(lengths.note, 'note_long').default(''),
})

export const StartSchema = RhythmSchema.extend({
  variantId: z.string(problem('size_missing')).pipe(IdSchema),
  startsOn: z.string(problem('start_missing')).pipe(z.iso.date(problem('start_missing'))),
})

/** A week's wish: which week, and for a swap what goes and what comes. */
export const WeekSchema = z.object({ weekOn: DaySchema })
export const SwapSchema = WeekSchema.extend({ out: IdSchema, into: IdSchema })

/** The size and rhythm chosen on a product's page, for the form that follows; what cannot be read is left open. */
export const WishedRhythmSchema = z.object({
  variantId: IdSchema.nullable().catch(null),
  everyWeeks: z.string().max(1).catch('1').default('1'),
})

export const WishSchema = z.object({
  productId: IdSchema,
  wish: z.enum(['keep', 'tell', 'drop']),
  returnTo: z.string().max(300).default('/account/wishes'),
})
