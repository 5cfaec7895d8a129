import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, drops, runs, waves } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What has to happen on a delivery day, for whoever plays everyone: each wave with what its farms pack, its runs and its drops. */
export async function findDeliveriesOn(db: Db, deliversOn: string) {
  const ofDay = await db.select({ id: waves.id }).from(waves).where(eq(waves.deliversOn, deliversOn))
  const waveIds = ofDay.map(({ id }) => id)
  if (waveIds.length === 0) return { consignments: [], runs: [], drops: [] }
  return {
    consignments: await db
      .select({ id: consignments.id, farmId: consignments.farmId })
      .from(consignments)
      .where(and(inArray(consignments.waveId, waveIds), eq(consignments.status, 'to_pack')))
      .orderBy(asc(consignments.farmId), asc(consignments.id)),
    runs: await db
      .select({ id: runs.id, departsAt: runs.departsAt })
      .from(runs)
      .where(inArray(runs.waveId, waveIds))
      .orderBy(asc(runs.departsAt), asc(runs.id)),
    drops: await db
      .select({ id: drops.id, kind: drops.kind, arrivesAt: drops.arrivesAt })
      .from(drops)
      .where(and(inArray(drops.waveId, waveIds), eq(drops.status, 'planned')))
      .orderBy(asc(drops.arrivesAt), asc(drops.id)),
  }
}
