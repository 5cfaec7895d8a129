import { check, id, index, instant, json, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms, lots, products } from './catalog.ts'
import { customers, orderLines } from './ordering.ts'

/**
 * What a buyer says of a line they received: one for each line, shown without a name. The producer may answer it, the alliance
 * may hide it with a reason that stays on record. `customerId` is for the writer's own pages; no farm-side query reads it.
 */
export const reviews = table(
  'reviews',
  {
    id: id('id').primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => orderLines.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    /** the producer the line was routed to */
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    lotId: text('lot_id').references(() => lots.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    stars: whole('stars').notNull(),
    text: text('text').notNull(),
    /** media ids, at most three */
    pictures: json<string[]>('pictures').notNull(),
    writtenAt: instant('written_at').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    hiddenReason: text('hidden_reason'),
    hiddenBy: text('hidden_by'),
    hiddenAt: instant('hidden_at'),
  },
  (t) => [
    uniqueIndex('reviews_one_per_line').on(t.lineId),
    index('reviews_of_product').on(t.productId, t.writtenAt),
    index('reviews_of_farm').on(t.farmId, t.writtenAt),
    check('reviews_stars', sql`${t.stars} between 1 and 5`),
  ],
)
