import { and, eq } from 'drizzle-orm'
import type { WaveTerms } from '#app/domain/delivery/decide-wave-terms.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { hubs, waves, zones } from '#db/schema/index.ts'

/** A wave as it is sold, with the hub whose morning it must make; undefined when there is none. */
export const findWaveTerms = async (db: Pick<Reader, 'select'>, waveId: string) =>
  (
    await db
      .select({
        id: waves.id,
        zoneId: waves.zoneId,
        zoneZh: zones.nameZh,
        zoneEn: zones.nameEn,
        deliversOn: waves.deliversOn,
        status: waves.status,
        version: waves.version,
        bookedDrops: waves.bookedDrops,
        capacityDrops: waves.capacityDrops,
        dropFeeFen: waves.dropFeeFen,
        cutoffAt: waves.cutoffAt,
        arriveBy: hubs.arriveBy,
      })
      .from(waves)
      .innerJoin(zones, eq(zones.id, waves.zoneId))
      .innerJoin(hubs, eq(hubs.id, waves.hubId))
      .where(eq(waves.id, waveId))
  )[0]

/** @returns false when somebody has saved it since this version */
export const updateWaveTerms = async (tx: Tx, { waveId, version, terms }: { waveId: string; version: number; terms: WaveTerms }) =>
  (
    await tx
      .update(waves)
      .set({ ...terms, version: version + 1 })
      .where(and(eq(waves.id, waveId), eq(waves.version, version)))
      .returning({ id: waves.id })
  ).length === 1
