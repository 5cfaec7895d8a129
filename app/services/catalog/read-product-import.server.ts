import { businessDay } from '#app/domain/business-day.ts'
import { codesOf, partByOwner } from '#app/domain/catalog/part-by-owner.ts'
import { readProductSheet, type SheetNote } from '#app/domain/catalog/read-product-sheet.ts'
import { accept, type Result } from '#app/domain/result.ts'
import { readSpreadsheet, type SpreadsheetRefusal } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import { findCodeOwners, findIndicationCodes } from '#db/queries/catalog/catalog-writes.server.ts'
import { insertProductImport } from '#db/queries/catalog/product-imports.server.ts'

type ReadImport = { importId: string; goodRows: number; badRows: number; notes: SheetNote[] }

/**
 * Reads a farm's product sheet and keeps it waiting for "import the good ones"; nothing is listed yet. Reading the same
 * file again makes another waiting sheet and harms nothing.
 */
export async function readProductImport(
  { transact }: Database,
  { farmId, filename, bytes, now }: { farmId: string; filename: string; bytes: Uint8Array; now: Date },
): Promise<Result<ReadImport, SpreadsheetRefusal>> {
  const cells = await readSpreadsheet(filename, bytes)
  if (!cells.ok) return cells
  return transact(async (tx) => {
    const indications = new Set(await findIndicationCodes(tx))
    const sheet = readProductSheet(cells.value, { today: businessDay(now), geographicalIndications: indications })
    const { ours, foreign } = partByOwner(sheet.good, farmId, await findCodeOwners(tx, codesOf(sheet.good)))
    const bad = [...sheet.bad, ...foreign].sort((a, b) => a.row - b.row)
    const importId = newId('imp')
    await insertProductImport(tx, { id: importId, farmId, filename, good: ours, bad, readAt: now })
    return accept({ importId, goodRows: ours.length, badRows: new Set(bad.map(({ row }) => row)).size, notes: sheet.notes })
  })
}
