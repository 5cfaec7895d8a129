import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { auditEntries, farms, users } from '#db/schema/index.ts'

export type AuditEntry = {
  actorId: string
  actsFor: string
  action: string
  subject: string
  /** no personal data of customers */
  detail: Record<string, unknown>
  at: Date
}

export const insertAuditEntry = (tx: Tx, entry: AuditEntry) => tx.insert(auditEntries).values({ id: newId('aud'), ...entry })

/** Newest first, a page at a time: `before` is the last id of the page before. */
export function findAuditPage(
  db: Pick<Reader, 'select'>,
  { before, actsFor, limit }: { before: string | null; actsFor: string | null; limit: number },
) {
  const conditions: SQL[] = []
  if (before !== null) conditions.push(lt(auditEntries.id, before))
  if (actsFor !== null) conditions.push(eq(auditEntries.actsFor, actsFor))
  return db
    .select({
      id: auditEntries.id,
      actor: users.name,
      actorId: auditEntries.actorId,
      actsFor: auditEntries.actsFor,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      action: auditEntries.action,
      subject: auditEntries.subject,
      detail: auditEntries.detail,
      at: auditEntries.at,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .leftJoin(farms, eq(farms.id, auditEntries.actsFor))
    .where(and(...conditions))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
}
