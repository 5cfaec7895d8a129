import { and, eq, gte, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { hubs, orderLines, vehicles, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findHub = async (db: Db, id: string) => (await db.select().from(hubs).where(eq(hubs.id, id)))[0]
export const insertHub = (tx: Tx, row: typeof hubs.$inferInsert) => tx.insert(hubs).values(row)

/** @returns false when somebody has saved it since this version */
export const updateHub = async (tx: Tx, id: string, version: number, change: Partial<typeof hubs.$inferInsert>): Promise<boolean> =>
  (
    await tx
      .update(hubs)
      .set({ ...change, version: version + 1 })
      .where(and(eq(hubs.id, id), eq(hubs.version, version)))
      .returning({ id: hubs.id })
  ).length === 1

/** Whether an open zone, an open vehicle or a wave that is not done hangs on it. */
export async function isHubUsed(db: Db, id: string): Promise<boolean> {
  const one = { one: sql<number>`1` }
  const [zone] = await db
    .select(one)
    .from(zones)
    .where(and(eq(zones.hubId, id), eq(zones.status, 'open')))
    .limit(1)
  const [vehicle] = await db
    .select(one)
    .from(vehicles)
    .where(and(or(eq(vehicles.hubId, id), eq(vehicles.endHubId, id)), eq(vehicles.status, 'open')))
    .limit(1)
  const [wave] = await db
    .select(one)
    .from(waves)
    .where(and(eq(waves.hubId, id), ne(waves.status, 'done')))
    .limit(1)
  return zone !== undefined || vehicle !== undefined || wave !== undefined
}

/** Open waves of a zone that nobody has ordered for go out from another hub from now on. */
export const moveUnusedWaves = (tx: Tx, { zoneId, hubId, fromOn }: { zoneId: string; hubId: string; fromOn: string }) =>
  tx
    .update(waves)
    .set({ hubId })
    .where(
      and(
        eq(waves.zoneId, zoneId),
        eq(waves.status, 'open'),
        gte(waves.deliversOn, fromOn),
        sql`not exists (select 1 from ${orderLines} where ${orderLines.waveId} = ${waves.id})`,
      ),
    )
