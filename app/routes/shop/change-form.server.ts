import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { db, now } from '#app/http/runtime.server.ts'
import { ChangeDeliverySchema, type CheckoutProblem, checkoutProblems } from '#app/schemas/checkout.ts'
import { resolvePlace } from '#app/services/ordering/resolve-place.ts'
import { findWavesToCome } from '#db/queries/customers/delivery-wishes.server.ts'
import { findDelivery } from '#db/queries/customers/order-changes.server.ts'
import { findPlaces } from '#db/queries/delivery/places.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'

const fieldNames = ['requestKey', 'recipient', 'phone', 'delivery', 'districtId', 'street', 'pickupPointId', 'note', 'waveId'] as const
export type ChangeValues = Partial<Record<(typeof fieldNames)[number], string>>
export type ChangeProblems = Partial<Record<(typeof fieldNames)[number], CheckoutProblem>>

/** The form as the order stands, and the days on which it could come where the form says. `typed` is what was sent before. */
export async function showChange(orderId: string, typed: ChangeValues | null) {
  const { reader } = db()
  const at = now()
  const [stands, network, places] = await Promise.all([
    findDelivery(reader, orderId),
    findNetwork(reader, at.getTime()),
    findPlaces(reader, at),
  ])
  if (!stands) return null
  const [districtId = '', ...rest] = stands.delivery === 'door' ? stands.placeKey.split('|') : []
  const street = rest.length > 0 ? stands.addressZh.replace(network.districts.get(districtId)?.nameZh ?? '', '') : ''
  const values: ChangeValues = typed ?? {
    requestKey: randomUUID(),
    recipient: stands.recipient,
    phone: stands.phone,
    note: stands.note,
    delivery: stands.delivery,
    pickupPointId: stands.pickupPointId ?? '',
    districtId,
    street,
    waveId: '',
  }
  const zoneId = zoneOf(values, network) ?? stands.zoneId
  const days = await findWavesToCome(reader, { zoneId, now: at, limit: 6 })
  return { values, places, days: days.map(({ waveId, deliversOn }) => ({ waveId, deliversOn })), isSameZone: zoneId === stands.zoneId }
}

function zoneOf({ delivery, districtId = '', street = '', pickupPointId = '' }: ChangeValues, network: Parameters<typeof resolvePlace>[1]) {
  const place = resolvePlace(
    delivery === 'pickup' ? { kind: 'pickup', pickupPointId, note: '' } : { kind: 'door', districtId, street, note: '' },
    network,
  )
  return place.ok ? place.value.zoneId : null
}

export function typedChange(form: FormData): ChangeValues {
  return Object.fromEntries(fieldNames.map((name) => [name, String(form.get(name) ?? '')]))
}

/** The whole form, or the first problem of each field. */
export function parseChange(form: FormData) {
  const submission = parseWithZod(form, { schema: ChangeDeliverySchema })
  if (submission.status === 'success') return { ok: true, value: submission.value } as const
  const problems: ChangeProblems = {}
  for (const name of fieldNames) {
    const problem = checkoutProblems.find((code) => code === submission.error?.[name]?.[0])
    if (problem) problems[name] = problem
  }
  return { ok: false, problems } as const
}
