import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { hubs, waveRules, waves, zones } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { ensureWaves } from './ensure-waves.server.ts'

const sundayOn = '2026-11-22'

async function openWithZone(weekdays: number[]) {
  const db = await openFresh()
  await db.transact(async (tx) => {
    await tx.insert(hubs).values({ id: 'hub', nameZh: '', nameEn: '', addressZh: '', addressEn: '', lat: 30.6, lon: 104 })
    await tx.insert(zones).values({ id: 'south', hubId: 'hub', nameZh: '', nameEn: '', polygon: [], position: 0 })
    const terms = { cutoffDaysBefore: 1, cutoffTime: '18:00', capacityDrops: 60, dropFeeFen: fen(600) }
    await tx.insert(waveRules).values({ id: 'rule', zoneId: 'south', weekdays, ...terms, fromOn: '2026-01-01', untilOn: null })
  })
  return db
}

test("a zone's waves fall on its weekdays and close the evening before", async () => {
  const db = await openWithZone([7, 3])
  expect(await ensureWaves(db, { fromOn: sundayOn, days: 14 })).toBe(4)
  const opened = await db.reader.select().from(waves).orderBy(asc(waves.deliversOn))
  expect(opened.map(({ id }) => id)).toEqual(['wav_south_20261122', 'wav_south_20261125', 'wav_south_20261129', 'wav_south_20261202'])
  expect(opened[1]).toMatchObject({
    cutoffAt: new Date('2026-11-24T18:00:00+08:00'),
    capacityDrops: 60,
    bookedDrops: 0,
    dropFeeFen: 600,
    status: 'open',
  })
})

test('running again the next day adds the new day only and touches no wave that is there', async () => {
  const db = await openWithZone([1, 2, 3, 4, 5, 6, 7])
  await ensureWaves(db, { fromOn: sundayOn, days: 14 })
  await db.transact((tx) => tx.update(waves).set({ status: 'closed', bookedDrops: 7 }).where(eq(waves.id, 'wav_south_20261123')))
  expect(await ensureWaves(db, { fromOn: sundayOn, days: 14 })).toBe(0)
  expect(await ensureWaves(db, { fromOn: '2026-11-23', days: 14 })).toBe(1)
  expect((await db.reader.select().from(waves).where(eq(waves.id, 'wav_south_20261123')))[0]).toMatchObject({
    status: 'closed',
    bookedDrops: 7,
  })
})
