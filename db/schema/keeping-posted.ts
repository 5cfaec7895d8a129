import { flag, id, index, instant, oneOf, primaryKey, table, text, uniqueIndex } from '#db/dialect/index.ts'
import { drops } from './delivery.ts'
import { customers, orders } from './ordering.ts'

/** A key that opens one customer's deliveries as a calendar, for calendar programs that cannot sign in. */
export const calendarKeys = table(
  'calendar_keys',
  {
    id: id('id').primaryKey(),
    customerId: text('customer_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('calendar_keys_one_per_customer').on(t.customerId)],
)

/** What was told to whom, once: the id is made of the event and the channel. */
export const notices = table(
  'notices',
  {
    id: id('id').primaryKey(),
    orderId: text('order_id').notNull(),
    kind: text('kind').notNull(),
    channel: oneOf('channel', ['mail', 'sms', 'push']).notNull(),
    at: instant('at').notNull(),
    status: oneOf('status', ['sent', 'failed']).notNull(),
  },
  (t) => [index('notices_of_order').on(t.orderId, t.at)],
)

/** What a customer does not want to be told by mail, text message or browser; who has not chosen is told. */
export const noticeChoices = table('notice_choices', {
  customerId: id('customer_id')
    .primaryKey()
    .references(() => customers.id),
  mail: flag('mail').notNull(),
  sms: flag('sms').notNull(),
  push: flag('push').notNull().default(true),
  changedAt: instant('changed_at').notNull(),
})

/** A browser that asked to be told (Web Push); the id is a hash of its endpoint. Gone when the push service says so. */
export const pushSubscriptions = table(
  'push_subscriptions',
  {
    id: id('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    endpoint: text('endpoint').notNull(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('push_subscriptions_of_customer').on(t.customerId)],
)

export const deliveryWishKinds = ['again', 'refund', 'call'] as const

/** What a customer wants after a delivery that failed: brought again in a later wave, their money back, or a call. One for each drop. */
export const deliveryWishes = table(
  'delivery_wishes',
  {
    dropId: text('drop_id')
      .notNull()
      .references(() => drops.id),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    wish: oneOf('wish', [...deliveryWishKinds]).notNull(),
    /** for `again`: the wave they would like */
    waveId: text('wave_id'),
    note: text('note').notNull(),
    saidAt: instant('said_at').notNull(),
    /** when and by whom of the office it was seen to */
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
  },
  (t) => [primaryKey({ columns: [t.dropId, t.orderId] }), index('delivery_wishes_open').on(t.settledAt, t.saidAt)],
)
