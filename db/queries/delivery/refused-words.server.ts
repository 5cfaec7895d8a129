import { and, desc, eq, gte, type SQL } from 'drizzle-orm'
import type { DriverRefusal } from '#app/domain/delivery/driver-event.ts'
import type { Reader } from '#db/connection.ts'
import { auditEntries, consignments, driverEvents, drops, roles, runs, users, waves, zones } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

/** What the office's log calls it when somebody has seen to a word that did not count. */
export const wordSeen = 'driver_word_seen'

/** What drivers said of one wave's runs, or of any wave's since a day, and did not count; newest first, with whether the office has seen to it. */
export async function findRefusedWords(db: Db, which: { waveId: string } | { fromOn: string }) {
  const ofThem: SQL = 'waveId' in which ? eq(runs.waveId, which.waveId) : gte(waves.deliversOn, which.fromOn)
  const words = await db
    .select({
      id: driverEvents.id,
      kind: driverEvents.kind,
      refusal: driverEvents.refusal,
      happenedAt: driverEvents.happenedAt,
      receivedAt: driverEvents.receivedAt,
      runPosition: runs.position,
      driver: users.name,
      dropCode: drops.code,
      alias: consignments.alias,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      zoneZh: zones.nameZh,
      zoneEn: zones.nameEn,
    })
    .from(driverEvents)
    .innerJoin(runs, eq(runs.id, driverEvents.runId))
    .innerJoin(waves, eq(waves.id, runs.waveId))
    .innerJoin(zones, eq(zones.id, waves.zoneId))
    .leftJoin(drops, eq(drops.id, driverEvents.subjectId))
    .leftJoin(consignments, eq(consignments.id, driverEvents.subjectId))
    .leftJoin(roles, and(eq(roles.role, 'courier'), eq(roles.actsFor, driverEvents.driverId)))
    .leftJoin(users, eq(users.id, roles.userId))
    .where(and(eq(driverEvents.outcome, 'refused'), ofThem))
    .orderBy(desc(driverEvents.receivedAt), desc(driverEvents.id))
  const oldest = words.at(-1)
  const seen = oldest ? await findSeen(db, oldest.receivedAt) : new Set<string>()
  return words.map(({ refusal, receivedAt: _, ...word }) => ({
    ...word,
    refusal: refusal as DriverRefusal,
    isSeen: seen.has(word.id),
  }))
}

async function findSeen(db: Db, since: Date): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: auditEntries.subject })
    .from(auditEntries)
    .where(and(eq(auditEntries.actsFor, 'alliance'), gte(auditEntries.at, since), eq(auditEntries.action, wordSeen)))
  return new Set(rows.map(({ id }) => id))
}
