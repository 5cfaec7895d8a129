import { type Fen, fen } from '#app/domain/money/fen.ts'
import { type DeliveryChangeRefusal, decideChange } from '#app/domain/ordering/decide-change.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { refundFromEscrow } from '#app/services/after-sales/refund-from-escrow.server.ts'
import { type Destination, type PlaceRefusal, type ResolvedPlace, resolvePlace } from '#app/services/ordering/resolve-place.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import * as changes from '#db/queries/customers/order-changes.server.ts'
import { findKnownPlaces } from '#db/queries/delivery/known-places.server.ts'
import { findNetwork, type Network } from '#db/queries/network/network.server.ts'
import { giveBackPlace } from '#db/queries/ordering/called-off-lines.server.ts'
import { insertOrderEvents } from '#db/queries/ordering/confirmation.server.ts'
import { claimWavePlace, countAtPoint } from '#db/queries/ordering/wave-places.server.ts'
import { findOpenDispute } from '#db/queries/payments/disputes.server.ts'
import { findTakenOfDelivery, lockOrder } from '#db/queries/payments/refunds.server.ts'
import { requoteDelivery } from './requote-delivery.server.ts'

export type ChangeDelivery = {
  /** the form's own key: a double click gives back once */
  requestKey: string
  orderId: string
  recipient: string
  phone: string
  destination: Destination
  /** the wave all of it is to come in; null: as it is */
  waveId: string | null
  now: Date
}

export type ChangeRefusal =
  | PlaceRefusal
  | DeliveryChangeRefusal
  | { code: 'not_under_way' | 'in_dispute' | 'wave_gone' }
  | { code: 'costs_more'; moreFen: Fen }

/**
 * Before the cut-off its customer has an order brought elsewhere, to somebody else or on another day. The new wave's place is
 * claimed before the old one's is given back. Delivery that costs less is refunded by the difference; delivery that would cost
 * more is refused, for nothing can be charged afterwards.
 * @returns what goes back
 */
export async function changeDelivery(
  { reader, transact }: Database,
  asked: ChangeDelivery,
): Promise<Result<{ backFen: Fen }, ChangeRefusal>> {
  const network = await findNetwork(reader, asked.now.getTime())
  const place = resolvePlace(asked.destination, network)
  if (!place.ok) return place
  const known = await findKnownPlaces(reader, network, { zoneId: place.value.zoneId, now: asked.now })
  return transact((tx) => changeInside(tx, asked, { place: place.value, network, known }))
}

type Found = { place: ResolvedPlace; network: Network; known: Awaited<ReturnType<typeof findKnownPlaces>> }

async function changeInside(tx: Tx, asked: ChangeDelivery, found: Found): Promise<Result<{ backFen: Fen }, ChangeRefusal>> {
  const { orderId, now } = asked
  const { place, network } = found
  const order = await lockOrder(tx, orderId)
  const before = order && (await changes.findDelivery(tx, orderId))
  if (order?.status !== 'confirmed' || !before || before.leaderId !== null) return refuse({ code: 'not_under_way' })
  if (await findOpenDispute(tx, orderId)) return refuse({ code: 'in_dispute' })
  const wave = asked.waveId === null ? null : await changes.findOpenWave(tx, { waveId: asked.waveId, zoneId: place.zoneId })
  if (asked.waveId !== null && wave === null) return refuse({ code: 'wave_gone' })
  const lines = await changes.findLinesToMove(tx, orderId)
  const decided = decideChange(movable(lines, network), { isSameZone: before.zoneId === place.zoneId, wave }, now)
  if (!decided.ok) return decided
  const contact = { orderId, recipient: asked.recipient, phone: asked.phone, note: asked.destination.note }
  const isSamePlace = before.placeKey === place.placeKey && before.delivery === place.kind
  if (isSamePlace && !decided.value.moves) {
    await changes.changeContact(tx, contact)
    return accept({ backFen: fen(0) })
  }
  if (wave && decided.value.moves && !(await moveOrder(tx, { orderId, waveId: wave.id, lines, now }))) return refuse({ code: 'wave_gone' })
  const waveIds = decided.value.moves && wave ? [wave.id] : [...new Set(lines.map(({ waveId }) => waveId))]
  const { kind: delivery, zoneId, pickupPointId, addressZh, addressEn, placeKey, placedBy, lat, lon } = place
  const fees = await requoteDelivery(tx, lines, { ...found, waveIdOf: (line) => (waveIds.length === 1 ? waveIds[0]! : line.waveId) })
  await changes.changeDestination(tx, { orderId, delivery, zoneId, pickupPointId, deliveryFees: fees.deliveries })
  await changes.changeContact(tx, { ...contact, addressZh, addressEn, placeKey, placedBy, lat, lon })
  if (pickupPointId !== null && (await isPointFull(tx, { pickupPointId, waveIds, network }))) return refuse({ code: 'wave_gone' })
  const paidFen = fen(order.deliveryFen - (await findTakenOfDelivery(tx, { orderId, except: null })))
  if (fees.deliveryFen > paidFen) return refuse({ code: 'costs_more', moreFen: fen(fees.deliveryFen - paidFen) })
  const backFen = fen(paidFen - fees.deliveryFen)
  if (backFen > 0) {
    const refund = { requestKey: asked.requestKey, reason: 'delivery_changed', lines: [], deliveryFen: backFen } as const
    const refunded = await refundFromEscrow(tx, { ...refund, order, userId: order.customerId, now })
    if (!refunded.ok) return refuse({ code: 'not_under_way' })
  }
  return accept({ backFen })
}

const movable = (lines: readonly changes.LineToMove[], network: Network) =>
  lines.map((line) => ({
    waveId: line.waveId,
    waveIsOpen: line.waveStatus === 'open',
    cutoffAt: line.cutoffAt,
    isPacked: line.packing !== 'to_pack',
    leadDays: network.farms.get(line.farmId)?.leadDays ?? 0,
    freshUntilOn: line.freshUntilOn,
  }))

type Move = { orderId: string; waveId: string; lines: readonly changes.LineToMove[]; now: Date }

/** @returns false when the wave has filled up or closed meanwhile */
async function moveOrder(tx: Tx, { orderId, waveId, lines, now }: Move): Promise<boolean> {
  const held = new Set(lines.map((line) => line.waveId))
  if (!held.has(waveId) && !(await claimWavePlace(tx, { waveId, now }))) return false
  await changes.moveToWave(tx, { orderId, waveId })
  for (const left of [...held].filter((id) => id !== waveId).sort()) await giveBackPlace(tx, left)
  await insertOrderEvents(tx, [{ id: newId('evt'), orderId, kind: 'rescheduled', farmId: null, at: now }])
  return true
}

/** Counted with this order in it, by whoever holds the wave's place. */
async function isPointFull(tx: Tx, asked: { pickupPointId: string; waveIds: readonly string[]; network: Network }) {
  const room = asked.network.pickupPoints.get(asked.pickupPointId)?.capacityOrders ?? 0
  const taken = await countAtPoint(tx, asked.pickupPointId)
  return asked.waveIds.some((waveId) => (taken.get(waveId) ?? 0) > room)
}
