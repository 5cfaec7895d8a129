import { addDays } from '#app/domain/business-day.ts'

/** How far ahead a harvest may be promised: waves are opened for it, and prices stand, so long. Our figure. */
export const horizonDays = 120
/** A wave must come within so many days of a harvest for it to be sold ahead. Our figure. */
export const waveWithinDays = 14
/** Above this share of a forecast the farm is warned: weather takes its part. Our figure, percent. */
export const prudentSharePct = 85

/** The first day what is sold ahead may be delivered: the day after its harvest begins. Null where nothing is harvested ahead. */
export const soldAheadOn = (harvestFromOn: string | null): string | null => (harvestFromOn === null ? null : addDays(harvestFromOn, 1))

/** Whether so much of a forecast is promised that little is left for a bad year. */
export const isBold = ({ forecast, promised }: { forecast: number; promised: number }): boolean =>
  promised * 100 > forecast * prudentSharePct

type Promised = { lineId: string; quantity: number }

/**
 * Who goes without when less is harvested than was sold: those who ordered last, each as far as it is needed.
 * @param latestFirst what was sold, the latest order first
 * @returns what each of them does not get; together `short`, or all there is
 */
export function goWithout<Of extends Promised>(latestFirst: readonly Of[], short: number): { line: Of; missing: number }[] {
  let left = short
  return latestFirst.flatMap((line) => {
    const missing = Math.min(line.quantity, left)
    left -= missing
    return missing > 0 ? [{ line, missing }] : []
  })
}

/** A harvest of a size that is only promised; `isPresold`: by a pre-sale that runs, else for one date of an adoption. */
export type Forecast = { variantId: string; lotId: string; harvestedOn: string; isPresold: boolean }

/**
 * The forecast that a harvest is the harvest of: that of its size's running pre-sale, from which alone the size is sold, or one of
 * the very same day. It is confirmed there, not entered beside it. Null where it is a harvest of its own: what is promised for an
 * adoption's other dates is filled from those.
 */
export const forecastOfHarvest = <Known extends Forecast>(
  { variantId, lotId }: { variantId: string; lotId: string },
  forecasts: readonly Known[],
): Known | null => forecasts.find((one) => one.variantId === variantId && (one.isPresold || one.lotId === lotId)) ?? null
