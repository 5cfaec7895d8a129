import { addDays } from '#app/domain/business-day.ts'
import { openWavesAhead } from '#app/services/ahead/open-waves-ahead.server.ts'
import { ensureWaves, wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import { countRelatedProducts } from '#app/services/finding/count-related.server.ts'
import type { Database } from '#db/client.server.ts'
import { findFact, recordFact } from '#db/queries/facts.server.ts'
import { forgetNotices } from '#db/queries/notices.server.ts'
import { historyDays } from '#db/seed/history-days.ts'
import { seedCustomers } from '#db/seed/seed-customers.server.ts'
import { seedFarms } from '#db/seed/seed-farms.server.ts'
import { seedFirstMile } from '#db/seed/seed-first-mile.server.ts'
import { seedNetwork } from '#db/seed/seed-network.server.ts'
import { seedTerms } from '#db/seed/seed-terms.server.ts'
import { seedAccounts } from './seed-accounts.server.ts'
import { seedAhead } from './seed-ahead.server.ts'
import { seedBrands } from './seed-brands.server.ts'
import { seedBundleOrder, seedBundles } from './seed-bundles.server.ts'
import { seedCatalog } from './seed-catalog.server.ts'
import { seedHistory } from './seed-history.server.ts'
import { seedWanting } from './seed-wanting.server.ts'

type Seeding = {
  today: string
  now: Date
  /** weeks of orders, delivered and paid out; without them the shelves are full and nobody has bought */
  history?: boolean
  say?: (progress: string) => void
}

/**
 * Fills a migrated database with the demo alliance. Once it has, running it again opens the delivery waves that have come
 * near since and touches nothing else: orders, stock and passwords stay. Interrupted, it goes on where it stopped.
 * @returns whether the demo was written now
 */
export async function seedDemo(db: Database, { today, now, history = true, say = () => {} }: Seeding): Promise<boolean> {
  if ((await findFact(db.reader, 'seeded_on')) !== null) {
    say(`waves: ${(await ensureWaves(db, { fromOn: today, days: wavesAheadDays })) + (await openWavesAhead(db, { today }))} new`)
    return false
  }
  await db.transact(async (tx) => {
    await seedNetwork(tx)
    await seedTerms(tx, { today })
    await seedFarms(tx, { today })
    await seedFirstMile(tx)
  })
  say('places, terms and farms')
  await seedCatalog(db, { today, now, say })
  await seedBundles(db, now)
  await seedAccounts(db, now)
  await seedBrands(db, { today, now })
  await db.transact((tx) => seedCustomers(tx, { today }))
  say('accounts, customers and leaders')
  say(`waves: ${await ensureWaves(db, { fromOn: addDays(today, -historyDays), days: historyDays + wavesAheadDays })} new`)
  if (history) {
    await seedHistory(db, { today, now })
    await seedBundleOrder(db, { today, now })
    await seedWanting(db, { now })
    await countRelatedProducts(db, now)
    await seedAhead(db, { today, now })
    say('three weeks of orders, and harvests sold ahead')
  }
  await db.transact((tx) => forgetNotices(tx, now))
  await db.transact((tx) => recordFact(tx, 'seeded_on', today))
  return true
}
