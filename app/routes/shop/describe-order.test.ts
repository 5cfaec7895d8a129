import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { reckonWave } from '#app/services/wave-costs/reckon-wave.server.ts'
import { findOrderPage, type OrderPage } from '#db/queries/order-page.server.ts'
import { dropOrders, orders, runs } from '#db/schema/index.ts'
import { deliverAll, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { describeOrder, drivenCostOf } from './describe-order.ts'

const noon = new Date('2026-11-24T04:00:00Z')

test('an order says what bringing it really cost once its wave is reckoned, not before', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [['hill', 2]])
  const pageOf = async () => {
    const [order] = await db.reader.select().from(orders)
    return (await findOrderPage(db.reader, { orderId, owner: { customerId: null, placementKey: order!.placementKey } }))!
  }
  await deliverAll(db, noon)
  expect(describeOrder(await pageOf()).saving.drivenFen).toBeNull()
  await db.transact((tx) => tx.update(runs).set({ drivenCostFen: fen(20_003) }))
  await reckonWave(db, { waveId: 'tue', userId: null, now: noon })
  const [part] = await db.reader.select().from(dropOrders)
  expect(describeOrder(await pageOf()).saving.drivenFen).toBe(part!.costFen)
  expect(part!.costFen).toBe(20_003)
})

test('a try that failed costs too; with a wave still to be reckoned nothing is said', () => {
  const line = (waveId: string, status = 'delivered') => ({ waveId, status }) as OrderPage['lines'][number]
  const arrival = (waveId: string, costFen: number, reckonedAt: Date | null = noon) =>
    ({ waveId, costFen: fen(costFen), reckonedAt }) as OrderPage['arrivals'][number]
  expect(drivenCostOf({ lines: [line('fri')], arrivals: [arrival('tue', 300), arrival('fri', 500)] })).toBe(800)
  expect(drivenCostOf({ lines: [line('fri')], arrivals: [arrival('tue', 300), arrival('fri', 500, null)] })).toBeNull()
  expect(drivenCostOf({ lines: [line('tue'), line('fri')], arrivals: [arrival('tue', 300)] })).toBeNull()
  expect(drivenCostOf({ lines: [line('tue'), line('fri', 'cancelled')], arrivals: [arrival('tue', 300)] })).toBe(300)
})
