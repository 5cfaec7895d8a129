import { eq } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import type { PlaceOrder } from '#app/services/ordering/place-order.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { receivePayment } from '#app/services/ordering/receive-payment.server.ts'
import { carriers, consignments, drivers, drops, orders, runs, shifts, vehicles } from '#db/schema/index.ts'
import { fillBasket, guestOrder, type Market, openMarket } from './open-market.ts'

/** Tuesday's wave takes orders until Monday 18:00. */
export const cutoffAt = new Date('2026-11-23T10:00:00Z')
export const minutesAfterCutoff = (minutes: number) => new Date(cutoffAt.getTime() + minutes * 60_000)
export const deliveryMorning = new Date('2026-11-24T00:30:00Z')

/** The small alliance with a van of Lao Tan's and one of Lao Mu's at its hub, every day; each takes `crates` crates of each class. */
export async function openFleet({ crates = 40, capacityDrops = 60, quantity = 500 } = {}): Promise<Market> {
  const db = await openMarket({ quantity, capacityDrops })
  await db.transact(async (tx) => {
    for (const name of ['tan', 'mu']) {
      const van = { id: `van_${name}`, hubId: 'hub', nameZh: name, nameEn: name, driverId: `driver_${name}`, carrierId: `carrier_${name}` }
      const room = { capacityKg: 600, cratesAmbient: crates, cratesChilled: crates, cratesFrozen: 0 }
      const costs = { costPerRunFen: fen(5000), costPerKmFen: fen(120), costPerHourFen: fen(3500) }
      await tx.insert(carriers).values({ id: van.carrierId, nameZh: name, nameEn: name, kind: 'firm', phone: '' })
      await tx.insert(drivers).values({ id: van.driverId, name, phone: '', carrierId: van.carrierId })
      await tx.insert(vehicles).values({ ...van, ...room, ...costs })
      const hours = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromTime: '07:00', untilTime: '19:00' }
      await tx.insert(shifts).values({ id: `shift_${name}`, vehicleId: van.id, driverId: van.driverId, ...hours })
    }
  })
  return db
}

type Lines = readonly (readonly [string, number])[]

/** An order that holds its place and awaits its payment; doors differ by `door`. */
export async function placeFor(db: Market, door: string, lines: Lines, change: Partial<PlaceOrder> = {}) {
  const delivery = { kind: 'door' as const, districtId: 'inner', street: `桐梓林路 ${door} 号`, note: '' }
  const placed = await placeOrder(db, guestOrder(await fillBasket(db, `basket_${door}`, lines), { delivery, ...change }))
  if (!placed.ok) throw new Error(`not placed: ${placed.refusal.code}`)
  return placed.value
}

export async function pay(db: Market, { orderId, paymentId }: { orderId: string; paymentId: string | null }, now: Date) {
  const [order] = await db.reader.select({ totalFen: orders.totalFen }).from(orders).where(eq(orders.id, orderId))
  return receivePayment(db, { event: null, paymentId: paymentId ?? '', paymentIntentId: null, amountFen: order!.totalFen, now })
}

export async function orderFor(db: Market, door: string, lines: Lines, change: Partial<PlaceOrder> = {}) {
  const placed = await placeFor(db, door, lines, change)
  await pay(db, placed, change.now ?? guestOrder('').now)
  return placed.orderId
}

/** Every farm has packed, the wave is planned, every run driven and every drop of Tuesday's wave handed over at `at`. */
export async function deliverAll(db: Market, at: Date) {
  await db.transact((tx) => tx.update(consignments).set({ status: 'packed', packedAt: cutoffAt }))
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  for (const run of await db.reader.select().from(runs)) {
    await startRun(db, { runId: run.id, driverId: run.driverId, aboard: [], now: deliveryMorning })
    const proof = { kind: 'note' as const, note: 'in_person' as const }
    for (const drop of await db.reader.select().from(drops).where(eq(drops.runId, run.id))) {
      await settleDrop(db, { dropId: drop.id, by: { driverId: run.driverId }, outcome: { kind: 'delivered', proof }, now: at })
    }
  }
}
