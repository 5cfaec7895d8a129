import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { businessDay } from '#app/domain/business-day.ts'
import { seedDemo } from '#app/services/demo/seed-demo.server.ts'
import { type Database, openDatabase } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'
import { migrate } from '#db/migrate.server.ts'
import { prepareWorkload } from '#db/seed/prepare-workload.server.ts'
import { scaleCatalog } from '#db/seed/scale-catalog.server.ts'
import { say } from './measure.ts'

/**
 * A demo alliance of `products` products, plenty of stock and waves without end. In a file of its own on SQLite (on the
 * disk the checkout stands on, so that fsync is real), in DATABASE_URL's own database on PostgreSQL.
 */
export async function openAlliance(products: number): Promise<{ db: Database; url: string; folder: string; close: () => Promise<void> }> {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(path.join(process.cwd(), '.cache', 'bench-'))
  const url = dialect === 'postgres' ? process.env.DATABASE_URL! : `file:${path.join(folder, 'bench.db')}`
  say(`preparing ${products} products (${dialect})`)
  await migrate(url)
  const db = openDatabase(url)
  const now = new Date()
  await seedDemo(db, { today: businessDay(now), now })
  await scaleCatalog(db, { products })
  await prepareWorkload(db)
  return {
    db,
    url,
    folder,
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
