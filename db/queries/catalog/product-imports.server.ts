import { and, eq } from 'drizzle-orm'
import type { OwnerProblem } from '#app/domain/catalog/part-by-owner.ts'
import type { PromisedProblem } from '#app/domain/catalog/part-promised.ts'
import type { ProductRow } from '#app/domain/catalog/product-row.ts'
import type { SheetProblem } from '#app/domain/catalog/read-product-sheet.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { productImports } from '#db/schema/index.ts'

/** Why a row of an uploaded sheet was or will be left out. */
export type ImportProblem = SheetProblem | OwnerProblem | PromisedProblem

export const insertProductImport = (
  tx: Tx,
  read: { id: string; farmId: string; filename: string; good: ProductRow[]; bad: ImportProblem[]; readAt: Date },
) => tx.insert(productImports).values({ ...read, status: 'waiting', importedAt: null })

/** One farm's sheet; another farm's is not found. */
export async function findProductImport(db: Pick<Reader, 'select'>, { importId, farmId }: { importId: string; farmId: string }) {
  const [found] = await db
    .select()
    .from(productImports)
    .where(and(eq(productImports.id, importId), eq(productImports.farmId, farmId)))
  return found ? { ...found, ...rowsOf(found) } : null
}

/** @returns the good rows to write, or null when this farm has no such sheet waiting: imported, dropped or not theirs */
export async function claimProductImport(
  tx: Tx,
  sheet: { importId: string; farmId: string; importedAt: Date },
): Promise<ProductRow[] | null> {
  const [claimed] = await tx
    .update(productImports)
    .set({ status: 'imported', importedAt: sheet.importedAt })
    .where(and(eq(productImports.id, sheet.importId), eq(productImports.farmId, sheet.farmId), eq(productImports.status, 'waiting')))
    .returning({ good: productImports.good, bad: productImports.bad })
  return claimed ? rowsOf(claimed).good : null
}

/** Keeps what was found while importing beside what was found while reading. */
export const addImportProblems = async (tx: Tx, importId: string, found: readonly (OwnerProblem | PromisedProblem)[]) => {
  if (found.length === 0) return
  const [row] = await tx.select({ bad: productImports.bad }).from(productImports).where(eq(productImports.id, importId))
  await tx
    .update(productImports)
    .set({ bad: [...(row?.bad ?? []), ...found] })
    .where(eq(productImports.id, importId))
}

/** The JSON columns hold what `insertProductImport` put there and nothing else. */
const rowsOf = ({ good, bad }: { good: unknown[]; bad: unknown[] }) => ({ good: good as ProductRow[], bad: bad as ImportProblem[] })
