import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { basketIdOf } from '#app/http/basket.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { type CheckoutProblem, CheckoutSchema, checkoutProblems, DeliveryPlaceSchema } from '#app/schemas/checkout.ts'
import type { Destination } from '#app/services/ordering/resolve-place.ts'
import { findKeptAddress, findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { findOwnBasketId } from '#db/queries/ordering/basket.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'

/** What the form's fields hold, as typed. */
export type CheckoutValues = Partial<Record<(typeof fieldNames)[number], string>>
const fieldNames = [
  'placementKey',
  'recipient',
  'phone',
  'delivery',
  'addressId',
  'districtId',
  'street',
  'pickupPointId',
  'note',
  'waveId',
  'substitution',
  'couponCode',
  'useCredit',
] as const

export type FieldProblems = Partial<Record<(typeof fieldNames)[number], CheckoutProblem>>

/** Who is checking out which basket; a basket that is not theirs, or gone, is none. */
export async function shopperOf(request: Request) {
  const viewer = await viewerOf(request)
  const userId = viewer?.userId ?? null
  const carried = basketIdOf(request)
  const [customer, basketId] = await Promise.all([
    userId === null ? null : findCustomerOf(db().reader, userId),
    carried === null ? null : findOwnBasketId(db().reader, { basketId: carried, userId }),
  ])
  return { userId, customer, basketId }
}
export type Shopper = Awaited<ReturnType<typeof shopperOf>>

/** A form nobody has touched: a fresh key, and for a known customer the address used last. */
export async function firstValues({ customer }: Shopper): Promise<CheckoutValues> {
  const fresh: CheckoutValues = { placementKey: randomUUID(), delivery: 'door', substitution: 'call' }
  if (!customer) return fresh
  const [last] = await findKeptAddresses(db().reader, customer.customerId)
  const contact = { ...fresh, recipient: customer.name, phone: customer.phone }
  if (!last) return contact
  const { id, recipient, phone, districtId, street } = last
  return { ...contact, recipient, phone, districtId, street, addressId: id }
}

/** A kept address that was chosen stands for everything one types of a door; another's is none. */
export async function withKeptAddress({ customer }: Shopper, form: FormData): Promise<FormData> {
  const addressId = form.get('addressId')
  if (!customer || form.get('delivery') !== 'door' || typeof addressId !== 'string' || addressId === 'new') return form
  const kept = await findKeptAddress(db().reader, { customerId: customer.customerId, addressId })
  if (!kept) {
    form.set('addressId', 'new')
    return form
  }
  for (const name of ['recipient', 'phone', 'districtId', 'street'] as const) form.set(name, kept[name])
  return form
}

export function typedValues(form: FormData): CheckoutValues {
  const values: CheckoutValues = {}
  for (const name of fieldNames) {
    const value = form.get(name)
    if (typeof value === 'string') values[name] = value
  }
  return values
}

/** Where it is to go, as far as the form says so yet. */
export function destinationOf(values: CheckoutValues): Destination | null {
  const parsed = DeliveryPlaceSchema.safeParse(values)
  if (!parsed.success) return null
  const { data: place } = parsed
  const note = values.note ?? ''
  return place.delivery === 'door'
    ? { kind: 'door', districtId: place.districtId, street: place.street ?? '', note }
    : { kind: 'pickup', pickupPointId: place.pickupPointId, note }
}

/** The whole form, or the first problem of each field. */
export function parseCheckout(form: FormData) {
  const submission = parseWithZod(form, { schema: CheckoutSchema })
  if (submission.status === 'success') return { ok: true, value: submission.value } as const
  const problems: FieldProblems = {}
  for (const name of fieldNames) {
    const problem = checkoutProblems.find((code) => code === submission.error?.[name]?.[0])
    if (problem) problems[name] = problem
  }
  return { ok: false, problems } as const
}
