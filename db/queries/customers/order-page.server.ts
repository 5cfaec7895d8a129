import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { preparedAs, slotFor } from '#db/prepared.ts'
import {
  customers,
  farms,
  geographicalIndications,
  hubs,
  indicationRegistrations,
  orderContacts,
  orderEvents,
  orderLines,
  orders,
  payments,
  pickupPoints,
  products,
  variants,
  waves,
  zones,
} from '#db/schema/index.ts'
import { markColumns, ofProduct } from '../brands/marks.server.ts'
import { findOrderBundles } from '../bundles/order-bundles.server.ts'
import { findPromotionNames } from '../catalog/promotions.server.ts'
import { findArrivals, findProofs } from '../ordering/order-delivery.server.ts'

type Db = Pick<Reader, 'select'>
const slot = sql.placeholder

/** Who asks: the signed-in customer, and the key of the form by which this browser placed the order as a guest. */
export type OrderOwner = { customerId: string | null; placementKey: string | null }

/**
 * One order with everything its customer may see of it; another's is not found. A guest's order
 * that has been claimed by an account is read through that account alone.
 */
export async function findOrderPage(db: Db, { orderId, owner }: { orderId: string; owner: OrderOwner }) {
  const [found] = await orderOf(db, { orderId, customerId: owner.customerId, placementKey: owner.placementKey })
  if (!found) return null
  const [lines, bundles, events, payment, arrivals] = await Promise.all([
    findLines(db, orderId),
    findOrderBundles(db, orderId),
    findEvents(db, orderId),
    findPayment(db, orderId),
    findArrivals(db, orderId),
  ])
  const { order, email, ...contact } = found
  const taken = [order.promotionId, order.couponId].filter((id) => id !== null)
  const promotions = taken.length > 0 ? await findPromotionNames(db, taken) : []
  const settled = arrivals.filter(({ status }) => status !== 'planned').map(({ dropId }) => dropId)
  const proofs = settled.length > 0 ? await findProofs(db, settled) : []
  return { order, email, contact, lines, bundles, events, payment, arrivals, proofs, promotions }
}
export type OrderPage = NonNullable<Awaited<ReturnType<typeof findOrderPage>>>

type Asked = { orderId: string; customerId: string | null; placementKey: string | null }

/** Nobody owns nothing: nothing equals an absent customer or key. */
const asCustomer = eq(orders.customerId, slotFor(orders.customerId, 'customerId'))
const asGuest = and(eq(orders.placementKey, slotFor(orders.placementKey, 'placementKey')), isNull(customers.userId))

const orderOf = preparedAs<Asked>()('order_page', (db: Db) =>
  db
    .select({
      order: orders,
      recipient: orderContacts.recipient,
      phone: orderContacts.phone,
      addressZh: orderContacts.addressZh,
      addressEn: orderContacts.addressEn,
      note: orderContacts.note,
      pickupCode: orderContacts.pickupCode,
      email: customers.email,
      pointZh: pickupPoints.nameZh,
      pointEn: pickupPoints.nameEn,
      windowFrom: pickupPoints.windowFrom,
      windowTo: pickupPoints.windowTo,
      hubLat: hubs.lat,
      hubLon: hubs.lon,
    })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .innerJoin(zones, eq(zones.id, orders.zoneId))
    .innerJoin(hubs, eq(hubs.id, zones.hubId))
    .leftJoin(pickupPoints, eq(pickupPoints.id, orders.pickupPointId))
    .where(and(eq(orders.id, slot('orderId')), or(asCustomer, asGuest))),
)

const findLines = (db: Db, orderId: string) => linesOf(db, { orderId })
const linesOf = preparedAs<{ orderId: string }>()('order_page_linesOf', (db: Db) =>
  db
    .select({
      id: orderLines.id,
      quantity: orderLines.quantity,
      unitPriceFen: orderLines.unitPriceFen,
      amountFen: orderLines.amountFen,
      discountFen: orderLines.discountFen,
      couponFen: orderLines.couponFen,
      pricedByWeight: orderLines.pricedByWeight,
      grossWeightG: orderLines.grossWeightG,
      storage: variants.storage,
      status: orderLines.status,
      productSlug: products.slug,
      productZh: products.nameZh,
      productEn: products.nameEn,
      variantZh: variants.nameZh,
      variantEn: variants.nameEn,
      farmId: farms.id,
      farmZh: farms.nameZh,
      farmEn: farms.nameEn,
      farmCode: farms.code,
      marks: markColumns,
      indicationZh: geographicalIndications.nameZh,
      indicationEn: geographicalIndications.nameEn,
      farmLat: farms.lat,
      farmLon: farms.lon,
      waveId: waves.id,
      deliversOn: waves.deliversOn,
      cutoffAt: waves.cutoffAt,
      waveStatus: waves.status,
      dropFeeFen: waves.dropFeeFen,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .leftJoin(geographicalIndications, eq(geographicalIndications.code, products.giCode))
    .leftJoin(indicationRegistrations, ofProduct)
    .where(eq(orderLines.orderId, slot('orderId')))
    .orderBy(asc(waves.deliversOn), asc(farms.position), asc(orderLines.position)),
)
export type OrderPageLine = OrderPage['lines'][number]

const findEvents = (db: Db, orderId: string) => eventsOf(db, { orderId })
const eventsOf = preparedAs<{ orderId: string }>()('order_page_eventsOf', (db: Db) =>
  db
    .select({ kind: orderEvents.kind, at: orderEvents.at, farmId: orderEvents.farmId })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, slot('orderId')))
    .orderBy(asc(orderEvents.at), asc(orderEvents.id)),
)

const paymentsOf = preparedAs<{ orderId: string }>()('order_page_payments', (db: Db) =>
  db
    .select({ status: payments.status })
    .from(payments)
    .where(eq(payments.orderId, slot('orderId')))
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(1),
)

async function findPayment(db: Db, orderId: string) {
  const [latest] = await paymentsOf(db, { orderId })
  return latest ?? null
}
