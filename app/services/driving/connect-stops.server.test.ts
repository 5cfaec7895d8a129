import { expect, test } from 'vitest'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { closeWave } from '#app/services/delivery/close-wave.server.ts'
import { settleDrop } from '#app/services/delivery/settle-drop.server.ts'
import { startRun } from '#app/services/delivery/start-run.server.ts'
import { findRunPage } from '#db/queries/delivery/runs.server.ts'
import { findArrivals } from '#db/queries/ordering/order-delivery.server.ts'
import { consignments, drivers, orders, runs } from '#db/schema/index.ts'
import { minutesAfterCutoff, deliveryMorning as now, openFleet, orderFor } from '#tests/support/open-fleet.ts'
import { connectStops } from './connect-stops.server.ts'

test('driver and customer get one number for a stop on the road, until it is settled; a relay that fails leaves the way it was', async () => {
  const db = await openFleet()
  await orderFor(db, '8', [['hill', 1]])
  await orderFor(db, '9', [['hill', 1]])
  await db.transact(async (tx) => {
    await tx.update(consignments).set({ status: 'packed' })
    await tx.update(drivers).set({ phone: '13800000001' })
  })
  await closeWave(db, { waveId: 'tue', now: minutesAfterCutoff(1) })
  const asked: string[] = []
  const relay = {
    numberFor: async ({ reference }: { reference: string }) => {
      asked.push(reference)
      return '+862868000000'
    },
  }
  expect(await connectStops(db, relay, now)).toBe(0)
  const [run] = await db.reader.select().from(runs)
  const { id: runId, driverId } = run!
  await startRun(db, { runId, driverId, aboard: [], now })
  const down = { numberFor: () => Promise.reject(new IntegrationError('call-relay', true)) }
  expect(await connectStops(db, down, now)).toBe(0)
  const numbers = async () => (await findRunPage(db.reader, { runId, driverId }))!.stops.map(({ relayNumber }) => relayNumber)
  expect(await numbers()).toEqual([null, null])

  expect(await connectStops(db, relay, now)).toBe(2)
  expect(await connectStops(db, relay, now)).toBe(0)
  expect(asked).toHaveLength(2)
  expect(await numbers()).toEqual(['+862868000000', '+862868000000'])
  const [order] = await db.reader.select().from(orders).limit(1)
  expect(await findArrivals(db.reader, order!.id)).toMatchObject([{ relayNumber: '+862868000000' }])

  const stops = (await findRunPage(db.reader, { runId, driverId }))!.stops
  const outcome = { kind: 'delivered' as const, proof: { kind: 'note' as const, note: 'in_person' as const } }
  for (const { id } of stops) await settleDrop(db, { dropId: id, by: { driverId }, outcome, now })
  expect(await numbers()).toEqual([null, null])
  expect(await findArrivals(db.reader, order!.id)).toMatchObject([{ relayNumber: null }])
})
