import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** A zone's fee for one drop: `baseFen` covers the first 10 kg, `stepFen` each started 5 kg beyond. */
export type DeliveryTariff = { readonly baseFen: Fen; readonly stepFen: Fen }

export const BASE_WEIGHT_G = 10_000
export const STEP_WEIGHT_G = 5_000

/** What the customer pays for one drop in the zone, however many farms it comes from. */
export function quoteDeliveryFee(tariff: DeliveryTariff, weightG: number): Fen {
  invariant(Number.isSafeInteger(weightG) && weightG >= 0, `not a weight in grams: ${weightG}`)
  const steps = Math.max(0, Math.ceil((weightG - BASE_WEIGHT_G) / STEP_WEIGHT_G))
  return fen(tariff.baseFen + steps * tariff.stepFen)
}
