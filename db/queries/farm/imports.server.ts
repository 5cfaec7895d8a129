import { and, desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { productImports } from '#db/schema/index.ts'

/** The sheets a farm has uploaded, the latest first. */
export const findFarmImports = (db: Pick<Reader, 'select'>, { farmId, limit }: { farmId: string; limit: number }) =>
  db
    .select({ id: productImports.id, filename: productImports.filename, status: productImports.status, readAt: productImports.readAt })
    .from(productImports)
    .where(eq(productImports.farmId, farmId))
    .orderBy(desc(productImports.readAt), desc(productImports.id))
    .limit(limit)

/** @returns false when this farm has no such sheet waiting */
export async function dropWaitingImport(tx: Tx, { importId, farmId }: { importId: string; farmId: string }): Promise<boolean> {
  const dropped = await tx
    .update(productImports)
    .set({ status: 'dropped' })
    .where(and(eq(productImports.id, importId), eq(productImports.farmId, farmId), eq(productImports.status, 'waiting')))
    .returning({ id: productImports.id })
  return dropped.length === 1
}
