import { fen as fenOf } from '#app/domain/money/fen.ts'
import { check, fen, flag, id, index, instant, json, oneOf, primaryKey, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms, products, variants } from './catalog.ts'
import { districts, pickupPoints, waves, zones } from './network.ts'
import { customers, orders } from './ordering.ts'

/** What a customer keeps an eye on (心愿单); `tellWhenBack`: told once when it can be bought again. */
export const wishes = table(
  'wishes',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    tellWhenBack: flag('tell_when_back').notNull().default(false),
    addedAt: instant('added_at').notNull(),
    toldAt: instant('told_at'),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.productId] }), index('wishes_to_tell').on(t.productId, t.tellWhenBack)],
)

/**
 * A size brought every week (or every other) to one place. An order is placed for each week before its wave closes; what the
 * customer's credit does not pay is asked for by a link, and stays held for a day.
 */
export const subscriptions = table(
  'subscriptions',
  {
    id: id('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: whole('quantity').notNull(),
    /** what one of it cost when the customer last saw it: a higher price is told before it is ordered */
    seenPriceFen: fen('seen_price_fen').notNull().default(fenOf(0)),
    everyWeeks: whole('every_weeks').notNull(),
    /** 1 Monday … 7 Sunday: the wave of that day in the zone, or the first after it */
    weekday: whole('weekday').notNull(),
    delivery: oneOf('delivery', ['door', 'pickup']).notNull(),
    zoneId: text('zone_id')
      .notNull()
      .references(() => zones.id),
    pickupPointId: text('pickup_point_id').references(() => pickupPoints.id),
    districtId: text('district_id').references(() => districts.id),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    street: text('street').notNull(),
    note: text('note').notNull(),
    substitution: oneOf('substitution', ['call', 'similar', 'refund']).notNull(),
    locale: oneOf('locale', ['zh-CN', 'en']).notNull(),
    status: oneOf('status', ['active', 'paused', 'ended']).notNull(),
    pausedUntilOn: text('paused_until_on'),
    startsOn: text('starts_on').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('subscriptions_of_customer').on(t.customerId, t.createdAt),
    index('subscriptions_by_status').on(t.status, t.zoneId),
    check('subscriptions_quantity', sql`${t.quantity} between 1 and 20`),
    check('subscriptions_rhythm', sql`${t.everyWeeks} in (1, 2, 4) and ${t.weekday} between 1 and 7`),
  ],
)

/**
 * One week of a subscription: skipped or with other parts by the customer's wish, or ordered, or why it could not be. It is known by
 * its Monday, not by its wave: the office may move a wave or take it back, and a wish outlives that.
 */
export const subscriptionWeeks = table(
  'subscription_weeks',
  {
    id: id('id').primaryKey(),
    subscriptionId: text('subscription_id')
      .notNull()
      .references(() => subscriptions.id),
    /** the Monday of the week, YYYY-MM-DD */
    weekOn: text('week_on').notNull(),
    /** the wave it was ordered for */
    waveId: text('wave_id').references(() => waves.id),
    /** `ordered` without an order: a process is placing it */
    status: oneOf('status', ['planned', 'skipped', 'ordered', 'refused']).notNull(),
    /** a part of the box and what comes in its place */
    swaps: json<{ out: string; in: string }[]>('swaps').notNull(),
    orderId: text('order_id').references(() => orders.id),
    /** why no order could be placed, a refusal's code */
    refusal: text('refusal'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('subscription_weeks_once').on(t.subscriptionId, t.weekOn),
    index('subscription_weeks_of_order').on(t.orderId),
    index('subscription_weeks_by_status').on(t.status, t.changedAt),
  ],
)

/** A tree, a hen or a plot that may be adopted for a season (认养). What it brings are the parts of its product's size. */
export const adoptionOffers = table(
  'adoption_offers',
  {
    id: id('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    kind: oneOf('kind', ['tree', 'hen', 'plot']).notNull(),
    /** how many there are; each has a number from 1 on */
    places: whole('places').notNull(),
    seasonFromOn: text('season_from_on').notNull(),
    seasonToOn: text('season_to_on').notNull(),
    whereZh: text('where_zh').notNull(),
    whereEn: text('where_en').notNull(),
  },
  (t) => [uniqueIndex('adoption_offers_one_per_product').on(t.productId), index('adoption_offers_of_farm').on(t.farmId)],
)

/** Who adopted which number. The farm sees the number alone: no farm-side query reads the customer or the nickname. */
export const adoptions = table(
  'adoptions',
  {
    id: id('id').primaryKey(),
    offerId: text('offer_id')
      .notNull()
      .references(() => adoptionOffers.id),
    number: whole('number').notNull(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    nickname: text('nickname').notNull(),
    adoptedAt: instant('adopted_at').notNull(),
    /** the order was cancelled: the number is free again */
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('adoptions_one_per_number').on(t.offerId, t.number).where(sql`ended_at is null`),
    index('adoptions_of_customer').on(t.customerId),
    index('adoptions_of_order').on(t.orderId),
  ],
)

/** What the farm tells of the season, to all who adopted, or of one number. */
export const adoptionNews = table(
  'adoption_news',
  {
    id: id('id').primaryKey(),
    offerId: text('offer_id')
      .notNull()
      .references(() => adoptionOffers.id),
    number: whole('number'),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    /** media id */
    pictureId: text('picture_id'),
    postedBy: text('posted_by').notNull(),
    postedAt: instant('posted_at').notNull(),
  },
  (t) => [index('adoption_news_of_offer').on(t.offerId, t.postedAt)],
)
