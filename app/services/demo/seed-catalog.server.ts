import { readProductSheet } from '#app/domain/catalog/read-product-sheet.ts'
import { invariant } from '#app/domain/invariant.ts'
import { readSpreadsheet } from '#app/integrations/spreadsheet/read-spreadsheet.server.ts'
import { importProducts } from '#app/services/catalog/import-products.server.ts'
import { indexProducts } from '#app/services/catalog/index-product.server.ts'
import { readProductImport } from '#app/services/catalog/read-product-import.server.ts'
import type { Database } from '#db/client.server.ts'
import { farms } from '#db/seed/data/farms.ts'
import { allianceSheet, farmSheet } from '#db/seed/read-sheets.server.ts'
import { seedAllianceProducts } from '#db/seed/seed-alliance-products.server.ts'
import { seedShelf } from '#db/seed/seed-farms.server.ts'

type Seeding = { today: string; now: Date; say: (progress: string) => void }

/** Every farm's sheet goes through the importer farms use; the alliance's own products have a way of their own. */
export async function seedCatalog(db: Database, { today, now, say }: Seeding): Promise<void> {
  for (const { id: farmId, nameZh } of farms) {
    const read = await readProductImport(db, { farmId, ...farmSheet(farmId, today), now })
    invariant(read.ok && read.value.badRows === 0, `the demo sheet of ${farmId} has problems`)
    const imported = await importProducts(db, { importId: read.value.importId, farmId, now })
    invariant(imported.ok && imported.value.foreign.length === 0, `the demo sheet of ${farmId} was not imported`)
    say(`${nameZh}: ${imported.value.products} products, ${imported.value.variants} sizes`)
  }
  const { filename, bytes } = allianceSheet(today)
  const cells = await readSpreadsheet(filename, bytes)
  invariant(cells.ok, 'the alliance sheet is a spreadsheet')
  const { good, bad } = readProductSheet(cells.value, { today, geographicalIndications: new Set() })
  invariant(bad.length === 0, 'the alliance sheet has problems')
  await db.transact(async (tx) => {
    await indexProducts(tx, await seedAllianceProducts(tx, good, { today, now }))
    await seedShelf(tx, { today })
  })
}
