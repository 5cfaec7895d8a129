import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { acceptOrder } from '#app/services/ledger/accept-order.server.ts'
import { drops, orders, runs } from '#db/schema/index.ts'
import { cutoffAt, deliverAll, deliveryMorning, minutesAfterCutoff, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { findAuditPage } from './audit.server.ts'
import { findMembers } from './catalog/members.server.ts'
import { findOrderByNumber } from './customers/order-lookup.server.ts'
import { findRunPage, findRunsOfDriver } from './delivery/runs.server.ts'
import { findWavePage, findWaves } from './delivery/waves.server.ts'
import { findChart, findPartyAccounts, findPosting, findPostings } from './ledger/ledger.server.ts'
import { findOverdueWaves, findStrandedDrops, findUnpackedNearCutoff } from './office.server.ts'

const tuesday = '2026-11-24'

async function openPlanned() {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await orderFor(db, '9', [['lake', 1]])
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1), forcedBy: 'user_office' })
  const [run] = await db.reader.select().from(runs)
  return { db, orderId, run: run! }
}

test('the office sees a wave with its orders, consignments, drops and what is not packed', async () => {
  const { db } = await openPlanned()
  expect(await findWaves(db.reader, { fromOn: tuesday, untilOn: tuesday })).toMatchObject([
    { id: 'tue', status: 'closed', bookedDrops: 2, orders: 2, parcels: 3, toPack: 3, drops: 2, carried: 2, unserved: 0 },
  ])
  const page = await findWavePage(db.reader, 'tue')
  expect(page).toMatchObject({ wave: { orders: 2, parcels: 3, toPack: 3 }, latecomers: [] })
  expect(page?.drops.map(({ position }) => position)).toEqual([1, 2])
  expect(await findWavePage(db.reader, 'no_such_wave')).toBeNull()
})

test('exceptions are what is past its time: a wave not closed, consignments not packed, drops not handed over', async () => {
  const { db, run } = await openPlanned()
  const friday = new Date('2026-11-26T10:00:00Z')
  expect((await findOverdueWaves(db.reader, minutesAfterCutoff(5))).map(({ id }) => id)).toEqual([])
  expect((await findOverdueWaves(db.reader, friday)).map(({ id }) => id)).toEqual(['fri'])
  const unpacked = await findUnpackedNearCutoff(db.reader, { fromOn: tuesday, by: cutoffAt })
  expect(unpacked.map(({ farmId, parcels }) => [farmId, parcels])).toEqual([
    ['hill', 1],
    ['brook', 1],
    ['lake', 1],
  ])
  expect(await findUnpackedNearCutoff(db.reader, { fromOn: tuesday, by: minutesAfterCutoff(-1) })).toEqual([])

  await startRun(db, { runId: run.id, driverId: run.driverId, aboard: 'all', now: deliveryMorning })
  const [drop] = await db.reader.select().from(drops)
  const failed = { kind: 'failed' as const, reason: 'nobody_there' as const }
  await settleDrop(db, { dropId: drop!.id, by: { driverId: run.driverId }, outcome: failed, now: deliveryMorning })
  expect(await findStrandedDrops(db.reader, tuesday)).toMatchObject([{ id: drop!.id, statusReason: 'nobody_there' }])
  expect(await findStrandedDrops(db.reader, '2026-11-25')).toEqual([])
})

test('a driver sees their own runs, the stops and what is not packed, but not what is in the crates', async () => {
  const { db, run } = await openPlanned()
  const days = { fromOn: tuesday, untilOn: tuesday }
  expect(await findRunsOfDriver(db.reader, { driverId: run.driverId, ...days })).toMatchObject([{ id: run.id, stops: 2, settled: 0 }])
  expect(await findRunsOfDriver(db.reader, { driverId: 'driver_other', ...days })).toEqual([])
  expect(await findRunPage(db.reader, { runId: run.id, driverId: 'driver_other' })).toBeNull()
  const page = await findRunPage(db.reader, { runId: run.id, driverId: run.driverId })
  expect(page?.stops).toHaveLength(2)
  expect(page?.parcels.filter(({ status }) => status === 'to_pack')).toHaveLength(3)
  expect(JSON.stringify(page)).not.toMatch(/greens|菜/)
})

test('the chart of accounts adds up to nothing, and a posting can be followed from any of its accounts', async () => {
  const db = await openFleet()
  const orderId = await orderFor(db, '8', [
    ['hill', 2],
    ['brook', 1],
  ])
  await deliverAll(db, deliveryMorning)
  await acceptOrder(db, { orderId, now: new Date('2026-11-26T00:00:00Z') })
  const chart = await findChart(db.reader)
  expect(chart.reduce((sum, { balanceFen }) => sum + balanceFen, 0)).toBe(0)
  expect(chart.find(({ code }) => code === '2110')).toMatchObject({ accounts: 2 })
  expect((await findPartyAccounts(db.reader, { code: '2110', limit: 10 })).map(({ id }) => id)).toEqual(['2110:hill', '2110:brook'])

  const all = await findPostings(db.reader, { account: null, before: null, limit: 10 })
  expect(all.map(({ event }) => event)).toEqual(['delivery', 'line_accepted', 'line_accepted', 'payment_succeeded'])
  const older = await findPostings(db.reader, { account: null, before: all[1]!.transferId, limit: 10 })
  expect(older.map(({ key }) => key)).toEqual(all.slice(2).map(({ key }) => key))
  const [ofHill] = await findPostings(db.reader, { account: '2110:hill', before: null, limit: 10 })
  const posting = await findPosting(db.reader, ofHill!.key)
  expect(posting?.transfers.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(ofHill!.postingFen)
})

test('an order is found by the number its customer reads out, with the lots it came from', async () => {
  const { db, orderId } = await openPlanned()
  const [order] = await db.reader.select().from(orders).where(eq(orders.id, orderId))
  const found = await findOrderByNumber(db.reader, order!.number)
  expect(found?.lines.flatMap((line) => line.lots.map(({ lotId }) => lotId)).sort()).toEqual(['lot_brook_brook', 'lot_hill_hill'])
  expect(found?.parcels.every(({ dropCode, runPosition }) => dropCode !== null && runPosition === 1)).toBe(true)
  expect(await findOrderByNumber(db.reader, 'NOSUCH00')).toBeNull()
})

test('members are counted with what is on their own shelf, and who closed a wave stands in the log', async () => {
  const { db } = await openPlanned()
  expect((await findMembers(db.reader)).map(({ farm, listed }) => [farm.id, listed])).toEqual([
    ['hill', 1],
    ['brook', 1],
    ['lake', 1],
    ['far', 1],
  ])
  const log = await findAuditPage(db.reader, { before: null, actsFor: 'alliance', limit: 10 })
  expect(log).toMatchObject([{ action: 'wave_closed', actorId: 'user_office', actor: null, subject: 'tue' }])
  expect(await findAuditPage(db.reader, { before: log[0]!.id, actsFor: null, limit: 10 })).toEqual([])
})
