import { z } from 'zod'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'

/** Why a field of the checkout form is refused. The screen has a sentence for each. */
export const checkoutProblems = [
  'recipient_missing',
  'recipient_long',
  'phone_missing',
  'phone_invalid',
  'delivery_missing',
  'district_missing',
  'street_missing',
  'street_long',
  'point_missing',
  'note_long',
  'wave_missing',
  'substitution_missing',
  'form_stale',
] as const
export type CheckoutProblem = (typeof checkoutProblems)[number]

/** A mainland mobile number, or any number in its international form (E.164). */
const mainlandMobile = /^1[3-9]\d{9}$/
const international = /^\+[1-9]\d{6,14}$/

/** As people write it (spaces, hyphens, brackets, full-width digits, +86) to what a driver can dial. */
export function dialable(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s().\-–—]/g, '')
  return bare.replace(/^(?:\+|00)86(?=1[3-9]\d{9}$)/, '').replace(/^00(?=[1-9])/, '+')
}

const problem = (code: CheckoutProblem) => ({ error: code })
const missing = (code: CheckoutProblem) => z.string(problem(code)).trim().min(1, code)

const PhoneSchema = missing('phone_missing')
  .transform(dialable)
  .refine((phone) => mainlandMobile.test(phone) || international.test(phone), problem('phone_invalid'))

/** Made fresh for each rendered form: the same key sent twice is one order. */
export const PlacementKeySchema = z.uuid(problem('form_stale'))

/** Who receives an order, wherever that is. */
const receiver = {
  recipient: missing('recipient_missing').max(lengths.recipient, 'recipient_long'),
  phone: PhoneSchema,
  note: z.string().trim().max(lengths.note, 'note_long').default(''),
}
const door = {
  delivery: z.literal('door'),
  districtId: missing('district_missing'),
  street: missing('street_missing').max(lengths.street, 'street_long'),
}
const pickup = { delivery: z.literal('pickup'), pickupPointId: missing('point_missing') }

const shared = {
  placementKey: PlacementKeySchema,
  ...receiver,
  waveId: missing('wave_missing'),
  substitution: z.enum(['call', 'similar', 'refund'], problem('substitution_missing')),
  couponCode: z.string().trim().max(60).default('').catch(''),
  useCredit: z.literal('yes').optional().catch(undefined),
}

/** The whole checkout form, as it is sent to place an order. */
export const CheckoutSchema = z.discriminatedUnion(
  'delivery',
  [z.object({ ...shared, ...door }), z.object({ ...shared, ...pickup })],
  problem('delivery_missing'),
)
export type Checkout = z.output<typeof CheckoutSchema>

const changed = { ...receiver, requestKey: PlacementKeySchema, waveId: z.string().max(60).default('') }

/** A placed order's receiver, place and day as they are to be; without a day it stays as it is. */
export const ChangeDeliverySchema = z.discriminatedUnion(
  'delivery',
  [z.object({ ...changed, ...door }), z.object({ ...changed, ...pickup })],
  problem('delivery_missing'),
)

/** As much of the form as decides the delivery days and what they cost; whatever else is typed may be unfinished. */
export const DeliveryPlaceSchema = z.discriminatedUnion('delivery', [
  z.object({ delivery: z.literal('door'), districtId: z.string().min(1), street: z.string().optional() }),
  z.object({ delivery: z.literal('pickup'), pickupPointId: z.string().min(1) }),
])

export const OrderIdSchema = z.string().regex(/^ord_\w{1,40}$/)
