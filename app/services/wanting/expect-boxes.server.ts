import { addDays, businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { mondayOf } from '#app/domain/subscription/due-weeks.ts'
import { expectUnits } from '#app/domain/subscription/expect-units.ts'
import { shareExpected } from '#app/domain/subscription/share-expected.ts'
import { wavesAheadDays } from '#app/services/delivery/ensure-waves.server.ts'
import type { Reader } from '#db/client.server.ts'
import { findBrought, findExpectedSizes, findUnitsIn, findWishedWeeks } from '#db/queries/wanting/expected.server.ts'
import { findRunning } from '#db/queries/wanting/subscriptions.server.ts'
import { findWavesOfZones, findZoneNames } from '#db/queries/wanting/zone-waves.server.ts'

/**
 * What subscriptions will order for the open waves to come and have not yet: boxes, and units of each size with whose they are. For one
 * farm its own sizes, and of the alliance's its share by what it has lately brought of them. Figures only: nothing that is read here
 * says who subscribed.
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
  const shareOf = farmId === null ? null : await readShares(reader, { sizes, farmId, today })
  const waveOf = new Map(waves.map((wave) => [wave.id, wave]))
  const zoneOf = new Map(zones.map((zone) => [zone.id, zone]))
  return expected.flatMap(({ waveId, boxes, units }) => {
    const wave = waveOf.get(waveId)
    const zone = zoneOf.get(wave?.zoneId ?? '')
    const rows = sizes.flatMap(({ farmId: ownerId, ...size }) => {
      const all = units.get(size.variantId) ?? 0
      const isShared = ownerId === null && shareOf !== null
      const own = isShared ? shareOf(size.variantId, all) : all
      return own > 0 ? [{ ...size, units: own, ofAll: isShared ? all : null }] : []
    })
    if (!wave || !zone || wave.status !== 'open' || wave.cutoffAt <= now || rows.length === 0) return []
    return [{ waveId, deliversOn: wave.deliversOn, zoneZh: zone.nameZh, zoneEn: zone.nameEn, boxes, rows }]
  })
}

/** So long back is looked for what each farm brings of an alliance product: eight weeks. Our figure. */
const broughtWithinDays = 56

type Sharing = { sizes: readonly { variantId: string; farmId: string | null }[]; farmId: string; today: string }

/** How much of what is expected of an alliance product's size is one farm's. */
async function readShares(reader: Reader, { sizes, farmId, today }: Sharing): Promise<(variantId: string, units: number) => number> {
  const variantIds = sizes.flatMap((size) => (size.farmId === null ? [size.variantId] : []))
  const brought = await findBrought(reader, { variantIds, sinceOn: addDays(today, -broughtWithinDays), today })
  const broughtOf = groupBy(brought, ({ variantId }) => variantId)
  return (variantId, units) => shareExpected(units, broughtOf.get(variantId) ?? []).get(farmId) ?? 0
}
