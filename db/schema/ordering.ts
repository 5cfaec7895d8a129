import type { LineTerms } from '#app/domain/commission/line-terms.ts'
import { orderEventKinds } from '#app/domain/delivery/list-timeline.ts'
import { fen as fenOf } from '#app/domain/money/fen.ts'
import type { WaveFee } from '#app/domain/pricing/price-order.ts'
import {
  check,
  degrees,
  fen,
  flag,
  id,
  index,
  instant,
  json,
  oneOf,
  primaryKey,
  sql,
  table,
  text,
  uniqueIndex,
  whole,
} from '#db/dialect/index.ts'
import { farms, lots, products, variants } from './catalog.ts'
import { users } from './identity.ts'
import { districts, pickupPoints, waves, zones } from './network.ts'
import { promotions } from './promotions.ts'

const zeroFen = fenOf(0)

/**
 * Someone who buys. The home is the shop through which they first came; it earns the
 * commission on what they buy from others. Belongs to the home alone: no farm-side query reads it.
 */
export const customers = table(
  'customers',
  {
    id: id('id').primaryKey(),
    userId: text('user_id').references(() => users.id),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    email: text('email'),
    homeType: oneOf('home_type', ['alliance', 'farm', 'leader']).notNull(),
    homeId: text('home_id').notNull(),
    createdAt: instant('created_at').notNull(),
    /** when they had themselves deleted: name, phone and mail are gone, what the ledger needs stays under the id */
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    uniqueIndex('customers_one_per_user').on(t.userId),
    index('customers_of_home').on(t.homeType, t.homeId),
    index('customers_guests_by_phone').on(t.phone).where(sql`${t.userId} is null`),
  ],
)

export const addresses = table(
  'addresses',
  {
    id: id('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    districtId: text('district_id')
      .notNull()
      .references(() => districts.id),
    street: text('street').notNull(),
    lat: degrees('lat').notNull(),
    lon: degrees('lon').notNull(),
    placedBy: oneOf('placed_by', ['district', 'geocoder', 'office', 'customer']).notNull().default('district'),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [index('addresses_of_customer').on(t.customerId, t.usedAt)],
)

/** A community's organiser who orders in bulk and hands out at a pick-up point. */
export const leaders = table('leaders', {
  id: id('id').primaryKey(),
  userId: text('user_id').references(() => users.id),
  customerId: text('customer_id')
    .notNull()
    .references(() => customers.id),
  communityZh: text('community_zh').notNull(),
  communityEn: text('community_en').notNull(),
  pickupPointId: text('pickup_point_id')
    .notNull()
    .references(() => pickupPoints.id),
  /** an enterprise (a firm, a property manager) orders for its own people: no commission, an invoice in its name */
  kind: oneOf('kind', ['community', 'enterprise']).notNull().default('community'),
  invoiceTitle: text('invoice_title').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  /** how much may be ordered on account and not yet paid; 0 means pay first */
  creditLimitFen: fen('credit_limit_fen').notNull(),
})

export const baskets = table(
  'baskets',
  {
    id: id('id').primaryKey(),
    customerId: text('customer_id').references(() => customers.id),
    /** 'alliance' or the farm whose shop was entered first: the home of whoever registers from this basket */
    storefrontId: text('storefront_id').notNull(),
    touchedAt: instant('touched_at').notNull(),
  },
  (t) => [index('baskets_of_customer').on(t.customerId), index('baskets_by_touch').on(t.touchedAt)],
)

export const basketLines = table(
  'basket_lines',
  {
    basketId: text('basket_id')
      .notNull()
      .references(() => baskets.id, { onDelete: 'cascade' }),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: whole('quantity').notNull(),
    /** the price the customer last saw: a change is shown old → new and asked about */
    seenPriceFen: fen('seen_price_fen').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.basketId, t.variantId] }), check('basket_lines_quantity', sql`${t.quantity} between 1 and 999`)],
)

export const orders = table(
  'orders',
  {
    id: id('id').primaryKey(),
    /** what the customer reads out on the phone */
    number: text('number').notNull(),
    /** who placed it, once: the form's own key makes a double click one order */
    placementKey: text('placement_key').notNull(),
    basketId: text('basket_id').notNull(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    storefrontId: text('storefront_id').notNull(),
    leaderId: text('leader_id').references(() => leaders.id),
    /** in whose name an enterprise is billed, as it stood when the order was placed; '' for everyone else */
    invoiceTitle: text('invoice_title').notNull().default(''),
    taxNumber: text('tax_number').notNull().default(''),
    status: oneOf('status', ['awaiting_payment', 'confirmed', 'completed', 'expired', 'cancelled']).notNull(),
    payment: oneOf('payment', ['online', 'on_account', 'on_pickup']).notNull(),
    substitution: oneOf('substitution', ['call', 'similar', 'refund']).notNull(),
    delivery: oneOf('delivery', ['door', 'pickup']).notNull(),
    zoneId: text('zone_id')
      .notNull()
      .references(() => zones.id),
    pickupPointId: text('pickup_point_id').references(() => pickupPoints.id),
    /** what the goods cost the customer: the lines less discounts and coupons */
    goodsFen: fen('goods_fen').notNull(),
    deliveryFen: fen('delivery_fen').notNull(),
    /** how the delivery fee came about, wave by wave; null for orders placed before it was kept */
    deliveryFees: json<WaveFee[]>('delivery_fees'),
    totalFen: fen('total_fen').notNull(),
    /** the discount its producers fund, and the coupon the alliance funds: one of each at most */
    promotionId: text('promotion_id').references(() => promotions.id),
    couponId: text('coupon_id').references(() => promotions.id),
    /** of the total, paid from the customer's credit when it was placed */
    creditFen: fen('credit_fen').notNull().default(zeroFen),
    /** what k farms shipping k parcels would have cost, and what this costs (S0): shown as the saving */
    directFen: fen('direct_fen').notNull(),
    locale: oneOf('locale', ['zh-CN', 'en']).notNull(),
    placedAt: instant('placed_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    paidAt: instant('paid_at'),
    completedAt: instant('completed_at'),
  },
  (t) => [
    uniqueIndex('orders_one_per_key').on(t.placementKey),
    uniqueIndex('orders_one_per_number').on(t.number),
    index('orders_of_customer').on(t.customerId, t.placedAt),
    index('orders_by_status').on(t.status, t.expiresAt),
    index('orders_of_leader').on(t.leaderId, t.placedAt),
    index('orders_of_pickup_point').on(t.pickupPointId, t.status),
    check('orders_add_up', sql`${t.goodsFen} + ${t.deliveryFen} = ${t.totalFen}`),
  ],
)

/** Who receives an order and where. Apart from the order, so that no farm-side join can touch it. */
export const orderContacts = table('order_contacts', {
  orderId: id('order_id')
    .primaryKey()
    .references(() => orders.id),
  recipient: text('recipient').notNull(),
  phone: text('phone').notNull(),
  addressZh: text('address_zh').notNull(),
  addressEn: text('address_en').notNull(),
  /** one door: the same key in one wave is one drop */
  placeKey: text('place_key').notNull(),
  /** how its coordinates came about: the middle of its district, a geocoder, the office, the customer's own pin */
  placedBy: oneOf('placed_by', ['district', 'geocoder', 'office', 'customer', 'pickup_point']).notNull().default('district'),
  lat: degrees('lat').notNull(),
  lon: degrees('lon').notNull(),
  note: text('note').notNull(),
  pickupCode: text('pickup_code').notNull(),
})

export const orderLines = table(
  'order_lines',
  {
    id: id('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    position: whole('position').notNull(),
    /** the producer this line was routed to */
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: whole('quantity').notNull(),
    unitPriceFen: fen('unit_price_fen').notNull(),
    amountFen: fen('amount_fen').notNull(),
    /** the producers' discount: amount − discount is the base its terms are applied to */
    discountFen: fen('discount_fen').notNull().default(zeroFen),
    /** of the base, paid by the alliance (5020) and not by the customer */
    couponFen: fen('coupon_fen').notNull().default(zeroFen),
    netWeightG: whole('net_weight_g').notNull(),
    grossWeightG: whole('gross_weight_g').notNull(),
    volumeMl: whole('volume_ml').notNull(),
    storage: text('storage').notNull(),
    /** frozen when placed, never recomputed (money.md rule 6) */
    terms: json<LineTerms>('terms').notNull(),
    /** charged at this weight's price, the upper bound; what was packed below it is refunded */
    pricedByWeight: flag('priced_by_weight').notNull().default(false),
    /** `cancelled`: refunded whole before it was delivered */
    status: oneOf('status', ['placed', 'delivered', 'accepted', 'cancelled']).notNull(),
    deliveredAt: instant('delivered_at'),
    acceptedAt: instant('accepted_at'),
  },
  (t) => [
    index('order_lines_of_order').on(t.orderId, t.position),
    index('order_lines_of_farm').on(t.farmId, t.waveId),
    index('order_lines_by_status').on(t.status, t.deliveredAt),
    check('order_lines_quantity', sql`${t.quantity} > 0`),
    check('order_lines_amount', sql`${t.amountFen} = ${t.unitPriceFen} * ${t.quantity}`),
  ],
)

/** Bundles as they were bought: their parts are lines of the order, `savedFen` is what the bundles took off those (in their discount). */
export const orderBundles = table(
  'order_bundles',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    quantity: whole('quantity').notNull(),
    unitPriceFen: fen('unit_price_fen').notNull(),
    savedFen: fen('saved_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.variantId] })],
)

/** What a customer asked to be billed with (发票): one for each order; the office writes its number when it is issued. */
export const invoices = table(
  'invoices',
  {
    orderId: id('order_id')
      .primaryKey()
      .references(() => orders.id),
    title: text('title').notNull(),
    taxNumber: text('tax_number').notNull(),
    email: text('email').notNull(),
    askedAt: instant('asked_at').notNull(),
    number: text('number'),
    issuedBy: text('issued_by'),
    issuedAt: instant('issued_at'),
  },
  (t) => [index('invoices_open').on(t.issuedAt, t.askedAt)],
)

/**
 * Which lots fill a line. While the order awaits payment the quantity is held in the lot, once it is paid it is
 * sold, and when it expires it is available again: the order's status says which.
 */
export const lineLots = table(
  'line_lots',
  {
    lineId: text('line_id')
      .notNull()
      .references(() => orderLines.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    quantity: whole('quantity').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lineId, t.lotId] }),
    index('line_lots_of_order').on(t.orderId),
    index('line_lots_of_lot').on(t.lotId),
    check('line_lots_quantity', sql`${t.quantity} > 0`),
  ],
)

/** What one farm packs of one order for one wave. The farm knows it by its alias alone. */
export const consignments = table(
  'consignments',
  {
    id: id('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    alias: text('alias').notNull(),
    status: oneOf('status', ['to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way', 'delivered', 'cancelled']).notNull(),
    packedAt: instant('packed_at'),
    handedOverAt: instant('handed_over_at'),
    atHubAt: instant('at_hub_at'),
    /** somebody looked for it and it was not there; null again when it is found */
    missingAt: instant('missing_at'),
    dropId: text('drop_id'),
  },
  (t) => [
    uniqueIndex('consignments_one_per_farm').on(t.orderId, t.farmId, t.waveId),
    index('consignments_of_farm').on(t.farmId, t.waveId, t.status),
    index('consignments_of_wave').on(t.waveId, t.farmId),
    index('consignments_of_drop').on(t.dropId),
  ],
)

/** What happened to an order, as its customer reads it. */
export const orderEvents = table(
  'order_events',
  {
    id: id('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    kind: oneOf('kind', [...orderEventKinds]).notNull(),
    farmId: text('farm_id'),
    at: instant('at').notNull(),
  },
  (t) => [index('order_events_of_order').on(t.orderId, t.at)],
)
