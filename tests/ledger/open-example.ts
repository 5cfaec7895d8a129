import { eq } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { Database } from '#db/client.server.ts'
import {
  basketLines,
  baskets,
  commissionTerms,
  farms,
  leaders,
  lots,
  products,
  promotions,
  shifts,
  variants,
  vehicles,
  waves,
} from '#db/schema/index.ts'
import { openFleet } from '#tests/support/open-fleet.ts'
import { type Market, marketDay, registered } from '#tests/support/open-market.ts'
import { bankAccount } from '#tests/support/open-settlement.ts'

/** The example's letters for the small alliance's farms. */
export const farmOf = { A: 'brook', B: 'hill', C: 'lake' } as const

/** What is sold: unit price, net weight and terms that each line of the example needs. */
const sizes = {
  brook: { priceFen: fen(12_000), netWeightG: 10_000, pricedByWeight: true },
  hill: { priceFen: fen(11_700), netWeightG: 2000, pricedByWeight: false },
  lake: { priceFen: fen(3996), netWeightG: 2400, pricedByWeight: false },
  /** O2's: too light for a fen of reserve */
  pepper: { priceFen: fen(4000), netWeightG: 10, pricedByWeight: false },
  /** O3's */
  rice: { priceFen: fen(6500), netWeightG: 10_000, pricedByWeight: false },
}
type Size = keyof typeof sizes

/** For the first 10 kg; O1 is heavier and pays 2 yuan more. */
const firstFeeFen = fen(1650)

/** Deliveries of O1, O2 and O3, two weeks in all; the first ends a year. */
const deliveries = [
  { id: 'tue', deliversOn: '2026-12-29', cutoffAt: new Date('2026-12-28T10:00:00Z') },
  { id: 'fri', deliversOn: '2027-01-08', cutoffAt: new Date('2027-01-07T10:00:00Z') },
  { id: 'later', deliversOn: '2027-01-12', cutoffAt: new Date('2027-01-11T10:00:00Z') },
]

/**
 * The alliance of the worked example. The van costs 13 yuan a run; the first order pays 18.50 for delivery, later ones none.
 * C has been green for three years; U1 is C's customer, U3 the alliance's.
 */
export async function openExample(): Promise<Market> {
  const db = await openFleet()
  await db.transact(async (tx) => {
    await tx.update(farms).set({ greenYears: 3 }).where(eq(farms.id, farmOf.C))
    await tx.update(commissionTerms).set({ reserveFenPerKg: 0 }).where(eq(commissionTerms.homeType, 'alliance'))
    await tx
      .update(products)
      .set({ floorFenPerKg: fen(800), premiumShareBp: 4000 })
      .where(eq(products.id, 'prd_brook'))
    await tx.delete(shifts).where(eq(shifts.vehicleId, 'van_mu'))
    await tx.delete(vehicles).where(eq(vehicles.id, 'van_mu'))
    await tx.update(vehicles).set({ carrierId: 'K', costPerRunFen: fen(1300), costPerKmFen: fen(0), costPerHourFen: fen(0) })
    const [wave] = await tx.select().from(waves).where(eq(waves.id, 'tue'))
    await tx.insert(waves).values({ ...wave!, id: 'later', deliversOn: '2027-01-12' })
    for (const { id, ...dates } of deliveries) {
      await tx
        .update(waves)
        .set({ ...dates, dropFeeFen: id === 'tue' ? firstFeeFen : fen(0) })
        .where(eq(waves.id, id))
    }
  })
  await stockShelves(db)
  await db.transact(async (tx) => {
    const running = { code: null, rateBp: null, fromGoodsFen: fen(20_000), startsAt: marketDay, endsAt: null, usesLeft: null }
    const by = { createdBy: 'ana', createdAt: marketDay, stoppedAt: null }
    await tx.insert(promotions).values([
      { id: 'off', nameZh: '农场让利', nameEn: 'Off', fundedBy: 'producers', amountFen: fen(1001), ...running, ...by },
      { id: 'coupon', nameZh: '联盟券', nameEn: 'Coupon', fundedBy: 'alliance', amountFen: fen(500), ...running, ...by },
    ])
  })
  await registered(db, 'U1', { type: 'farm', id: farmOf.C })
  await registered(db, 'U3', { type: 'alliance', id: 'alliance' })
  const community = { communityZh: '东门', communityEn: 'East Gate', pickupPointId: 'gate', creditLimitFen: fen(0) }
  await db.transact((tx) => tx.insert(leaders).values({ id: 'L1', userId: null, customerId: 'U1', ...community }))
  for (const id of Object.values(farmOf)) await bankAccount(db, { type: 'farm', id })
  await bankAccount(db, { type: 'leader', id: 'L1' })
  return db
}

/** Packed dry, and no heavier than what is in it. */
function stockShelves(db: Database) {
  return db.transact(async (tx) => {
    const [product] = await tx.select().from(products).where(eq(products.id, 'prd_brook'))
    const [variant] = await tx.select().from(variants).where(eq(variants.id, 'var_brook'))
    const [lot] = await tx.select().from(lots).where(eq(lots.id, 'lot_brook_brook'))
    for (const id of ['pepper', 'rice'] as const) {
      const floor = id === 'rice' ? { floorFenPerKg: fen(700), premiumShareBp: 4000 } : { floorFenPerKg: null, premiumShareBp: null }
      await tx.insert(products).values({ ...product!, id: `prd_${id}`, slug: id, code: `P-${id}`, ...floor })
      await tx.insert(variants).values({ ...variant!, id: `var_${id}`, productId: `prd_${id}`, code: `V-${id}` })
      await tx.insert(lots).values({ ...lot!, id: `lot_${id}_brook`, variantId: `var_${id}` })
    }
    await tx.update(lots).set({ harvestedOn: '2026-12-20', bestBeforeOn: '2027-02-28' })
    for (const [id, size] of Object.entries(sizes)) {
      await tx
        .update(variants)
        .set({ ...size, grossWeightG: size.netWeightG, storage: 'ambient' })
        .where(eq(variants.id, `var_${id}`))
    }
  })
}

/** One of each size in a basket, at the price it has. */
export async function basketOf(db: Database, id: string, wanted: readonly Size[]): Promise<string> {
  await db.transact(async (tx) => {
    await tx.insert(baskets).values({ id, customerId: null, storefrontId: 'alliance', touchedAt: marketDay })
    for (const size of wanted) {
      const line = { basketId: id, variantId: `var_${size}`, quantity: 1, seenPriceFen: sizes[size].priceFen, addedAt: marketDay }
      await tx.insert(basketLines).values(line)
    }
  })
  return id
}
