import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import {
  addresses,
  adoptionOffers,
  adoptions,
  bundleParts,
  customers,
  districts,
  farms,
  invoices,
  media,
  notices,
  orderBundles,
  orderContacts,
  orderLines,
  orders,
  products,
  refunds,
  reviews,
  sessions,
  subscriptions,
  variants,
  waves,
  wishes,
} from '#db/schema/index.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

export const findMyself = async (db: Db, customerId: string) => (await db.select().from(customers).where(eq(customers.id, customerId)))[0]

export const findMySessions = (db: Db, userId: string) =>
  db
    .select({
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(sessions.createdAt))

export const findMyAddresses = (db: Db, customerId: string) =>
  db
    .select({
      recipient: addresses.recipient,
      phone: addresses.phone,
      district: districts.nameZh,
      street: addresses.street,
      lat: addresses.lat,
      lon: addresses.lon,
      placedBy: addresses.placedBy,
      usedAt: addresses.usedAt,
    })
    .from(addresses)
    .innerJoin(districts, eq(districts.id, addresses.districtId))
    .where(eq(addresses.customerId, customerId))
    .orderBy(asc(addresses.id))

export const findMyOrders = (db: Db, customerId: string) =>
  db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      placedAt: orders.placedAt,
      paidAt: orders.paidAt,
      completedAt: orders.completedAt,
      delivery: orders.delivery,
      recipient: orderContacts.recipient,
      phone: orderContacts.phone,
      address: orderContacts.addressZh,
      note: orderContacts.note,
      goodsFen: orders.goodsFen,
      deliveryFen: orders.deliveryFen,
      totalFen: orders.totalFen,
      creditFen: orders.creditFen,
    })
    .from(orders)
    .innerJoin(orderContacts, eq(orderContacts.orderId, orders.id))
    .where(eq(orders.customerId, customerId))
    .orderBy(asc(orders.placedAt), asc(orders.id))

export const findMyLines = (db: Db, orderIds: string[]) =>
  db
    .select({
      orderId: orderLines.orderId,
      product: products.nameZh,
      size: variants.nameZh,
      farm: farms.nameZh,
      quantity: orderLines.quantity,
      unitPriceFen: orderLines.unitPriceFen,
      amountFen: orderLines.amountFen,
      discountFen: orderLines.discountFen,
      couponFen: orderLines.couponFen,
      status: orderLines.status,
      deliversOn: waves.deliversOn,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .innerJoin(variants, eq(variants.id, orderLines.variantId))
    .innerJoin(farms, eq(farms.id, orderLines.farmId))
    .innerJoin(waves, eq(waves.id, orderLines.waveId))
    .where(inArray(orderLines.orderId, orderIds))
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))

/** The boxes an order was placed with. */
export const findMyBoxes = (db: Db, orderIds: string[]) =>
  db
    .select({
      orderId: orderBundles.orderId,
      variantId: orderBundles.variantId,
      product: products.nameZh,
      size: variants.nameZh,
      quantity: orderBundles.quantity,
      unitPriceFen: orderBundles.unitPriceFen,
      savedFen: orderBundles.savedFen,
    })
    .from(orderBundles)
    .innerJoin(variants, eq(variants.id, orderBundles.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(orderBundles.orderId, orderIds))
    .orderBy(asc(orderBundles.orderId), asc(orderBundles.variantId))

/** What of the boxes' contents is among the lines of their orders: a box may have been composed anew since. */
export const findMyBoxParts = (db: Db, orderIds: string[]) =>
  db
    .selectDistinct({
      orderId: orderBundles.orderId,
      boxId: orderBundles.variantId,
      position: bundleParts.position,
      product: products.nameZh,
      size: variants.nameZh,
      unitsInOne: bundleParts.units,
    })
    .from(orderBundles)
    .innerJoin(bundleParts, eq(bundleParts.variantId, orderBundles.variantId))
    .innerJoin(orderLines, and(eq(orderLines.orderId, orderBundles.orderId), eq(orderLines.variantId, bundleParts.partVariantId)))
    .innerJoin(variants, eq(variants.id, bundleParts.partVariantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(orderBundles.orderId, orderIds))
    .orderBy(asc(orderBundles.orderId), asc(orderBundles.variantId), asc(bundleParts.position))

export const findMyRefunds = (db: Db, orderIds: string[]) =>
  db
    .select({
      orderId: refunds.orderId,
      reason: refunds.reason,
      status: refunds.status,
      cashFen: refunds.cashFen,
      requestedAt: refunds.requestedAt,
    })
    .from(refunds)
    .where(inArray(refunds.orderId, orderIds))
    .orderBy(asc(refunds.requestedAt), asc(refunds.id))

export const findMyInvoices = (db: Db, orderIds: string[]) =>
  db
    .select({
      orderId: invoices.orderId,
      title: invoices.title,
      taxNumber: invoices.taxNumber,
      email: invoices.email,
      askedAt: invoices.askedAt,
      number: invoices.number,
    })
    .from(invoices)
    .where(inArray(invoices.orderId, orderIds))

export const findMyReviews = (db: Db, customerId: string) =>
  db
    .select({
      product: products.nameZh,
      stars: reviews.stars,
      text: reviews.text,
      pictures: reviews.pictures,
      writtenAt: reviews.writtenAt,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .where(eq(reviews.customerId, customerId))
    .orderBy(asc(reviews.writtenAt))

export const findMyPictures = (db: Db, customerId: string) =>
  db
    .select({ id: media.id, use: media.use, keptAt: media.keptAt })
    .from(media)
    .where(eq(media.ownerId, customerId))
    .orderBy(asc(media.keptAt), asc(media.id))

export const findMyWishes = (db: Db, customerId: string) =>
  db
    .select({ product: products.nameZh, tellWhenBack: wishes.tellWhenBack, addedAt: wishes.addedAt })
    .from(wishes)
    .innerJoin(products, eq(products.id, wishes.productId))
    .where(eq(wishes.customerId, customerId))
    .orderBy(asc(wishes.addedAt))

export const findMySubscriptions = (db: Db, customerId: string) =>
  db
    .select({
      product: products.nameZh,
      quantity: subscriptions.quantity,
      everyWeeks: subscriptions.everyWeeks,
      weekday: subscriptions.weekday,
      recipient: subscriptions.recipient,
      phone: subscriptions.phone,
      street: subscriptions.street,
      note: subscriptions.note,
      status: subscriptions.status,
      startsOn: subscriptions.startsOn,
    })
    .from(subscriptions)
    .innerJoin(variants, eq(variants.id, subscriptions.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(eq(subscriptions.customerId, customerId))
    .orderBy(asc(subscriptions.createdAt))

export const findMyAdoptions = (db: Db, customerId: string) =>
  db
    .select({ product: products.nameZh, number: adoptions.number, nickname: adoptions.nickname, adoptedAt: adoptions.adoptedAt })
    .from(adoptions)
    .innerJoin(adoptionOffers, eq(adoptionOffers.id, adoptions.offerId))
    .innerJoin(products, eq(products.id, adoptionOffers.productId))
    .where(eq(adoptions.customerId, customerId))
    .orderBy(asc(adoptions.adoptedAt))

/** What they were told: of their orders, and of what is about none. */
export const findMyNotices = (db: Db, customerId: string) =>
  db
    .select({ kind: notices.kind, channel: notices.channel, at: notices.at, status: notices.status })
    .from(notices)
    .leftJoin(orders, eq(orders.id, notices.orderId))
    .where(or(eq(orders.customerId, customerId), eq(notices.orderId, customerId)))
    .orderBy(asc(notices.at), asc(notices.id))
