import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { cratesFor, storageClasses } from '#app/domain/delivery/load.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { handOver } from '#app/services/first-mile/hand-over.server.ts'
import { planCollection } from '#app/services/first-mile/plan-collection.server.ts'
import { receiveHandover } from '#app/services/first-mile/receive-handover.server.ts'
import { scanAtDock } from '#app/services/first-mile/scan-alias.server.ts'
import { packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import type { Database } from '#db/connection.ts'
import { findUnhanded } from '#db/queries/demo/dock.server.ts'
import { staff } from '#db/seed/data/people.ts'
import { hubs } from '#db/seed/data/places.ts'

const dockHand = 'user_office_control'
/** They have packed early today; the others' boxes are left to whoever tries the demo. */
const early = ['farm_hd', 'farm_lx', 'farm_xc']

type Unhanded = Awaited<ReturnType<typeof findUnhanded>>

/**
 * This morning at the dock: a collection is planned, one farm's crates are in and half of them with their drops, one's have arrived a
 * parcel short, and one's are on the road too warm.
 */
export async function seedDock(db: Database, { today, now }: { today: string; now: Date }): Promise<void> {
  for (const { id: hubId } of hubs) {
    const planned = await planCollection(db, { hubId, on: today, now: shanghaiInstant(addDays(today, -1), '21:00') })
    invariant(planned.ok, `no collection for ${hubId}`)
  }
  const parcels = await findUnhanded(db.reader, { on: today, farmIds: early })
  for (const ofWave of groupBy(parcels, ({ farmId, waveId }) => `${farmId} ${waveId}`).values()) await playFarm(db, ofWave, { today, now })
}

async function playFarm(db: Database, parcels: Unhanded, { today, now }: { today: string; now: Date }) {
  const { farmId, waveId } = parcels[0]!
  const packer = staff.find(({ role, actsFor }) => role === 'farm' && actsFor === farmId)
  invariant(packer, `nobody packs at ${farmId}`)
  const userId = packer.id
  const consignmentIds = [...new Set(parcels.map(({ id }) => id))]
  const at = (clock: string) => new Date(Math.min(shanghaiInstant(today, clock).getTime(), now.getTime()))
  const packed = await packConsignments(db, { farmId, userId, consignmentIds, now: at('04:30') })
  invariant(packed.ok, `${farmId} did not pack`)
  const crates = countCrates(parcels)
  const isWarm = farmId === 'farm_lx'
  const reading = crates.frozen > 0 ? -180 : 45
  const given = await handOver(db, {
    farmId,
    userId,
    waveId,
    requestKey: `demo-${today}`,
    consignmentIds,
    way: 'brings',
    crates: isWarm ? { ...crates, chilled: Math.max(1, crates.chilled), frozen: 0 } : crates,
    temperatureDeci: isWarm ? 114 : reading,
    mediaId: null,
    note: '',
    now: at('05:10'),
  })
  invariant(given.ok, `${farmId} did not hand over`)
  if (isWarm) return
  const isShort = farmId === 'farm_xc' && consignmentIds.length > 1
  const arrived = await receiveHandover(db, {
    handoverId: given.value.handoverId,
    userId: dockHand,
    arrivedIds: isShort ? consignmentIds.slice(1) : consignmentIds,
    crates: isShort ? { ...crates, ambient: Math.max(0, crates.ambient - 1) } : crates,
    temperatureDeci: reading + 10,
    mediaId: null,
    note: isShort ? '少一箱，已给农场打电话。' : '',
    now: at('05:55'),
  })
  invariant(arrived.ok, `${farmId} did not arrive`)
  // the first of them are with their drop already
  for (const id of consignmentIds.slice(1, 1 + Math.ceil(consignmentIds.length / 2))) {
    const scan = { scanId: `demo-merged-${id}`, parcel: { id }, step: 'merged' as const, officeUserId: dockHand }
    const merged = await scanAtDock(db, { ...scan, now: at('06:20') })
    invariant(merged.ok, `${id} was not merged`)
  }
}

function countCrates(parcels: Unhanded) {
  const crates = { ambient: 0, chilled: 0, frozen: 0 }
  for (const storage of storageClasses) {
    const goods = parcels.filter((part) => part.storage === storage)
    const total = (unit: 'weightG' | 'volumeMl') => goods.reduce((sum, part) => sum + part[unit], 0)
    if (goods.length > 0) crates[storage] = cratesFor({ weightG: total('weightG'), volumeMl: total('volumeMl') })
  }
  return crates
}
