import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { preparedAs } from '#db/prepared.ts'
import { orderBundles, products, variants } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** The bundles an order was placed with, by name; what was in them are its lines. */
export const findOrderBundles = (db: Db, orderId: string) => bundlesOf(db, { orderId })
const bundlesOf = preparedAs<{ orderId: string }>()('order_bundles', (db: Db) =>
  db
    .select({
      variantId: orderBundles.variantId,
      slug: products.slug,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      sizeZh: variants.nameZh,
      sizeEn: variants.nameEn,
      quantity: orderBundles.quantity,
      unitPriceFen: orderBundles.unitPriceFen,
      savedFen: orderBundles.savedFen,
    })
    .from(orderBundles)
    .innerJoin(variants, eq(variants.id, orderBundles.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(orderBundles.orderId, sql.placeholder('orderId')))
    .orderBy(asc(orderBundles.variantId)),
)
