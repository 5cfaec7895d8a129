import { and, desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { preparedAs } from '#db/prepared.ts'
import { orderLines, orders, products, relatedProducts } from '#db/schema/index.ts'

const mostRelated = 8
const fewestOrders = 2

/**
 * Counts anew what was bought together in confirmed orders placed since a moment: for each product the eight that most orders
 * held with it, two orders at least. Two processes may count at once.
 */
export async function countRelated(tx: Tx, since: Date): Promise<void> {
  const line = (alias: string) => sql`${orderLines} ${sql.raw(alias)}`
  const together = sql`count(distinct one.order_id)`
  await tx.delete(relatedProducts)
  await tx
    .insert(relatedProducts)
    .select(
      sql`select product_id, related_id, held from (
        select one.product_id as product_id, other.product_id as related_id, ${together} as held,
          row_number() over (partition by one.product_id order by ${together} desc, other.product_id) as place
        from ${orders} join ${line('one')} on one.order_id = ${orders.id} and one.status <> 'cancelled'
          join ${line('other')} on other.order_id = one.order_id and other.status <> 'cancelled' and other.product_id <> one.product_id
        where ${orders.status} in ('confirmed', 'completed') and ${orders.placedAt} >= ${sql.param(since, orders.placedAt)}
        group by one.product_id, other.product_id having ${together} >= ${sql.raw(String(fewestOrders))}
      ) counted where place <= ${sql.raw(String(mostRelated))}`,
    )
    .onConflictDoUpdate({ target: [relatedProducts.productId, relatedProducts.relatedId], set: { orders: sql`excluded.orders` } })
}

/** What others took with a product, as far as it is on the shelf, the most often first. */
export const findRelatedIds = async (db: Pick<Reader, 'select'>, productId: string): Promise<string[]> =>
  (await relatedTo(db, { productId })).map(({ id }) => id)
const relatedTo = preparedAs<{ productId: string }>()('related_products', (db: Pick<Reader, 'select'>) =>
  db
    .select({ id: relatedProducts.relatedId })
    .from(relatedProducts)
    .innerJoin(products, and(eq(products.id, relatedProducts.relatedId), eq(products.status, 'listed')))
    .where(eq(relatedProducts.productId, sql.placeholder('productId')))
    .orderBy(desc(relatedProducts.orders), relatedProducts.relatedId)
    .limit(mostRelated),
)
