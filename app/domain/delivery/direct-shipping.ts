import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { StorageClass } from './load.ts'

/** How far a farm is from the customer, as a courier prices it. */
export type CourierZone = 'city' | 'county' | 'mountain' | 'remote'

type CourierRate = { readonly firstKgFen: number; readonly extraKgFen: number }

/**
 * What a courier charges a small farm for a parcel: the first kilogram, and each started kilogram beyond. Set so that the usual
 * 1–4 kg parcel costs what S0's farms paid alone: WJ and XC 8–10 yuan (city), LX 10 and HD 10–12 (county), HL 15 and FQ 12–15
 * (mountain). `remote`, outside the province, is our own estimate.
 */
export const COURIER_RATES: Readonly<Record<CourierZone, CourierRate>> = {
  city: { firstKgFen: 800, extraKgFen: 100 },
  county: { firstKgFen: 1000, extraKgFen: 100 },
  mountain: { firstKgFen: 1200, extraKgFen: 100 },
  remote: { firstKgFen: 1800, extraKgFen: 600 },
}

/** Foam box and ice, a parcel. Our own estimate. */
export const COOLING_FEN: Readonly<Record<StorageClass, number>> = { ambient: 0, chilled: 200, frozen: 300 }

/** The zone for a straight-line distance: up to 50 km city, 150 county, 600 mountain. */
export function courierZoneOf(distanceM: number): CourierZone {
  if (distanceM <= 50_000) return 'city'
  if (distanceM <= 150_000) return 'county'
  return distanceM <= 600_000 ? 'mountain' : 'remote'
}

export type FarmParcel = {
  readonly weightG: number
  readonly storage: StorageClass
  readonly farm: { readonly courierZone: CourierZone }
}

/** What one farm would pay a courier to send this parcel itself, packed for its storage class. */
export function directShippingFen({ weightG, storage, farm }: FarmParcel): Fen {
  invariant(Number.isSafeInteger(weightG) && weightG >= 0, `not a weight in grams: ${weightG}`)
  const { firstKgFen, extraKgFen } = COURIER_RATES[farm.courierZone]
  const extraKg = Math.max(0, Math.ceil(weightG / 1000) - 1)
  return fen(firstKgFen + extraKg * extraKgFen + COOLING_FEN[storage])
}

/** `savedFen` is negative when delivering together costs more: that is shown, not hidden. */
export type DeliverySaving = { readonly directFen: Fen; readonly consolidatedFen: Fen; readonly savedFen: Fen }

export type ShippedLine = {
  readonly farmId: string
  readonly weightG: number
  readonly storage: StorageClass
  readonly farm: { readonly courierZone: CourierZone }
}

/**
 * What delivering together saves over every farm shipping direct: `k` farms are `k` parcels, each packed for the coldest of
 * its goods.
 *
 * @param lines           what one order, or one drop, holds
 * @param consolidatedFen the delivery fee, or what the wave cost for it
 */
export function savingOf(lines: readonly ShippedLine[], consolidatedFen: Fen): DeliverySaving {
  const directFen = fen(farmParcels(lines).reduce((sum, parcel) => sum + directShippingFen(parcel), 0))
  return { directFen, consolidatedFen, savedFen: fen(directFen - consolidatedFen) }
}

function farmParcels(lines: readonly ShippedLine[]): FarmParcel[] {
  const parcels = new Map<string, FarmParcel>()
  for (const { farmId, weightG, storage, farm } of lines) {
    const parcel = parcels.get(farmId)
    parcels.set(farmId, {
      weightG: weightG + (parcel?.weightG ?? 0),
      storage: parcel && COOLING_FEN[parcel.storage] > COOLING_FEN[storage] ? parcel.storage : storage,
      farm,
    })
  }
  return [...parcels.values()]
}
