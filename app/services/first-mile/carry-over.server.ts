import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { tellOrders } from '#db/queries/delivery/run-writes.server.ts'
import { hasLeft } from '#db/queries/delivery/wave-planning.server.ts'
import * as missing from '#db/queries/first-mile/missing-parcels.server.ts'
import { type LockedConsignment, lockConsignments } from '#db/queries/first-mile/scans.server.ts'
import { moveDeliveryFees } from '#db/queries/network/delivery-fees.server.ts'
import { leaveEmptyDrops, planWithoutThem } from './leave-empty-drops.server.ts'

export type CarryOver = { consignmentIds: readonly string[]; toWaveId: string; now: Date }

export type CarryOverRefusal =
  | { code: 'unknown_consignment' }
  | { code: 'not_to_be_moved' }
  | { code: 'wave_gone' }
  | { code: 'not_a_later_wave' }
  | { code: 'wave_full' }
  | { code: 'there_already' }

/** The office carries consignments that could not be delivered over into a later wave of their zone. */
export async function carryOver(
  database: Database,
  { officeUserId, ...asked }: CarryOver & { officeUserId: string },
): Promise<Result<Carried, CarryOverRefusal>> {
  const carried = await database.transact(async (tx) => {
    const done = await carryOverInside(tx, asked)
    if (!done.ok) return done
    const detail = { consignments: [...asked.consignmentIds] }
    const entry = { actorId: officeUserId, actsFor: 'alliance', action: 'parcels_carried_over', subject: asked.toWaveId, detail }
    await insertAuditEntry(tx, { ...entry, at: asked.now })
    return done
  })
  if (carried.ok) await planWithoutThem(database, { waveIds: carried.value.fromWaveIds, actorId: officeUserId, now: asked.now })
  return carried
}

/** How many were moved, and the waves they left. */
export type Carried = { moved: number; fromWaveIds: string[] }

/**
 * All of the consignments ride in the later wave, with their lines, their orders' places and the fees paid for them, or none does. What stands at the hub
 * waits there; what is missing its farm packs anew. Their customers are told. Whoever calls this plans the wave they left without
 * them afterwards (`planWithoutThem`).
 */
export async function carryOverInside(tx: Tx, { consignmentIds, toWaveId, now }: CarryOver): Promise<Result<Carried, CarryOverRefusal>> {
  const parcels = await lockConsignments(tx, [...new Set(consignmentIds)])
  if (parcels.length !== new Set(consignmentIds).size || parcels.length === 0) return refuse({ code: 'unknown_consignment' })
  if (!(await areMovable(tx, parcels))) return refuse({ code: 'not_to_be_moved' })
  const wave = await missing.lockWave(tx, toWaveId)
  if (!wave || (wave.status !== 'open' && wave.status !== 'closed') || (await hasLeft(tx, toWaveId))) return refuse({ code: 'wave_gone' })
  const before = await missing.findWavesOf(tx, [...new Set(parcels.map(({ waveId }) => waveId))])
  if (before.some(({ zoneId, deliversOn }) => zoneId !== wave.zoneId || deliversOn >= wave.deliversOn)) {
    return refuse({ code: 'not_a_later_wave' })
  }
  for (const parcel of parcels) {
    const moved = await carryOne(tx, parcel, toWaveId)
    if (!moved.ok) return moved
  }
  await leaveEmptyDrops(tx, { parcels, now })
  const orderIds = [...new Set(parcels.map(({ orderId }) => orderId))]
  await tellOrders(
    tx,
    orderIds.map((orderId) => ({ id: newId('evt'), orderId, kind: 'rescheduled' as const, farmId: null, at: now })),
  )
  return accept({ moved: parcels.length, fromWaveIds: before.map(({ id }) => id) })
}

/** Nothing that is delivered, cancelled or still on its way to somebody. */
async function areMovable(tx: Tx, parcels: readonly LockedConsignment[]) {
  const settled = await missing.findDropStatuses(
    tx,
    parcels.flatMap(({ dropId }) => dropId ?? []),
  )
  const failed = new Set(settled.filter(({ status }) => status === 'failed').map(({ id }) => id))
  return parcels.every(({ status, missingAt, dropId }) => {
    if (status === 'delivered' || status === 'cancelled') return false
    return status !== 'on_the_way' || missingAt !== null || (dropId !== null && failed.has(dropId))
  })
}

async function carryOne(tx: Tx, parcel: LockedConsignment, toWaveId: string): Promise<Result<null, CarryOverRefusal>> {
  const { id, orderId, farmId, waveId: fromWaveId, status, missingAt } = parcel
  if (await missing.hasParcel(tx, { orderId, farmId, waveId: toWaveId })) return refuse({ code: 'there_already' })
  const heldThere = await missing.holdsPlace(tx, { orderId, waveId: toWaveId })
  if (!heldThere && !(await missing.takePlace(tx, toWaveId))) return refuse({ code: 'wave_full' })
  const heldHere = await missing.holdsPlace(tx, { orderId, waveId: fromWaveId })
  const isHere = missingAt === null && (status === 'at_hub' || status === 'on_the_way')
  await missing.moveToWave(tx, { id, orderId, farmId, fromWaveId, toWaveId, isHere })
  const leavesAll = !(await missing.holdsPlace(tx, { orderId, waveId: fromWaveId }))
  if (heldHere && leavesAll) await missing.givePlaceBack(tx, fromWaveId)
  await moveDeliveryFees(tx, { orderIds: [orderId], from: fromWaveId, to: toWaveId, leavesAll })
  return accept(null)
}
