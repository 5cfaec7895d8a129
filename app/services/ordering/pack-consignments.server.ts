import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type Packed, recordShortPicks, type ShortPickRefusal } from '#app/services/after-sales/record-short-picks.server.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findPackedOrders, findPackStates, insertPackedEvents, markPacked } from '#db/queries/farm/packing.server.ts'

/** `not_found`: one of them is absent, or another farm's. `cancelled`: one of them is not wanted any more. */
export type PackRefusal = { code: 'not_found' } | { code: 'cancelled'; aliases: string[] } | ShortPickRefusal

type Packing = { farmId: string; userId: string; consignmentIds: readonly string[]; packed?: readonly Packed[]; now: Date }

/**
 * The farm has packed these consignments: all of them or, when one is refused, none. What is packed already stays as it is,
 * so packing twice is packing once. Each order's customer reads it once. What a box fell short of goes back to its customer.
 * @param packing `packed` names lines of which something else than was ordered went into the box
 * @returns the aliases of those that were packed now, and how many of them were short
 */
export function packConsignments(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, consignmentIds, packed: boxed = [], now }: Packing,
): Promise<Result<{ packed: string[]; short: number }, PackRefusal>> {
  return transact(async (tx) => {
    const asked = { farmId, consignmentIds: [...new Set(consignmentIds)] }
    const states = await findPackStates(tx, asked)
    if (states.length !== asked.consignmentIds.length) return refuse({ code: 'not_found' })
    const cancelled = states.filter(({ status }) => status === 'cancelled').map(({ alias }) => alias)
    if (cancelled.length > 0) return refuse({ code: 'cancelled', aliases: cancelled })

    const packed = await markPacked(tx, { ...asked, packedAt: now })
    const packedIds = packed.map(({ id }) => id)
    const shortPicks = await recordShortPicks(tx, { farmId, consignmentIds: packedIds, packed: boxed, userId, now })
    if (!shortPicks.ok) return shortPicks
    await insertPackedEvents(tx, { farmId, orderIds: await findPackedOrders(tx, packedIds), at: now })
    const aliases = packed.map(({ alias }) => alias)
    for (const waveId of new Set(packed.map((consignment) => consignment.waveId))) {
      const inWave = packed.filter((consignment) => consignment.waveId === waveId).map(({ alias }) => alias)
      await insertAuditEntry(tx, {
        actorId: userId,
        actsFor: farmId,
        action: 'consignments_packed',
        subject: waveId,
        detail: { aliases: inWave },
        at: now,
      })
    }
    return accept({ packed: aliases, short: shortPicks.value.short })
  })
}
