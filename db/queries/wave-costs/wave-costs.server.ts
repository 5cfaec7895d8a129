import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { consignments, dropOrders, farms, waveCosts, waveFarmShares, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** A wave with what it was reckoned with; `cost` null until it is. Null when there is no such wave. */
export const findWaveCost = async (db: Db, waveId: string) =>
  (
    await db
      .select({
        id: waves.id,
        deliversOn: waves.deliversOn,
        status: waves.status,
        zoneZh: zones.nameZh,
        zoneEn: zones.nameEn,
        cost: waveCosts,
      })
      .from(waves)
      .innerJoin(zones, eq(zones.id, waves.zoneId))
      .leftJoin(waveCosts, eq(waveCosts.waveId, waves.id))
      .where(eq(waves.id, waveId))
  )[0] ?? null

/** Every farm's share of one wave: the farms share it, and every one of them may see how. */
export const findFarmShares = (db: Db, waveId: string) =>
  db
    .select({
      farmId: waveFarmShares.farmId,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      orders: waveFarmShares.orders,
      weightG: waveFarmShares.weightG,
      directFen: waveFarmShares.directFen,
      costFen: waveFarmShares.costFen,
      freightFen: waveFarmShares.freightFen,
    })
    .from(waveFarmShares)
    .innerJoin(farms, eq(farms.id, waveFarmShares.farmId))
    .where(eq(waveFarmShares.waveId, waveId))
    .orderBy(asc(farms.position))

/** One farm's share of each wave it was in, newest first. */
export const findFarmFreights = (db: Db, { farmId, limit }: { farmId: string; limit: number }) =>
  db
    .select({
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
      rule: waveCosts.rule,
      orders: waveFarmShares.orders,
      directFen: waveFarmShares.directFen,
      costFen: waveFarmShares.costFen,
      freightFen: waveFarmShares.freightFen,
    })
    .from(waveFarmShares)
    .innerJoin(waveCosts, eq(waveCosts.waveId, waveFarmShares.waveId))
    .innerJoin(waves, eq(waves.id, waveFarmShares.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .where(eq(waveFarmShares.farmId, farmId))
    .orderBy(desc(waves.deliversOn), asc(waves.id))
    .limit(limit)

/** Each member farm's season beside what it paid alone (S0), by the waves reckoned that delivered from a day on. */
export const findSeasonByFarm = (db: Db, { fromOn }: { fromOn: string }) =>
  db
    .select({
      farmId: farms.id,
      code: farms.code,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      beforeLowFen: farms.logisticsBeforeLowFen,
      beforeHighFen: farms.logisticsBeforeHighFen,
      s0LowFen: farms.logisticsNowLowFen,
      s0HighFen: farms.logisticsNowHighFen,
      orders: sql<number>`coalesce(sum(${waveFarmShares.orders}), 0)`.mapWith(Number),
      costFen: sql<number>`coalesce(sum(${waveFarmShares.costFen}), 0)`.mapWith(Number),
      directFen: sql<number>`coalesce(sum(${waveFarmShares.directFen}), 0)`.mapWith(Number),
      freightFen: sql<number>`coalesce(sum(${waveFarmShares.freightFen}), 0)`.mapWith(Number),
    })
    .from(farms)
    .leftJoin(
      waveFarmShares,
      and(
        eq(waveFarmShares.farmId, farms.id),
        sql`${waveFarmShares.waveId} in (select ${waves.id} from ${waves} where ${waves.deliversOn} >= ${fromOn})`,
      ),
    )
    .groupBy(farms.id)
    .orderBy(asc(farms.position))

/** For each farm the season's orders that held its goods, a wave's part of one counting for itself, and what bringing them cost. */
export const findSeasonOrders = (db: Db, { fromOn }: { fromOn: string }) =>
  db
    .select({
      farmId: consignments.farmId,
      orders: sql<number>`count(*)`.mapWith(Number),
      costFen: sql<number>`sum(${dropOrders.costFen})`.mapWith(Number),
    })
    .from(consignments)
    .innerJoin(waveCosts, eq(waveCosts.waveId, consignments.waveId))
    .innerJoin(waves, and(eq(waves.id, consignments.waveId), gte(waves.deliversOn, fromOn)))
    .innerJoin(dropOrders, and(eq(dropOrders.dropId, consignments.dropId), eq(dropOrders.orderId, consignments.orderId)))
    .where(eq(consignments.status, 'delivered'))
    .groupBy(consignments.farmId)

/** The reckoned waves that delivered from a day on, newest first. */
export const findReckonedWaves = (db: Db, { fromOn, limit }: { fromOn: string; limit: number }) =>
  db
    .select({
      waveId: waves.id,
      zoneId: waves.zoneId,
      deliversOn: waves.deliversOn,
      rule: waveCosts.rule,
      orders: waveCosts.orders,
      firstMileFen: waveCosts.firstMileFen,
      lastMileFen: waveCosts.lastMileFen,
      feesFen: waveCosts.feesFen,
      leadersFen: waveCosts.leadersFen,
      directFen: waveCosts.directFen,
    })
    .from(waveCosts)
    .innerJoin(waves, eq(waves.id, waveCosts.waveId))
    .where(gte(waves.deliversOn, fromOn))
    .orderBy(desc(waves.deliversOn), asc(waves.id))
    .limit(limit)

export const findFarmNames = (db: Db) =>
  db.select({ id: farms.id, nameZh: farms.nameZh, nameEn: farms.nameEn }).from(farms).orderBy(asc(farms.position))

export const hasShare = async (db: Db, { waveId, farmId }: { waveId: string; farmId: string }) =>
  (
    await db
      .select({ waveId: waveFarmShares.waveId })
      .from(waveFarmShares)
      .where(and(eq(waveFarmShares.waveId, waveId), eq(waveFarmShares.farmId, farmId)))
  ).length === 1
