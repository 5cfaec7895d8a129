import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { RhythmValues } from '#app/components/shop/wanting/rhythm-fields.tsx'
import { found } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import type { ChosenPlace, RhythmSchema, StartSchema, SubscriptionProblem } from '#app/schemas/subscription.ts'
import { subscriptionProblems } from '#app/schemas/subscription.ts'
import { findKeptAddress, findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { findPlaces } from '#db/queries/delivery/places.server.ts'
import type { Customer } from '#db/queries/viewers.server.ts'

const fieldNames = ['variantId', 'everyWeeks', 'weekday', 'place', 'quantity', 'substitution', 'startsOn', 'note'] as const
export type TypedValues = RhythmValues & Partial<Record<'variantId' | 'startsOn', string>>
export type TypedProblems = Partial<Record<(typeof fieldNames)[number], SubscriptionProblem>>

/** Where a customer can have it brought: their addresses and the pick-up points. */
export async function offerPlaces(customerId: string) {
  const { reader } = db()
  const [addresses, { pickupZones }] = await Promise.all([findKeptAddresses(reader, customerId), findPlaces(reader, now())])
  return {
    addresses: addresses.map(({ id, recipient, street, districtZh, districtEn }) => ({ id, recipient, street, districtZh, districtEn })),
    pickupZones,
  }
}

export const typedValues = (form: FormData): TypedValues =>
  Object.fromEntries(fieldNames.flatMap((name) => (typeof form.get(name) === 'string' ? [[name, String(form.get(name))]] : [])))

/** The whole form, or the first problem of each field. */
export function parseRhythm<Schema extends typeof RhythmSchema | typeof StartSchema>(form: FormData, schema: Schema) {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { ok: true, value: submission.value as z.output<Schema> } as const
  const problems: TypedProblems = {}
  for (const name of fieldNames) {
    const problem = subscriptionProblems.find((code) => code === submission.error?.[name]?.[0])
    if (problem) problems[name] = problem
    else if (submission.error?.[name]) problems[name] = missing[name]
  }
  return { ok: false, problems } as const
}

/** For a field that did not arrive at all. */
const missing = {
  variantId: 'size_missing',
  everyWeeks: 'rhythm_missing',
  weekday: 'weekday_missing',
  place: 'place_missing',
  quantity: 'quantity_wrong',
  substitution: 'substitution_missing',
  startsOn: 'start_missing',
  note: 'note_long',
} as const satisfies Record<(typeof fieldNames)[number], SubscriptionProblem>

/** Who receives it and where, as chosen. @throws 404 for an address that is not theirs */
export async function receiverOf(place: ChosenPlace, note: string, { customerId, name, phone }: Customer) {
  if (place.kind === 'point') {
    return { recipient: name, phone, destination: { kind: 'pickup' as const, pickupPointId: place.pickupPointId, note } }
  }
  const address = found(await findKeptAddress(db().reader, { customerId, addressId: place.addressId }))
  const { recipient, phone: reach, districtId, street } = address
  return { recipient, phone: reach, destination: { kind: 'door' as const, districtId, street, note } }
}
