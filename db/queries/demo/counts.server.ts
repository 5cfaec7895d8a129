import type { Reader } from '#db/connection.ts'
import { customers, farms, lots, orders, products, variants, waves } from '#db/schema/index.ts'

/** What the demo holds, for whoever seeded it. */
export const countDemo = async (db: Pick<Reader, '$count'>) => ({
  farms: await db.$count(farms),
  products: await db.$count(products),
  variants: await db.$count(variants),
  lots: await db.$count(lots),
  customers: await db.$count(customers),
  waves: await db.$count(waves),
  orders: await db.$count(orders),
})
