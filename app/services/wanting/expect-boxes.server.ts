import { addDays, businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { mondayOf } from '#app/domain/subscription/due-weeks.ts'
import { expectUnits } from '#app/domain/subscription/expect-units.ts'
import { wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import type { Reader } from '#db/client.server.ts'
import { findExpectedSizes, findUnitsIn, findWishedWeeks } from '#db/queries/wanting/expected.server.ts'
import { findRunning } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesOfZones, findZoneNames } from '#db/queries/wanting/zone-waves.server.ts'

/**
 * What subscriptions will order for the open waves to come and have not yet: boxes, and units of each size with whose they are. For one
 * farm its own sizes alone. Figures only: nothing that is read here says who subscribed.
 */
export async function expectBoxes(reader: Reader, { farmId, now }: { farmId: string | null; now: Date }) {
  const today = businessDay(now)
  const zones = await findZoneNames(reader)
  const zoneIds = zones.map(({ id }) => id)
  const fromOn = addDays(today, -6)
  const [running, waves] = await Promise.all([
    findRunning(reader, zoneIds),
    findWavesOfZones(reader, { zoneIds, fromOn, untilOn: addDays(today, wavesAheadDays) }),
  ])
  const [wishes, parts] = await Promise.all([
    findWishedWeeks(reader, { subscriptionIds: running.map(({ id }) => id), fromOn: mondayOf(addDays(fromOn, -6)) }),
    findUnitsIn(reader, [...new Set(running.map(({ variantId }) => variantId))]),
  ])
  const partsOf = groupBy(parts, ({ boxId }) => boxId)
  const expected = expectUnits(running, waves, wishes, (variantId) => partsOf.get(variantId) ?? [{ variantId, units: 1 }])
  const sizes = await findExpectedSizes(reader, { variantIds: [...new Set(expected.flatMap(({ units }) => [...units.keys()]))], farmId })
  const waveOf = new Map(waves.map((wave) => [wave.id, wave]))
  const zoneOf = new Map(zones.map((zone) => [zone.id, zone]))
  return expected.flatMap(({ waveId, boxes, units }) => {
    const wave = waveOf.get(waveId)
    const zone = zoneOf.get(wave?.zoneId ?? '')
    const rows = sizes.flatMap((size) => (units.has(size.variantId) ? [{ ...size, units: units.get(size.variantId) ?? 0 }] : []))
    if (!wave || !zone || wave.status !== 'open' || wave.cutoffAt <= now || rows.length === 0) return []
    return [{ waveId, deliversOn: wave.deliversOn, zoneZh: zone.nameZh, zoneEn: zone.nameEn, boxes, rows }]
  })
}
export type ExpectedOfWave = Awaited<ReturnType<typeof expectBoxes>>[number]
