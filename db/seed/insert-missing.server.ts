import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { chunksOf } from '#db/chunks-of.ts'
import type { Tx } from '#db/connection.ts'

/** Writes what is not there yet; a row whose id is known stays as it is, so that every part of the seed may run again. */
export async function insertMissing<Table extends SQLiteTable>(
  tx: Tx,
  target: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  for (const chunk of chunksOf(rows, 100)) await tx.insert(target).values(chunk).onConflictDoNothing()
}
