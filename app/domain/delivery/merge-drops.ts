import { invariant } from '#app/domain/invariant.ts'
import type { Place } from './distance.ts'
import { cratesFor, type Load, type StorageClass, storageClasses } from './load.ts'

export type DropKind = 'door' | 'pickup'

/**
 * What one consignment puts on the road in one storage class. A consignment with chilled and ambient goods comes as two
 * entries with one `id`. `placeKey` names the address or pick-up point: equal keys of one kind are one place.
 */
export type ConsignmentLoad = Place & {
  readonly id: string
  readonly orderId: string
  readonly farmId: string
  readonly placeKey: string
  readonly kind: DropKind
  readonly weightG: number
  readonly volumeMl: number
  readonly storage: StorageClass
}

export type Drop = Place & {
  readonly placeKey: string
  readonly kind: DropKind
  /** A letter and three digits, unique in the wave: what is chalked on the crate and said over the telephone. */
  readonly code: string
  readonly consignmentIds: readonly string[]
  readonly orderIds: readonly string[]
  readonly farmIds: readonly string[]
  readonly load: Load
}

/**
 * Cross-docking: everything in one wave for one address or pick-up point becomes one drop.
 *
 * @param loads the wave's consignments; a consignment goes to one place only
 * @returns drops by kind and place key; every consignment is in exactly one of them, and the order of `loads` does not matter
 * @throws {InvariantError} when a consignment is sent to two places
 */
export function mergeDrops(loads: readonly ConsignmentLoad[]): Drop[] {
  const places = new Map<string, ConsignmentLoad[]>()
  const placeOf = new Map<string, string>()
  for (const load of [...loads].sort(byPlace)) {
    const place = `${load.kind}:${load.placeKey}`
    invariant((placeOf.get(load.id) ?? place) === place, `consignment ${load.id} is sent to two places`)
    placeOf.set(load.id, place)
    places.set(place, [...(places.get(place) ?? []), load])
  }
  const codes = dropCodes([...places.keys()])
  return [...places].map(([place, together]) => {
    const first = together[0]
    const code = codes.get(place)
    invariant(first && code, 'a place has goods and a code')
    return {
      placeKey: first.placeKey,
      kind: first.kind,
      code,
      lat: first.lat,
      lon: first.lon,
      consignmentIds: distinct(together.map((load) => load.id)),
      orderIds: distinct(together.map((load) => load.orderId)),
      farmIds: distinct(together.map((load) => load.farmId)),
      load: loadOf(together),
    }
  })
}

/**
 * Seconds a driver needs at a drop, parking to driving off. A door takes 4 minutes and 30 s for each crate after the first;
 * a pick-up point 8 minutes and 20 s for each order, which are counted over to its keeper. Our planning figures.
 */
export function serviceSeconds(drop: Pick<Drop, 'kind' | 'orderIds' | 'load'>): number {
  if (drop.kind === 'pickup') return 480 + 20 * drop.orderIds.length
  const crates = storageClasses.reduce((sum, storage) => sum + drop.load.crates[storage], 0)
  return 240 + 30 * Math.max(0, crates - 1)
}

function loadOf(together: readonly ConsignmentLoad[]): Load {
  const crates = { ambient: 0, chilled: 0, frozen: 0 }
  for (const storage of storageClasses) {
    const goods = together.filter((load) => load.storage === storage)
    if (goods.length > 0) crates[storage] = cratesFor({ weightG: total(goods, 'weightG'), volumeMl: total(goods, 'volumeMl') })
  }
  return { weightG: total(together, 'weightG'), crates }
}

/** Without I, O and Q, which are misread. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const CODE_COUNT = CODE_LETTERS.length * 1000

/** Codes hang on the place alone, so that a crate keeps its code when other orders come or go; clashes take the next free one. */
function dropCodes(places: readonly string[]): Map<string, string> {
  invariant(places.length <= CODE_COUNT, `more drops than codes: ${places.length}`)
  const taken = new Set<number>()
  const codes = new Map<string, string>()
  for (const place of places) {
    let slot = fnv1a(place) % CODE_COUNT
    while (taken.has(slot)) slot = (slot + 1) % CODE_COUNT
    taken.add(slot)
    codes.set(place, `${CODE_LETTERS.charAt(Math.floor(slot / 1000))}${String(slot % 1000).padStart(3, '0')}`)
  }
  return codes
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo): spreads similar keys. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byPlace = (a: ConsignmentLoad, b: ConsignmentLoad) =>
  compare(a.kind, b.kind) ||
  compare(a.placeKey, b.placeKey) ||
  compare(a.id, b.id) ||
  compare(a.storage, b.storage) ||
  a.weightG - b.weightG ||
  a.volumeMl - b.volumeMl
const distinct = (ids: readonly string[]) => [...new Set(ids)]
const total = (loads: readonly ConsignmentLoad[], unit: 'weightG' | 'volumeMl') => loads.reduce((sum, load) => sum + load[unit], 0)
