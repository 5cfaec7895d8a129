import { fen, id, index, instant, oneOf, sql, table, text, uniqueIndex } from '#db/dialect/index.ts'
import { orders } from './ordering.ts'

/** One open attempt per order at the processor. `unknown` after a lost answer: look it up, never send again blind. */
export const payments = table(
  'payments',
  {
    id: id('id').primaryKey(), // also the idempotency key sent to the processor
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    status: oneOf('status', ['opening', 'unknown', 'open', 'succeeded', 'expired', 'late', 'returned']).notNull(),
    amountFen: fen('amount_fen').notNull(),
    sessionId: text('session_id'),
    url: text('url'),
    paymentIntentId: text('payment_intent_id'),
    chargeId: text('charge_id'),
    /** card, alipay, wechat_pay: as the processor says; null until it has */
    method: text('method'),
    feeFen: fen('fee_fen'),
    availableAt: instant('available_at'),
    createdAt: instant('created_at').notNull(),
    succeededAt: instant('succeeded_at'),
    /** when the rest after the fee was moved to what may be used (1020) */
    fundsPostedAt: instant('funds_posted_at'),
  },
  (t) => [
    index('payments_of_order').on(t.orderId),
    uniqueIndex('payments_one_per_session').on(t.sessionId),
    index('payments_by_intent').on(t.paymentIntentId),
    /** holds only what still waits for its fee or its funds */
    index('payments_awaiting_funds').on(t.succeededAt).where(sql`${t.succeededAt} is not null and ${t.fundsPostedAt} is null`),
  ],
)

/** Every processor event, once: the primary key is the lock. */
export const processorEvents = table('processor_events', {
  id: id('id').primaryKey(),
  type: text('type').notNull(),
  objectId: text('object_id').notNull(),
  receivedAt: instant('received_at').notNull(),
})
