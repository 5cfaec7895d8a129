import { check, fen, flag, id, index, instant, oneOf, primaryKey, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms } from './catalog.ts'
import { orderLines, orders } from './ordering.ts'
import { payments } from './payments.ts'

/**
 * Money on its way back to a customer. It leaves the books' shares once, when approved; what the processor then says
 * (succeeded, failed, no answer) moves it out of transit, or into the customer's credit.
 */
export const refunds = table(
  'refunds',
  {
    id: id('id').primaryKey(), // also the idempotency key sent to the processor
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** the form's or the event's own key: asking twice makes one refund */
    requestKey: text('request_key').notNull(),
    reason: oneOf('reason', [
      'short_pick',
      'cancelled',
      'delivery_changed',
      'late_payment',
      'quality',
      'missing',
      'damaged',
      'delivery',
      'goodwill',
      'dispute',
    ]).notNull(),
    /** `shared`: every party gives back its part; else one of them alone bears it */
    bearer: oneOf('bearer', ['shared', 'farm', 'carrier', 'alliance']).notNull(),
    status: oneOf('status', ['proposed', 'declined', 'approved', 'sending', 'unknown', 'pending', 'succeeded', 'credited']).notNull(),
    /** back to the customer, and of that for delivery; the coupon's part goes back to the alliance */
    cashFen: fen('cash_fen').notNull(),
    deliveryFen: fen('delivery_fen').notNull(),
    couponFen: fen('coupon_fen').notNull(),
    goodsReturned: flag('goods_returned').notNull(),
    /** how it goes back: the way it came, or as credit */
    way: oneOf('way', ['processor', 'bank', 'credit']).notNull(),
    paymentId: text('payment_id').references(() => payments.id),
    processorRefundId: text('processor_refund_id'),
    failure: text('failure'),
    note: text('note').notNull(),
    requestedBy: text('requested_by').notNull(), // a user, or 'system'
    requestedAt: instant('requested_at').notNull(),
    /** another person than who asked, above the threshold */
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('refunds_one_per_request').on(t.requestKey),
    uniqueIndex('refunds_one_per_processor_refund').on(t.processorRefundId),
    index('refunds_of_order').on(t.orderId),
    index('refunds_by_status').on(t.status, t.requestedAt),
    check('refunds_amounts', sql`${t.cashFen} >= 0 and ${t.couponFen} >= 0 and ${t.deliveryFen} between 0 and ${t.cashFen}`),
  ],
)

/** What of which line a refund is for. `baseFen` = cash + coupon part: what the line's shares were reckoned from. */
export const refundLines = table(
  'refund_lines',
  {
    refundId: text('refund_id')
      .notNull()
      .references(() => refunds.id),
    lineId: text('line_id')
      .notNull()
      .references(() => orderLines.id),
    quantity: whole('quantity'),
    weightG: whole('weight_g'),
    baseFen: fen('base_fen').notNull(),
    cashFen: fen('cash_fen').notNull(),
    couponFen: fen('coupon_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.lineId] }),
    index('refund_lines_of_line').on(t.lineId),
    check('refund_lines_add_up', sql`${t.baseFen} = ${t.cashFen} + ${t.couponFen} and ${t.baseFen} >= 0`),
  ],
)

/** A chargeback at the processor. While it is open, what its order's parties would be paid is held. */
export const disputes = table(
  'disputes',
  {
    id: id('id').primaryKey(), // the processor's
    paymentId: text('payment_id')
      .notNull()
      .references(() => payments.id),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    amountFen: fen('amount_fen').notNull(),
    feeFen: fen('fee_fen').notNull(),
    reason: text('reason').notNull(),
    status: oneOf('status', ['open', 'won', 'lost']).notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [index('disputes_of_order').on(t.orderId), index('disputes_by_status').on(t.status)],
)

/** What a farm asks of the risk reserve (S1), decided by two. */
export const reserveClaims = table(
  'reserve_claims',
  {
    id: id('id').primaryKey(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    amountFen: fen('amount_fen').notNull(),
    reason: text('reason').notNull(),
    status: oneOf('status', ['proposed', 'paid', 'declined']).notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [index('reserve_claims_by_status').on(t.status, t.proposedAt), check('reserve_claims_amount', sql`${t.amountFen} > 0`)],
)
